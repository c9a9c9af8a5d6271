import { byPlace } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { checkRelease } from '../releases/check-release.js';
import { checkScores } from '../releases/check-scores.js';
import { isStandoff, noPlace, type PlaceOf, type ReleaseDataset } from '../releases/dataset.js';
import type { Basis } from '../releases/decide-value.js';
import { tombstonesOf, versionEntry, type EarlierRelease } from '../releases/earlier-release.js';
import { mendReferences } from '../releases/mend-references.js';
import { newestDate } from '../releases/release-date.js';
import { releaseFiles } from '../releases/release-files.js';
import { releaseStandoff, releaseTables, rowsWithWords, type ReleaseRows } from '../releases/release-tables.js';
import type { LeftOut, Release, ReleaseFile } from '../releases/release.js';
import { releaseStatistics } from '../releases/statistics.js';
import { resolveLabels, type ResolvedLabels } from './resolve-labels.js';

/** What a release is told besides the dataset. */
export interface ReleaseOptions {
  /** X.Y.Z. */
  readonly version: string;
  /** YYYY-MM-DD; null takes the newest day that the dataset names. */
  readonly date?: string | null;
  /** Keeps teasers of other articles (section related). */
  readonly includeRelated?: boolean;
  /** Adds copies of the tables for spreadsheets. */
  readonly spreadsheet?: boolean;
  /** The release before this one. */
  readonly earlier?: EarlierRelease | null;
  /** Text of each file of schema/, by file name; those that the tables use are released. */
  readonly schemaFiles?: Readonly<Record<string, string>>;
  readonly textFileName?: (documentId: string) => string;
  readonly placeOf?: PlaceOf;
  /** Unicode version of the running program, which is recorded: the same bytes are promised for one version. */
  readonly unicode?: string;
}

/** Counts that a release prints. */
export interface ReleaseSummary {
  readonly version: string;
  readonly date: string | null;
  readonly rows: Readonly<Record<string, number>>;
  readonly basis: Readonly<Record<Basis, number>>;
  readonly leftOut: LeftOut;
}

/** A release: its files, made while they are read (and again when read again), and what was found on the way. */
export interface ReleaseResult {
  /** None when a finding is an error. */
  readonly files: Iterable<ReleaseFile>;
  readonly findings: readonly Finding[];
  /** Null when the release was refused. */
  readonly summary: ReleaseSummary | null;
}

/**
 * Makes a release from the rows of a dataset: checks what would make it wrong, resolves labels into the table, leaves
 * out rejected rows (with a tombstone), teasers, and the words of documents whose license forbids them, and lays out
 * the files. Pure: the same rows in any order give the same bytes; nothing is written.
 */
export function release(dataset: ReleaseDataset, options: ReleaseOptions): ReleaseResult {
  const { version, includeRelated = false, spreadsheet = false, earlier = null, placeOf = noPlace } = options;
  const faults = [...checkRelease(dataset, placeOf)];
  if (faults.some(isError)) return refused(faults);
  const resolved = resolveLabels(dataset, { placeOf });
  const told = [...faults, ...resolved.findings, ...checkScores(dataset, resolved.statements, placeOf)];
  if (told.some(isError)) return refused(told);

  const kept = resolved.statements.filter((row) => includeRelated || row.section !== 'related');
  const buried = tombstonesOf(dataset.tombstones, resolved.rejected, knownIds(dataset), version, { earlier, placeOf });
  const mended = mendReferences(kept, buried.tombstones, placeOf);
  const findings = [...told, ...buried.findings, ...mended.findings];

  const all = releaseRows(dataset, { ...buried, statements: mended.rows });
  const rows = isStandoff(dataset.project) ? all : rowsWithWords(all, documentsOf(resolved, earlier));
  const standoff = releaseStandoff(dataset, all, version);
  const tables = releaseTables(dataset, rows, standoff);
  const statistics = releaseStatistics(
    Object.fromEntries(tables.map(({ name, rows: own }) => [name, [...own]])),
    rows.statements.map((row) => resolved.bases.get(row.statement_id)!),
  );
  const leftOut = {
    related: resolved.statements.length - kept.length,
    rejected: resolved.rejected.length,
    standoff_documents: all.documents.length - rows.documents.length,
    standoff_statements: all.statements.length - rows.statements.length,
    labels: dataset.labels.length - all.labels.length,
  };
  const date = options.date ?? newestDate(dataset);
  const { unicode } = options;
  const entry = { ...versionEntry(version, date, tables, earlier), ...(unicode ? { unicode } : {}) };
  const plan: Release = {
    version,
    date,
    project: dataset.project,
    codebook: dataset.codebook,
    tables,
    textDocuments: isStandoff(dataset.project) ? [] : rows.documents.map((row) => row.document_id).sort(),
    texts: dataset.texts,
    textFileName: options.textFileName ?? ((id) => `${id}.txt`),
    standoff,
    statistics,
    leftOut,
    history: [entry, ...(earlier?.history ?? [])],
    schemaFiles: usedSchemas(options.schemaFiles ?? {}, [
      ...tables.map((one) => one.table.schema),
      ...standoff.tables.map((one) => one.schema),
    ]),
    spreadsheet,
    command: commandOf(version, date, { includeRelated, spreadsheet }),
  };
  const { rows: counted, basis } = statistics;
  return {
    files: releaseFiles(plan),
    findings: findings.sort(byPlace),
    summary: { version, date, rows: counted, basis, leftOut },
  };
}

function isError(found: Finding): boolean {
  return found.severity === 'error';
}

function refused(findings: readonly Finding[]): ReleaseResult {
  return { files: [], findings: [...findings].sort(byPlace), summary: null };
}

function knownIds({ statements }: ReleaseDataset): ReadonlySet<string> {
  return new Set(statements.map((row) => row.statement_id));
}

function documentsOf(
  { statements, rejected }: ResolvedLabels,
  earlier: EarlierRelease | null,
): ReadonlyMap<string, string> {
  const rows = [...(earlier?.statements ?? []), ...statements, ...rejected.map((one) => one.row)];
  return new Map(rows.map((row) => [row.statement_id, row.document_id]));
}

/** Labels and adjudications stay with their statement, and with the tombstone of one that was withdrawn. */
function releaseRows(dataset: ReleaseDataset, kept: Pick<ReleaseRows, 'statements' | 'tombstones'>): ReleaseRows {
  const ids = new Set([...kept.statements.map((row) => row.statement_id), ...kept.tombstones.map((row) => row.id)]);
  const { documents, turns, splits } = dataset;
  return {
    documents,
    turns,
    splits,
    statements: kept.statements,
    tombstones: kept.tombstones,
    labels: dataset.labels.filter((row) => ids.has(row.statement_id)),
    adjudication: dataset.adjudication.filter((row) => ids.has(row.statement_id)),
  };
}

function usedSchemas(
  files: Readonly<Record<string, string>>,
  schemas: readonly string[],
): Readonly<Record<string, string>> {
  const used = new Set([...schemas, 'codebook', 'project'].map((schema) => `${schema}.schema.json`));
  return Object.fromEntries(Object.entries(files).filter(([name]) => used.has(name)));
}

function commandOf(
  version: string,
  date: string | null,
  { includeRelated, spreadsheet }: { readonly includeRelated: boolean; readonly spreadsheet: boolean },
): string {
  const options = [
    `--version ${version}`,
    ...(date ? [`--date ${date}`] : []),
    ...(includeRelated ? ['--include-related'] : []),
    ...(spreadsheet ? ['--spreadsheet'] : []),
  ];
  return `npx demarche release ${options.join(' ')}`;
}
