import type { Counts } from '../measures/extraction/figures.js';
import type { Adjudication, Finding, Label, Tombstone } from '../model/generated.js';
import type { Permit, Permitted } from '../releases/release-tables.js';
import { isStandoff, type ReleaseDataset, type StatementRow } from '../releases/dataset.js';
import { basisCounter, type FieldBasis } from '../releases/field-bases.js';
import { Graveyard, type EarlierRelease } from '../releases/earlier-release.js';
import { wholeDocuments } from '../releases/extraction.js';
import { mendFindings, mending } from '../releases/mend-references.js';
import { redirectFindings } from '../releases/redirect-findings.js';
import type { SortedDataset } from '../releases/sorted-dataset.js';
import { mapRows, type RowStore, type StoredRows } from '../tables/row-store.js';
import { resolveUnits, type ResolvedUnit } from './resolve-labels.js';

/** The rows of a release, after labels were resolved and rows left out. */
export interface KeptRows {
  /** With their hashes, in order of their ids; references to rows that left are mended. */
  readonly statements: StoredRows<StatementRow>;
  readonly labels: StoredRows<Permitted<Label>>;
  readonly adjudication: StoredRows<Permitted<Adjudication>>;
  readonly tombstones: readonly Permitted<Tombstone>[];
  /** Rows of the three that go into data/ with their words. */
  readonly withWords: { readonly statements: number; readonly labels: number; readonly adjudication: number };
  /** How many statements of data/ have each labelled field from where. */
  readonly bases: readonly FieldBasis[];
  readonly leftOut: { readonly related: number; readonly rejected: number; readonly labels: number };
  /** What was found and added in each document that annotators read as a whole. */
  readonly whole: readonly Counts[];
}

/** How rows are kept. */
export interface KeepOptions {
  readonly version: string;
  readonly includeRelated: boolean;
  readonly earlier: EarlierRelease | null;
  readonly hash: (row: StatementRow) => StatementRow;
  readonly say: (found: Finding) => void;
}

/**
 * Resolves the labels of a sorted dataset and keeps what is released, in a store: statements but for teasers and
 * rejected ones, labels and adjudications with their statement or with the tombstone of one that was withdrawn, and a
 * tombstone for each row that leaves. One id is in memory at a time.
 */
export function keepRows(
  dataset: ReleaseDataset,
  sorted: SortedDataset,
  store: RowStore,
  { version, includeRelated, earlier, hash, say }: KeepOptions,
): KeptRows {
  const everyWord = isStandoff(dataset.project);
  const allowed = new Set(
    dataset.documents.filter((row) => everyWord || row.text_allowed).map((row) => row.document_id),
  );
  const graveyard = new Graveyard(version, earlier?.tombstones ?? [], dataset.tombstones);
  const replacing = new Set(graveyard.tombstones.flatMap((row) => (row.replaced_by === null ? [] : [row.replaced_by])));
  const permits = new Map<string, Permit>();
  const out = {
    statements: store.writer<StatementRow>(),
    labels: store.writer<Permitted<Label>>(),
    adjudication: store.writer<Permitted<Adjudication>>(),
  };
  const withWords = { statements: 0, labels: 0, adjudication: 0 };
  const leftOut = { related: 0, rejected: 0, labels: 0 };
  const bases = basisCounter();
  const whole = wholeDocuments(dataset);
  const left = new Set<string>();
  const stays = new Set<string>();
  let references = false;

  const permitOf = ({ row, earlier: before }: ResolvedUnit): Permit => {
    const document = row?.document_id ?? before[0]?.document_id;
    return document === undefined ? null : allowed.has(document);
  };
  const keepJudgements = (unit: ResolvedUnit, $permit: Permit): void => {
    for (const row of unit.labels) out.labels.push({ ...row, $permit });
    for (const row of unit.adjudication) out.adjudication.push({ ...row, $permit });
    if ($permit === false) return;
    withWords.labels += unit.labels.length;
    withWords.adjudication += unit.adjudication.length;
  };
  const keepStatement = (unit: ResolvedUnit, row: StatementRow, $permit: Permit): void => {
    out.statements.push(hash(row));
    whole.kept(row, $permit === true);
    references ||= row.embedded_in !== null || row.restates !== null;
    if (replacing.has(unit.id)) stays.add(unit.id);
    if ($permit !== true) return;
    withWords.statements++;
    bases.add(unit.bases);
  };

  for (const unit of resolveUnits(dataset, sorted, say, { earlier: earlier?.statements ?? [] })) {
    const { id, row, rejected } = unit;
    const $permit = permitOf(unit);
    const isWanted = row !== null && (includeRelated || row.section !== 'related');
    if (row && rejected !== null) {
      leftOut.rejected++;
      graveyard.bury({ id, withdrawn_in: null, reason: rejected, replaced_by: null });
    } else if (!row && unit.earlier.length && !graveyard.has(id)) {
      say(graveyard.buryVanished(id, earlier!.version));
    }
    const isKept = isWanted && rejected === null;
    if (isKept && graveyard.has(id)) say(graveyard.reused(row));
    if (isKept) keepStatement(unit, row, $permit);
    else left.add(id);
    if (row && rejected === null && !isKept) leftOut.related++;
    if (graveyard.has(id)) permits.set(id, $permit);
    if (isKept || graveyard.has(id)) keepJudgements(unit, $permit);
    else leftOut.labels += unit.labels.length;
  }

  for (const row of graveyard.tombstones) left.add(row.id);
  for (const found of redirectFindings(graveyard.tombstones, (id) => stays.has(id))) say(found);
  const kept = out.statements.done();
  // A successor that is not released itself (a teaser, say) would lead nowhere; it was told.
  const successor = ({ replaced_by: id }: Tombstone): string | null =>
    id !== null && (stays.has(id) || graveyard.has(id)) ? id : null;
  const mend = mending(left, graveyard.tombstones, (id) => stays.has(id));
  if (references) {
    for (const row of kept) for (const found of mendFindings(row, mend(row) ?? row)) say(found);
  }
  return {
    statements: references ? mapRows(kept, (row) => mend(row) ?? row) : kept,
    labels: out.labels.done(),
    adjudication: out.adjudication.done(),
    tombstones: graveyard.tombstones.map((row) => ({
      ...row,
      replaced_by: successor(row),
      $permit: permits.get(row.id) ?? null,
    })),
    withWords,
    bases: bases.counts(),
    leftOut,
    whole: whole.counts(),
  };
}
