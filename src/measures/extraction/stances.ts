import { totalLength, type Span } from '../../model/spans.js';
import { f1, share, tally, type Counts, type Figure } from './figures.js';
import { sharedLength, united } from './letters.js';
import type { FoundRow } from './match-contents.js';

/** The three answers that stances are scored as; everything that is neither favor nor against is other. */
export const SIGNS = ['favor', 'against', 'other'] as const;
export type Sign = (typeof SIGNS)[number];

/** A statement whose stance people agreed on. */
export interface GoldStance {
  readonly segments: readonly Span[];
  readonly stance: Sign;
  /** The target in the words of each annotator; any of them will do. */
  readonly targets: readonly string[];
}

/** What was found for a gold statement. */
export interface StanceOutcome<Row extends FoundRow> {
  /** The row compared; null where no row shares enough of the content. */
  readonly row: Row | null;
  /** Token F1 of its target with the nearest of the gold phrases. */
  readonly fit: number;
}

export const signOf = (stance: string): Sign => (stance === 'favor' || stance === 'against' ? stance : 'other');

/**
 * The row that is compared with a gold statement: it shares at least half of the shorter of the two contents and a
 * quarter of the gold one; among those that share (nearly) the most, the one whose target fits best.
 */
export function stanceOutcome<Row extends FoundRow>(gold: GoldStance, rows: readonly Row[]): StanceOutcome<Row> {
  const size = totalLength(united(gold.segments));
  const hits = rows
    .map((row) => {
      const shared = sharedLength(gold.segments, row.segments);
      const own = totalLength(united(row.segments));
      return { row, ofShorter: shared / Math.max(1, Math.min(size, own)), cover: shared / size };
    })
    .filter(({ ofShorter, cover }) => ofShorter >= 0.5 && cover >= 0.25)
    .sort((a, b) => b.cover - a.cover);
  const most = hits[0]?.cover ?? 0;
  const [best] = hits
    .filter(({ cover }) => cover >= most - 0.1)
    .map(({ row }) => ({ row, fit: targetFit(row, gold.targets) }))
    .sort((a, b) => b.fit - a.fit);
  return best ?? { row: null, fit: 0 };
}

const WEAK = /^(?:the|a|an|of|to|in|on|for|and|his|her|their|its)$/;

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const tokens = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !WEAK.test(word));

function tokenF1(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  const shared = a.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return f1(shared, a.length, b.length) ?? 0;
}

/** Token F1 of a row's target, by its mention or its id, with the nearest of some phrases. */
function targetFit(row: FoundRow, targets: readonly string[]): number {
  const own = [row.target_text ?? '', (row.target_id ?? '').replaceAll('-', ' ')].map(tokens);
  return Math.max(0, ...targets.flatMap((target) => own.map((words) => tokenF1(words, tokens(target)))));
}

/** Stance and target of chosen statements, counted in one document: `stance/<gold>/<found or missing>` and targets. */
export function countStances(gold: readonly GoldStance[], rows: readonly FoundRow[]): Counts {
  const { add, counts } = tally();
  for (const one of gold) {
    const { row, fit } = stanceOutcome(one, rows);
    add('gold');
    add(`stance/${one.stance}/${row ? signOf(row.stance) : 'missing'}`);
    if (!row) continue;
    add('found');
    if (signOf(row.stance) === one.stance) add('right');
    // A target is asked for where there is a position, in words long enough to tell.
    if (one.stance === 'other' || !one.targets.some((target) => tokens(target).some((word) => word.length > 3)))
      continue;
    add('targets');
    if (fit >= 0.5) add('targets right');
  }
  return counts;
}

function signF(of: (name: string) => number, sign: Sign): number {
  const cell = (gold: string, found: string): number => of(`stance/${gold}/${found}`);
  const found = SIGNS.reduce((sum, gold) => sum + cell(gold, sign), 0);
  const wanted = [...SIGNS, 'missing'].reduce((sum, answer) => sum + cell(sign, answer), 0);
  return f1(cell(sign, sign), found, wanted) ?? 0;
}

/** Macro F of favor, against and other where a statement that is not found counts as wrong; targets of those found. */
export const stanceFigures: readonly Figure[] = [
  {
    name: 'macro F',
    value: (of) => (of('gold') > 0 ? SIGNS.reduce((sum, sign) => sum + signF(of, sign), 0) / SIGNS.length : null),
  },
  ...SIGNS.map((sign): Figure => ({ name: `F, ${sign}`, value: (of) => signF(of, sign) })),
  { name: 'found', value: (of) => share(of('found'), of('gold')) },
  { name: 'stance right where found', value: (of) => share(of('right'), of('found')) },
  { name: 'target right', value: (of) => share(of('targets right'), of('targets')) },
];
