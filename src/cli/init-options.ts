import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { InitChoices } from '../flows/init-heads.js';
import { UsageError } from '../model/errors.js';
import { repeated } from './option-values.js';

/** Arguments of `demarche init`. */
export interface InitArguments {
  readonly dir: string;
  readonly title: string | undefined;
  readonly author: string | string[] | undefined;
  readonly license: string;
  readonly language: string;
  readonly codebook: string | undefined;
  readonly field: string | string[] | undefined;
  readonly lexicons: 'own' | 'shipped';
  readonly tool: string | undefined;
  readonly sample: boolean;
  readonly merge: boolean;
  readonly quiet?: boolean | undefined;
}

/** What the options say of the dataset as a whole. Throws UsageError for a value that is none. */
export function chosenHead(
  args: InitArguments,
): Pick<InitChoices, 'title' | 'authors' | 'license' | 'language' | 'tool'> {
  const title = oneLine('title', args.title ?? basename(resolve(args.dir)));
  const authors = repeated(args.author).map(authorOf);
  return {
    title,
    authors: authors.length ? authors : [{ name: `The authors of ${title}` }],
    license: oneLine('license', args.license),
    language: languageTag(args.language),
    tool: args.tool === undefined ? null : oneLine('tool', args.tool),
  };
}

/** Why a folder is not made a project, and what to do. */
export function notEmpty(dir: string, there: readonly string[]): string {
  const shown = there.slice(0, 3).join(', ');
  const more = there.length > 3 ? ` and ${there.length - 3} more` : '';
  const hint = existsSync(join(dir, 'demarche.json')) ? 'it is a dataset already; ' : '';
  return `${dir} is not empty (${shown}${more}): ${hint}name an empty or new folder, or give --merge to add only what is missing`;
}

function oneLine(option: string, value: string): string {
  const text = value.trim().normalize('NFC');
  if (text === '' || /[\p{Cc}\u2028\u2029]/u.test(text)) throw new UsageError(`--${option} takes a text of one line`);
  return text;
}

function languageTag(value: string): string {
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value))
    throw new UsageError(`--language "${value}" is no language tag such as en or en-GB`);
  return value;
}

function authorOf(value: string): { name: string; orcid?: string } {
  const text = oneLine('author', value);
  const [, name = '', orcid] = /^(.*?)\s*\(?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\)?$/.exec(text) ?? [];
  return orcid !== undefined && name !== '' ? { name, orcid } : { name: text };
}
