import type { Span } from '../../model/spans.js';
import { f1, share, tally, type Counts, type Figure } from './figures.js';
import { lettersOf, type Letters } from './letters.js';
import type { FoundRow } from './match-contents.js';

/** A unit of a speech: whether it criticises anybody, and which state. */
export interface GoldUnit {
  readonly span: Span;
  readonly criticism: boolean;
  /** State criticised, alpha-3; null where it is none or not known. */
  readonly country: string | null;
}

/**
 * Criticism found, counted in one document: a unit is found as criticism where a row against something covers at least
 * half of its letters; its state is the first that such a row, the best covering first, names. Counts by state are
 * `state gold/RUS`, `state found/RUS` and `state right/RUS`.
 */
export function countCriticism(text: string, units: readonly GoldUnit[], rows: readonly FoundRow[]): Counts {
  const letters = lettersOf(text);
  const against = rows.filter((row) => row.stance === 'against');
  const { add, counts } = tally();
  for (const { span, criticism, country } of units) {
    if (letters.count([span]) === 0) continue;
    const hits = rowsCovering(letters, span, against);
    if (criticism) add('gold');
    if (hits.length > 0) add('found');
    if (criticism && hits.length > 0) add('right');
    if (!criticism || country === null) continue;
    const guess = hits.flatMap((row) => row.target_countries)[0] ?? null;
    add('states');
    add(`state gold/${country}`);
    if (guess === null) continue;
    add('states answered');
    add(`state found/${guess}`);
    if (guess !== country) continue;
    add('states right');
    add(`state right/${country}`);
  }
  return counts;
}

/** The rows that cover at least half of a unit's letters, the one that covers most first. */
export function rowsCovering<Row extends FoundRow>(letters: Letters, unit: Span, rows: readonly Row[]): Row[] {
  const size = Math.max(1, letters.count([unit]));
  return rows
    .map((row) => ({ row, cover: letters.shared([unit], row.segments) / size }))
    .filter(({ cover }) => cover >= 0.5)
    .sort((a, b) => b.cover - a.cover)
    .map(({ row }) => row);
}

/** F of one state among the units whose state is known; 0 where it is neither named nor found. */
const stateF = (of: (name: string) => number, state: string): number =>
  f1(of(`state right/${state}`), of(`state found/${state}`), of(`state gold/${state}`)) ?? 0;

/** F of criticism, and of the states criticised: each by itself and their plain mean. */
export function criticismFigures(states: readonly string[]): readonly Figure[] {
  return [
    { name: 'F', value: (of) => f1(of('right'), of('found'), of('gold')) },
    { name: 'precision', value: (of) => share(of('right'), of('found')) },
    { name: 'recall', value: (of) => share(of('right'), of('gold')) },
    {
      name: 'target macro-F',
      value: (of) =>
        share(
          states.reduce((sum, state) => sum + stateF(of, state), 0),
          states.length,
        ),
    },
    ...states.map((state): Figure => ({ name: `target F, ${state}`, value: (of) => stateF(of, state) })),
    { name: 'target answered', value: (of) => share(of('states answered'), of('states')) },
    { name: 'target right where answered', value: (of) => share(of('states right'), of('states answered')) },
  ];
}
