import type { Place } from '../model/findings.js';
import type { Finding, StandoffStatement, StandoffTurn, Statement, Turn } from '../model/generated.js';
import { hull, type Span } from '../model/spans.js';
import type { Placement } from './hydrate-choose.js';
import { ambiguousSpan, differingSpan, lostMention, lostSpan, lostTurn } from './hydrate-findings.js';
import type { PlacedSpans } from './hydrate-place.js';
import { ownShifts, placeMention, shiftsAt, shiftsOf, type PlacedMention, type Shift } from './hydrate-shifts.js';
import { spanKey } from './hydrate-spans.js';

/** A row of a stand-off table, and the row with words that was made of it. */
export interface HydratedRow<From, To> {
  readonly from: From;
  readonly row: To;
}

/** What came of the statements of a document. */
export interface HydrateShare {
  readonly statements: number;
  /** Found where they stood, or elsewhere. */
  readonly at_place: number;
  readonly moved: number;
  /** Found more than once, with nothing to tell which is meant; or not at all. */
  readonly ambiguous: number;
  readonly lost: number;
  /** Mentions whose words were not found beside their statement, and turns. */
  readonly mentions_lost: number;
  readonly turns_lost: number;
}

/** The rows of a document with their words. */
export interface HydratedRows {
  readonly statements: readonly HydratedRow<StandoffStatement, Statement>[];
  readonly turns: readonly HydratedRow<StandoffTurn, Turn>[];
  readonly share: HydrateShare;
  readonly findings: readonly Finding[];
}

/** How rows are made. */
export interface RowsOptions {
  readonly file: string;
  readonly placeOf: (row: object) => Place;
  /** False leaves out the rows whose words stand elsewhere. */
  readonly relocate: boolean;
  /** True where the copy is the annotated text: then only a wrong stand-off row can stand elsewhere. */
  readonly exact: boolean;
}

const MENTIONS = [
  ['cue', 'cue'],
  ['speaker', 'speaker_text'],
  ['target', 'target_text'],
] as const;

const DIGESTS = new Set(['span_sha256', 'context_sha256', 'cue_sha256', 'speaker_sha256', 'target_sha256']);

type Cells = Readonly<Record<string, unknown>>;

/** Puts words into the rows whose places were found; the others are left out and named. */
export function hydratedRows(
  statements: readonly StandoffStatement[],
  turns: readonly StandoffTurn[],
  placed: PlacedSpans,
  options: RowsOptions,
): HydratedRows {
  const { file, placeOf, relocate, exact } = options;
  const { copy } = placed;
  const around = shiftsOf(placed);
  const byKey = new Map(placed.spans.map(({ key }, i) => [key, placed.placements[i]!]));
  const findings: Finding[] = [];
  const count = { at_place: 0, moved: 0, ambiguous: 0, lost: 0, mentions_lost: 0, turns_lost: 0 };

  const mentionsOf = (row: object, names: typeof MENTIONS | readonly (typeof MENTIONS)[1][], own: readonly Shift[]) => {
    const cells: Record<string, unknown> = {};
    for (const [mention, words] of names) {
      const known = mentionOf(row as Cells, mention);
      const isSame = exact && known && (known.sha256 === null || copy.holds([known], known.sha256));
      const place = known && (isSame ? known : placeMention(known, copy, { own, around }));
      if (known && !place) {
        count.mentions_lost++;
        findings.push(lostMention({ place: placeOf(row), row, file }, mention));
      }
      cells[words] = place ? copy.slice(place.start, place.end) : null;
      cells[`${mention}_start`] = place?.start ?? null;
      cells[`${mention}_end`] = place?.end ?? null;
    }
    return cells;
  };

  const turnRows = turns.flatMap((from): HydratedRow<StandoffTurn, Turn>[] => {
    const place = from.start === from.end ? emptyTurn(from) : taken(byKey.get(spanKey(from)));
    if (!place) {
      count.turns_lost++;
      findings.push(lostTurn({ place: placeOf(from), row: from, file }));
      return [];
    }
    const own = [{ start: from.start, end: from.end, by: place.start - from.start }];
    const row = { ...withoutDigests(from), ...place, ...mentionsOf(from, [MENTIONS[1]], own) };
    return [{ from, row: row as unknown as Turn }];
  });
  const kept = new Set(turnRows.map(({ row }) => row.turn_id));

  const statementRows = statements.flatMap((from): HydratedRow<StandoffStatement, Statement>[] => {
    const placement = byKey.get(spanKey(from));
    const segments = placement?.segments ?? null;
    const isElsewhere = segments !== null && isMoved(from, segments);
    const candidates = placement && 'candidates' in placement ? placement.candidates : [];
    count[segments ? (isElsewhere ? 'moved' : 'at_place') : candidates.length ? 'ambiguous' : 'lost']++;
    const places = segments ? [segments] : candidates.map((one) => one.segments);
    const say = { place: placeOf(from), row: from, file, places };
    if (exact && (!segments || isElsewhere)) findings.push(differingSpan(say));
    else if (!segments) findings.push(candidates.length ? ambiguousSpan(say) : lostSpan(say));
    if (!segments || (isElsewhere && !relocate)) return [];
    const row = {
      ...withoutDigests(from),
      ...hull(segments)!,
      segments: segments.map(({ start, end }) => ({ start, end })),
      text: segments.map(({ start, end }) => copy.slice(start, end)).join(' '),
      ...mentionsOf(from, MENTIONS, ownShifts(from, segments)),
      turn_id: from.turn_id !== null && kept.has(from.turn_id) ? from.turn_id : null,
      flags: isElsewhere ? flagged(from.flags, placement!) : from.flags,
    };
    return [{ from, row: row as unknown as Statement }];
  });
  return { statements: statementRows, turns: turnRows, share: { statements: statements.length, ...count }, findings };

  function taken(placement: Placement | undefined): Span | null {
    return placement?.segments ? hull(placement.segments) : null;
  }

  /** A turn in which nothing is said has no digest; it stands where its heading does. */
  function emptyTurn(turn: StandoffTurn): Span | null {
    if (exact) return { start: turn.start, end: turn.end };
    const heading = mentionOf(turn as unknown as Cells, 'speaker');
    const place = heading?.sha256 ? placeMention(heading, copy, { own: [], around }) : null;
    const by = place && heading ? place.start - heading.start : null;
    return by !== null && shiftsAt(around, turn).includes(by) ? { start: turn.start + by, end: turn.end + by } : null;
  }
}

function mentionOf(row: Cells, mention: string): PlacedMention | null {
  const [start, end, sha256] = [row[`${mention}_start`], row[`${mention}_end`], row[`${mention}_sha256`]];
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  return { start, end, sha256: typeof sha256 === 'string' ? sha256 : null };
}

function isMoved(from: StandoffStatement, segments: readonly Span[]): boolean {
  return from.segments.some(({ start, end }, i) => start !== segments[i]!.start || end !== segments[i]!.end);
}

/** A row without the columns that only a stand-off table has. */
function withoutDigests(row: object): Cells {
  const cells: Record<string, unknown> = {};
  for (const name of Object.keys(row)) if (!DIGESTS.has(name)) cells[name] = (row as Cells)[name];
  return cells;
}

function flagged(flags: readonly string[], placement: Placement): string[] {
  const more = ['relocated', ...(placement.segments && placement.by === 'order' ? ['relocated-by-order'] : [])];
  return [...flags.filter((flag) => !more.includes(flag)), ...more];
}
