import type { Statement, Tombstone } from '../model/generated.js';
import { freeId } from '../model/ids.js';
import type { PreviousStatement } from '../model/previous.js';
import { intersectionOverUnion, overlap, type Span } from '../model/spans.js';

/** Rows with the ids they keep, and a tombstone or redirect for every earlier id that none of them has. */
export interface KeptIds {
  readonly statements: readonly Statement[];
  readonly tombstones: readonly Tombstone[];
}

/** Least overlap (intersection over union) of two contents that are the same statement. */
const SAME = 0.5;

/**
 * Gives the rows of one document the ids of an earlier conversion of it: kept where the speaker is the same and the
 * contents overlap with the same or a refined target (it was null, stands above the new one, or the mentions overlap);
 * among rivals the highest overlap, then the first. Every other earlier id gets a tombstone, which redirects to the row
 * that covers the same words where there is one. Ids in `retired` are never given again.
 */
export function keepIds(
  statements: readonly Statement[],
  previous: readonly PreviousStatement[],
  {
    isAncestor,
    retired,
  }: { readonly isAncestor: (upper: string, lower: string) => boolean; readonly retired: ReadonlySet<string> },
): KeptIds {
  const pairs: { old: number; row: number; score: number }[] = [];
  previous.forEach((old, o) => {
    statements.forEach((row, r) => {
      if (!sameSpeaker(old, row) || !sameTarget(old, row, isAncestor)) return;
      const score = intersectionOverUnion(old.segments, row.segments);
      if (score >= SAME) pairs.push({ old: o, row: r, score: score + (old.target_id === row.target_id ? 1 : 0) });
    });
  });
  pairs.sort((a, b) => b.score - a.score || a.old - b.old || a.row - b.row);
  const newId = new Map<number, string>();
  const used = new Set<number>();
  for (const pair of pairs) {
    if (used.has(pair.old) || newId.has(pair.row)) continue;
    used.add(pair.old);
    newId.set(pair.row, previous[pair.old]!.statement_id);
  }
  const taken = new Set([...newId.values(), ...retired, ...previous.map((old) => old.statement_id)]);
  const renamed = new Map<string, string>();
  statements.forEach((row, r) => {
    let id = newId.get(r);
    if (id === undefined) {
      id = freeId(row.statement_id, taken);
      taken.add(id);
    }
    newId.set(r, id);
    renamed.set(row.statement_id, id);
  });
  const link = (id: string | null): string | null => (id === null ? null : (renamed.get(id) ?? id));
  const kept = statements.map((row, r) => ({
    ...row,
    statement_id: newId.get(r)!,
    embedded_in: link(row.embedded_in),
    restates: link(row.restates),
  }));
  const tombstones = previous.flatMap((old, o) => (used.has(o) ? [] : [tombstoneFor(old, kept)]));
  return { statements: kept, tombstones };
}

function sameSpeaker(old: PreviousStatement, row: Statement): boolean {
  if (old.speaker_id !== null || row.speaker_id !== null) return old.speaker_id === row.speaker_id;
  const a = span(old.speaker_start, old.speaker_end);
  const b = span(row.speaker_start, row.speaker_end);
  return a === null || b === null ? a === b : overlap(a, b) > 0;
}

function sameTarget(
  old: PreviousStatement,
  row: Statement,
  isAncestor: (upper: string, lower: string) => boolean,
): boolean {
  if (old.target_id === row.target_id && old.target_id !== null) return true;
  if (old.target_id === null && old.target_start === null) return true;
  if (old.target_id !== null && row.target_id !== null && isAncestor(old.target_id, row.target_id)) return true;
  const a = span(old.target_start, old.target_end);
  const b = span(row.target_start, row.target_end);
  return a !== null && b !== null && overlap(a, b) > 0;
}

function span(start: number | null, end: number | null): Span | null {
  return start === null || end === null ? null : { start, end };
}

function tombstoneFor(old: PreviousStatement, rows: readonly Statement[]): Tombstone {
  let best: { id: string; score: number } | null = null;
  for (const row of rows) {
    const score = intersectionOverUnion(old.segments, row.segments);
    if (score >= SAME && (!best || score > best.score)) best = { id: row.statement_id, score };
  }
  return {
    id: old.statement_id,
    withdrawn_in: null,
    reason: best ? 'the words are now read with another speaker or target' : 'no longer found by the extractor',
    replaced_by: best?.id ?? null,
  };
}
