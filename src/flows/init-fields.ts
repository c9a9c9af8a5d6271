import { UsageError } from '../model/errors.js';
import type { Codebook } from '../model/generated.js';
import { slug } from '../model/ids.js';

/** A category field that a new project adds to its codebook. */
export interface OwnField {
  readonly field: string;
  readonly categories: readonly string[];
}

const NAME = /^x_[a-z0-9_]+$/;

/**
 * Reads what `--field` was given, such as `x_frame=security,economy`. `taken` are the fields of the codebook. Throws
 * UsageError, with the name that would do, for a name that is none of an own field, and for one that is taken.
 */
export function ownFields(given: readonly string[], taken: readonly string[] = []): OwnField[] {
  const seen = new Set(taken);
  return given.map((text) => {
    const cut = text.indexOf('=');
    const field = (cut < 0 ? text : text.slice(0, cut)).trim();
    if (!NAME.test(field)) throw new UsageError(badName(field));
    const categories = (cut < 0 ? '' : text.slice(cut + 1)).split(',').map((one) => one.trim().normalize('NFC'));
    if (categories.some((one) => one === ''))
      throw new UsageError(
        `--field ${field} needs its categories, separated by commas, none of them empty: ${field}=security,economy`,
      );
    const twice = categories.find((one, i) => categories.indexOf(one) < i);
    if (twice !== undefined) throw new UsageError(`--field ${field} has the category "${twice}" twice`);
    if (seen.has(field))
      throw new UsageError(
        `--field ${field} is a field of the codebook already; choose another name, or edit it there`,
      );
    seen.add(field);
    return { field, categories };
  });
}

function badName(field: string): string {
  const stem = slug(field.replace(/^x[_-]/i, '')).replaceAll('-', '_');
  const hint = stem === '' ? '' : `; did you mean "x_${stem}"?`;
  return `--field "${field}" is no name of an own field (x_, then small letters, digits and _)${hint}`;
}

/**
 * The codebook with own fields after its others, one minor version on: a category field is something new in it, and two
 * codebooks must not bear one version. The definitions are for the project to write, and say so.
 */
export function withOwnFields(codebook: Codebook, fields: readonly OwnField[]): Codebook {
  if (!fields.length) return codebook;
  const [major = '1', minor = '0', ...rest] = codebook.version.split('.');
  return {
    ...codebook,
    version: [major, Number(minor) + 1, ...rest.map(() => '0')].join('.'),
    fields: [
      ...codebook.fields,
      ...fields.map(({ field, categories }) => ({
        field,
        type: 'category' as const,
        level: 'nominal' as const,
        description: `To be written: what ${field} asks about a statement.`,
        categories: categories.map((value) => ({
          value,
          definition: `To be written: what counts as ${value}, and what does not.`,
        })),
      })),
    ],
  };
}
