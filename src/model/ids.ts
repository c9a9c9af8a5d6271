import { shortHash } from './hash.js';
import type { Span } from './spans.js';

/** What a statement id is minted from: the row as first made. */
export interface StatementSeed {
  readonly document_id: string;
  readonly segments: readonly Span[];
  /** speaker_id, or the mention where no actor was found. */
  readonly speaker: string | null;
  readonly addressee_ids: readonly string[];
  /** target_id, or the mention where no target was found. */
  readonly target: string | null;
}

const segmentsKey = (segments: readonly Span[]): string => segments.map((s) => `${s.start}-${s.end}`).join(';');

/** Mints `st_…` from a row as first made; the same row gives the same id on every machine. */
export function statementId(seed: StatementSeed): string {
  return `st_${shortHash([
    'st',
    seed.document_id,
    segmentsKey(seed.segments),
    seed.speaker ?? '',
    [...seed.addressee_ids].sort().join(';'),
    seed.target ?? '',
  ])}`;
}

/** Mints `ut_…`, shared by the rows cut from one utterance. */
export function utteranceId(documentId: string, segments: readonly Span[]): string {
  return `ut_${shortHash(['ut', documentId, segmentsKey(segments)])}`;
}

/** Mints `tu_…` for a transcript turn. */
export function turnId(documentId: string, start: number): string {
  return `tu_${shortHash(['tu', documentId, String(start)])}`;
}

/** The id itself when it is free, else with -2, -3, … in the order of asking; `taken` is not changed. */
export function freeId(id: string, taken: { has(id: string): boolean }): string {
  if (!taken.has(id)) return id;
  let n = 2;
  while (taken.has(`${id}-${n}`)) n++;
  return `${id}-${n}`;
}

/** A name as an actor or target id: lower-case ASCII letters and digits joined by hyphens; '' when nothing is left. */
export function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/ł/gi, 'l')
    .replace(/ø/gi, 'o')
    .replace(/đ/gi, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/gi, 'ae')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
