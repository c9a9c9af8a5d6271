import { f1, share, tally, type Counts, type Figure } from './figures.js';

/** A turn: where its words begin, and the heading that names the speaker. */
export interface TurnStart {
  readonly start: number;
  readonly heading: string;
}

/** How far a start may be off, in code points. */
const NEAR = 3;

const folded = (heading: string): string =>
  heading
    .normalize('NFC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();

/**
 * Turns counted in one document: a turn is found where one begins at most three code points away, each gold turn once;
 * headings are compared by letters and digits. A document without gold turns counts nothing.
 */
export function countTurnStarts(gold: readonly TurnStart[], found: readonly TurnStart[]): Counts {
  const { add, counts } = tally();
  if (gold.length === 0) return counts;
  const open = new Map(gold.map((turn) => [turn.start, turn]));
  add('gold', open.size);
  for (const turn of found) {
    add('found');
    const hit = nearby(open, turn.start);
    if (!hit) continue;
    add('right');
    open.delete(hit.start);
    if (folded(hit.heading) === folded(turn.heading)) add('headings right');
  }
  return counts;
}

function nearby(open: ReadonlyMap<number, TurnStart>, at: number): TurnStart | null {
  for (let distance = 0; distance <= NEAR; distance++) {
    const hit = open.get(at + distance) ?? open.get(at - distance);
    if (hit) return hit;
  }
  return null;
}

/** Precision, recall and F of turn starts, and headings right on the turns that were found. */
export const turnFigures: readonly Figure[] = [
  { name: 'precision', value: (of) => share(of('right'), of('found')) },
  { name: 'recall', value: (of) => share(of('right'), of('gold')) },
  { name: 'F', value: (of) => f1(of('right'), of('found'), of('gold')) },
  { name: 'heading right', value: (of) => share(of('headings right'), of('right')) },
];
