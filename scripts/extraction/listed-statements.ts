import { share, tally, type Counts, type Figure } from '../../src/measures/extraction/figures.js';
import { signOf } from '../../src/measures/extraction/stances.js';
import type { Statement } from '../../src/model/generated.js';
import { overlap } from '../../src/model/spans.js';

/** What a careful reader listed; `|` separates answers that are all right. */
export interface ListedStatement {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly stance: string;
  readonly optional?: boolean;
  readonly section?: string;
}

/** Words that many offices and states share: they name nobody. */
const EMPTY = new Set(
  'the and state department foreign minister ministry secretary president united states'.split(' '),
);

const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/[’']/g, '')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase();
const words = (name: string): string[] =>
  fold(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);

function sameName(a: string, b: string): boolean {
  const own = new Set(words(a).filter((word) => !EMPTY.has(word)));
  if (words(b).some((word) => own.has(word)) || fold(a) === fold(b)) return true;
  return /state dep/.test(fold(a)) && /state dep/.test(fold(b));
}

/** A listed statement that went wrong, for reading. */
export interface ListedFault {
  readonly kind: 'missed' | 'speaker' | 'stance' | 'spurious';
  readonly listed: ListedStatement | null;
  readonly row: Statement | null;
}

/**
 * Listed statements of one document against its rows: a row matches where the overlap is at least 0.6 of the shorter.
 * Teasers (section related) and optional statements are not asked for, and rows on them are not spurious.
 */
export function countListed(
  listed: readonly ListedStatement[],
  rows: readonly Statement[],
): { readonly counts: Counts; readonly faults: readonly ListedFault[] } {
  const { add, counts } = tally();
  const faults: ListedFault[] = [];
  const list = rows.filter((row) => row.section !== 'related');
  const used = new Set<Statement>();
  for (const one of listed) {
    const hits = list.filter(
      (row) => overlap(row, one) / Math.max(1, Math.min(row.end - row.start, one.end - one.start)) >= 0.6,
    );
    if (one.section !== 'related') for (const row of hits) used.add(row);
    if (one.section === 'related' || one.optional) continue;
    add('gold');
    if (hits.length === 0) {
      faults.push({ kind: 'missed', listed: one, row: null });
      continue;
    }
    add('found');
    const names = one.speaker.split('|');
    const said = hits.some((row) =>
      [row.speaker_id, row.speaker_text].some((name) => name && names.some((other) => sameName(other, name))),
    );
    if (said) add('speaker right');
    else faults.push({ kind: 'speaker', listed: one, row: hits[0]! });
    const allowed = one.stance.split('|');
    const right = hits.some((row) => allowed.includes(signOf(row.stance)));
    if (right) add('stance right');
    else faults.push({ kind: 'stance', listed: one, row: hits[0]! });
    if (allowed.includes('favor')) continue;
    add('not favor');
    if (right) add('not favor right');
  }
  add('rows', list.length);
  for (const row of list) {
    if (used.has(row)) continue;
    add('spurious');
    faults.push({ kind: 'spurious', listed: null, row });
  }
  return { counts, faults };
}

/** Statements found, speakers and stances right on what was found. */
export const listedFigures: readonly Figure[] = [
  { name: 'found', value: (of) => share(of('found'), of('gold')) },
  { name: 'speaker right', value: (of) => share(of('speaker right'), of('found')) },
  { name: 'stance right', value: (of) => share(of('stance right'), of('found')) },
  { name: 'stance right, not favor', value: (of) => share(of('not favor right'), of('not favor')) },
  { name: 'rows that nobody listed', value: (of) => share(of('spurious'), of('rows')) },
];
