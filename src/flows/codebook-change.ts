import type { CodebookChange } from '../reports/codebook-diff-report.js';

/** A change with neutral defaults: wording, which touches no label. */
export function change(
  part: CodebookChange['part'],
  what: CodebookChange['change'],
  name: string,
  more: Partial<CodebookChange> = {},
): CodebookChange {
  return {
    part,
    change: what,
    name,
    field: null,
    category: null,
    rule_id: null,
    before: null,
    after: null,
    step: 'patch',
    task: 'none',
    labels: null,
    ...more,
  };
}

/** Letters and digits of a text, in one case, blanks between words. */
const words = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/** Whether two texts have the same words, whatever their case, blanks and punctuation. */
export function sameWords(a: string, b: string): boolean {
  return words(a) === words(b);
}

/** Whether new words of a part mean what the old ones did: they are the same, or somebody says so by naming the part. */
export function isRewording(name: string, before: string, after: string, reworded: readonly string[]): boolean {
  return sameWords(before, after) || reworded.includes(name);
}

/** The parts of two codebooks side by side. */
export interface Sides<T> {
  readonly common: readonly (readonly [old: T, now: T])[];
  /** One went and one came that say the same. */
  readonly renamed: readonly (readonly [old: T, now: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Pairs parts by their name; what went and what came are one part with a new name where exactly one of each is the same. */
export function pairRenamed<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (part: T) => string,
  same: (a: T, b: T) => boolean,
): Sides<T> {
  const now = new Map(after.map((part) => [nameOf(part), part]));
  const old = new Set(before.map(nameOf));
  const gone = before.filter((part) => !now.has(nameOf(part)));
  const come = after.filter((part) => !old.has(nameOf(part)));
  const renamed = gone.flatMap((part) => {
    const heirs = come.filter((one) => same(part, one));
    const heir = heirs[0];
    const rivals = heir === undefined ? [] : gone.filter((one) => same(one, heir));
    return heirs.length === 1 && rivals.length === 1 ? [[part, heir!] as const] : [];
  });
  return {
    common: before.flatMap((part) => {
      const other = now.get(nameOf(part));
      return other === undefined ? [] : [[part, other] as const];
    }),
    renamed,
    removed: gone.filter((part) => !renamed.some(([one]) => one === part)),
    added: come.filter((part) => !renamed.some(([, one]) => one === part)),
  };
}
