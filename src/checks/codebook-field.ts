import type { Codebook } from '../model/generated.js';
import type { FindingDetails } from '../model/findings.js';
import { suggestCategory } from './suggest-category.js';

/** A field that the codebook describes. */
export type CodebookField = Codebook['fields'][number];

/** What is wrong with a label: the message, and what a finding says besides. */
export interface ValueFault {
  readonly unknownCategory: boolean;
  readonly message: string;
  readonly details: FindingDetails;
}

/** The codebook's fields by name. */
export function codebookFields(codebook: Codebook | null): ReadonlyMap<string, CodebookField> {
  return new Map((codebook?.fields ?? []).map((field) => [field.field, field]));
}

/**
 * What is wrong with a value of a codebook field: no category of it, no number, out of range. Null when all is well.
 * `version` is the codebook's, to be named in the message.
 */
export function valueFault(
  field: CodebookField,
  value: unknown,
  version: string,
  suggest: typeof suggestCategory = suggestCategory,
): ValueFault | null {
  const text = String(value);
  // Nearly every value is right: that is seen before any message is made.
  if (field.categories?.some((category) => category.value === text)) return null;
  const of = `${article(field.field)} of codebook ${version}`;
  const fault = (message: string, details: FindingDetails = {}): ValueFault => ({
    unknownCategory: false,
    message,
    details: { field: field.field, value: text, ...details },
  });
  if (field.type === 'category' || (field.type === 'string' && field.categories?.length)) {
    const categories = field.categories ?? [];
    const allowed = categories.map((category) => category.value);
    const suggestion = suggest(text, categories);
    return { ...fault(`"${text}" is not ${of}`, { allowed, suggestion }), unknownCategory: true };
  }
  if (field.type === 'boolean') {
    return text === 'true' || text === 'false'
      ? null
      : fault(`"${text}" is neither true nor false`, { allowed: ['true', 'false'] });
  }
  if (field.type === 'string') return null;
  const number = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(number) || (field.type === 'integer' && !Number.isInteger(number))) {
    return fault(`"${text}" is not ${of}: it is no ${field.type === 'integer' ? 'whole number' : 'number'}`);
  }
  const { minimum = -Infinity, maximum = Infinity } = field;
  return number < minimum || number > maximum
    ? fault(`"${text}" is not ${of}: it must lie between ${minimum} and ${maximum}`)
    : null;
}

function article(field: string): string {
  const name = field.replaceAll('_', ' ');
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}
