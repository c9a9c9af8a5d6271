import { byPlace, finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { checkMetadata, withOwnDoi } from '../releases/check-metadata.js';
import { checkRelease } from '../releases/check-release.js';
import { isStandoff, placeOf, type ReleaseDataset, type StatementRow, type TurnRow } from '../releases/dataset.js';
import type { Basis } from '../releases/decide-value.js';
import type { EarlierRelease } from '../releases/earlier-release.js';
import { extractionStatistics } from '../releases/extraction.js';
import type { KnownReleases } from '../releases/known-releases.js';
import { noStatements } from '../releases/no-statements.js';
import { registryGaps } from '../releases/registry-gaps.js';
import { releaseFiles } from '../releases/release-files.js';
import { releaseTables, type ReleaseRows } from '../releases/release-tables.js';
import { metadataOfProject, parsedSchemas } from '../releases/release-meaning.js';
import {
  rowsOf,
  type LeftOut,
  type Release,
  type ReleaseFile,
  type ReleaseTable,
  type ReleaseValidation,
} from '../releases/release.js';
import { passing, sortDataset, type SortedDataset } from '../releases/sorted-dataset.js';
import { labelsByFile, standoffHead, type StandoffDataset } from '../releases/standoff.js';
import { standoffTables } from '../releases/standoff-tables.js';
import { checkDatasheet, readDatasheet } from '../releases/datasheet-form.js';
import { allowedValues, customColumn, customFields } from '../releases/statement-fields.js';
import { mentionHashes, placeHashes } from '../releases/statement-hashes.js';
import { releaseStatistics } from '../releases/statistics.js';
import { memoryStore, type RowStore } from '../tables/row-store.js';
import { releaseChanges, VERSION_PLACE, versionEntry } from './release-changes.js';
import { keepRows, type KeptRows } from './keep-rows.js';
import { knownVersionFindings } from './known-versions.js';
import { rebuildCommand } from './rebuild-command.js';
import { RELEASE_BOOTSTRAP, releaseAgreement, type ReleaseLabels } from './release-agreement.js';

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
  /** What is known of the dataset's other releases. */
  readonly known?: KnownReleases | null;
  /** Whether a release may be replaced by other content. */
  readonly force?: boolean;
  /** How --previous names it, from the dataset's folder; null where it is the one that is taken without being named. */
  readonly previousOption?: string | null;
  /** Text of each file of schema/, by file name; those that the tables use are released. */
  readonly schemaFiles?: Readonly<Record<string, string>>;
  readonly textFileName?: (documentId: string) => string;
  /** Where long tables are kept while the release is made; in memory unless told otherwise. */
  readonly store?: RowStore;
  /** Takes each finding as it comes; without it they are all in the result. */
  readonly say?: (found: Finding) => void;
  /** Text of demarche.json, so that findings about it name the line. */
  readonly projectText?: string | null;
  /** Text of the dataset's datasheet.md; null where there is none. */
  readonly datasheetText?: string | null;
  /** What the validation of the dataset found. */
  readonly validation?: ReleaseValidation | null;
  /** The program with its version: "demarche 0.1.0". */
  readonly tool?: string;
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
  /** In order of place; none when `say` took them. */
  readonly findings: readonly Finding[];
  /** Null when the release was refused. */
  readonly summary: ReleaseSummary | null;
}

/**
 * Makes a release of a dataset in which `validate` finds no error: resolves labels into the table, leaves out rejected
 * rows (with a tombstone), teasers, and the words of documents whose license forbids them, and lays out the files. Pure
 * but for the store: the same rows in any order give the same bytes. Throws UsageError when a text that is needed for
 * hashes is missing.
 */
export function release(given: ReleaseDataset, options: ReleaseOptions): ReleaseResult {
  const dataset = withRedactions(given);
  const {
    version,
    includeRelated = false,
    spreadsheet = false,
    earlier = null,
    store = memoryStore(),
    tool = 'demarche',
  } = options;
  const findings: Finding[] = [];
  let errors = 0;
  const say = (found: Finding): void => {
    if (found.severity === 'error') errors++;
    if (options.say) options.say(found);
    else findings.push(found);
  };
  for (const found of checkRelease(dataset)) say(found);
  const { texts, tellMissing } = watchedTexts(dataset, say);
  const hashes = placeHashes(texts, { missing: () => undefined });
  const gaps = registryGaps(dataset);
  const sorted = sortDataset({ ...dataset, turns: passing(dataset.turns, gaps.turn) }, store, { hashes });
  const hash = (row: StatementRow): StatementRow => {
    gaps.statement(row);
    return mentionHashes(hashes.statement(row));
  };
  const kept = keepRows(dataset, sorted, store, { version, includeRelated, earlier, hash, say });
  tellMissing();
  for (const found of gaps.findings()) say(found);
  const none = noStatements(kept.statements.count, kept.leftOut);
  if (none) say(none);
  if (errors) return { files: [], findings: findings.sort(byPlace), summary: null };

  const rows = {
    ...kept,
    turns: sorted.turns,
    withWords: { ...kept.withWords, turns: turnsWithWords(dataset, sorted) },
  };
  const standoff = standoffOf(dataset, rows, store, version);
  const tables = releaseTables(dataset, rows, standoff);
  const { codebook } = dataset;
  const statistics = releaseStatistics(
    Object.fromEntries(tables.map(({ name, rows: own }) => [name, own])),
    kept.bases,
    {
      allDocuments: dataset.documents,
      extraction: extractionStatistics(kept.whole, RELEASE_BOOTSTRAP),
      categories: customFields(codebook).filter((field) => allowedValues(codebook, customColumn(codebook, field))),
    },
  );
  const date = options.date ?? sorted.newestDay;
  const metadata = { version, date, earlier: earlier?.history ?? [], text: options.projectText ?? null };
  for (const found of checkMetadata(dataset.project, metadata)) say(found);
  const sheet = options.datasheetText ? readDatasheet(options.datasheetText) : null;
  for (const found of checkDatasheet(sheet)) say(found);
  const schemaFiles = usedSchemas(options.schemaFiles ?? {}, [
    ...tables.map((one) => one.table.schema),
    ...standoff.tables.map((one) => one.schema),
  ]);
  const meaning = { codebook, schemas: parsedSchemas(schemaFiles), metadata: metadataOfProject(dataset.project) };
  const { redactions = [] } = dataset;
  const inStandoff = { documents: dataset.documents.map((row) => row.document_id), statements: kept.statements };
  const changes =
    earlier && releaseChanges(version, { tables, standoff: inStandoff, meaning, redactions }, earlier, store);
  for (const found of changes?.findings ?? []) say(found);
  const project = withOwnDoi(dataset.project, earlier?.history ?? []);
  const { doi } = project;
  const entry = {
    ...versionEntry(version, date, tables, changes),
    ...(doi ? { doi } : {}),
    ...(options.unicode ? { unicode: options.unicode } : {}),
  };
  const judged = { force: options.force ?? false, place: VERSION_PLACE };
  for (const found of options.known ? knownVersionFindings(entry, options.known, judged) : []) say(found);
  if (errors) return { files: [], findings: findings.sort(byPlace), summary: null };
  const plan: Release = {
    version,
    date,
    project,
    codebook,
    tables,
    textDocuments: textDocuments(dataset),
    texts: dataset.texts,
    textFileName: options.textFileName ?? ((id) => `${id}.txt`),
    standoff,
    statistics,
    leftOut: leftOutOf(dataset, kept, tables),
    delta: changes?.delta ?? null,
    history: [entry, ...(earlier?.history ?? [])],
    schemaFiles,
    validation: options.validation ?? null,
    agreement: releaseAgreement({ ...labelTables(tables), project, codebook }, { tool }),
    datasheet: sheet,
    tool,
    redactions: redactions.map(({ document_id, reason }) => ({ document_id, reason })),
    command: rebuildCommand(version, date, { includeRelated, spreadsheet, previous: options.previousOption ?? null }),
    spreadsheet,
  };
  return {
    files: releaseFiles(plan),
    findings: findings.sort(byPlace),
    summary: { version, date, rows: statistics.rows, basis: statistics.basis, leftOut: plan.leftOut },
  };
}

/** A redacted document does not allow its text, whatever its license says. */
function withRedactions(dataset: ReleaseDataset): ReleaseDataset {
  const redacted = new Set((dataset.redactions ?? []).map((row) => row.document_id));
  if (!redacted.size) return dataset;
  return {
    ...dataset,
    documents: dataset.documents.map((row) => (redacted.has(row.document_id) ? { ...row, text_allowed: false } : row)),
  };
}

/** Texts that tell which of them are missing: each document's is needed, be it only to be released. */
function watchedTexts({ project, documents, texts }: ReleaseDataset, say: (found: Finding) => void) {
  const seen = new Map<string, boolean>();
  const see = (documentId: string): string | null => {
    const text = texts(documentId);
    seen.set(documentId, text !== null);
    return text;
  };
  return {
    texts: see,
    tellMissing: (): void => {
      for (const document of documents) {
        const { document_id } = document;
        const isNeeded = seen.has(document_id) || (!isStandoff(project) && document.text_allowed);
        if (!isNeeded || (seen.get(document_id) ?? see(document_id) !== null)) continue;
        const message = 'the text of this document is not in texts/; a release needs it';
        say(finding('document/no-text', placeOf(document), message, { record_id: document_id, field: 'document_id' }));
      }
    },
  };
}

function turnsWithWords({ documents }: ReleaseDataset, { turns }: SortedDataset): number {
  const forbidden = new Set(documents.filter((row) => !row.text_allowed).map((row) => row.document_id));
  if (!forbidden.size) return turns.count;
  let count = 0;
  for (const row of turns as Iterable<TurnRow>) if (!forbidden.has(row.document_id)) count++;
  return count;
}

/** The stand-off form of a release: all its rows, with its own copy of the registries. */
function standoffOf(dataset: ReleaseDataset, rows: ReleaseRows, store: RowStore, version: string): StandoffDataset {
  const { codebook, documents, annotators, batches, splits } = dataset;
  return {
    ...standoffHead({ ...dataset.project, version }, codebook),
    tables: standoffTables({
      ...rows,
      codebook,
      documents,
      annotators,
      batches,
      splits,
      labels: labelsByFile(rows.labels, codebook, store),
      registry: dataset,
    }),
  };
}

function textDocuments({ project, documents }: ReleaseDataset): string[] {
  if (isStandoff(project)) return [];
  return documents
    .filter((row) => row.text_allowed)
    .map((row) => row.document_id)
    .sort();
}

function leftOutOf(dataset: ReleaseDataset, kept: KeptRows, tables: readonly ReleaseTable[]): LeftOut {
  const rowsOf = (name: string): number => tables.find((one) => one.name === name)?.rows.count ?? 0;
  return {
    ...kept.leftOut,
    standoff_documents: dataset.documents.length - rowsOf('documents'),
    standoff_statements: kept.statements.count - rowsOf('statements'),
  };
}

function usedSchemas(
  files: Readonly<Record<string, string>>,
  schemas: readonly string[],
): Readonly<Record<string, string>> {
  const used = new Set([...schemas, 'codebook', 'project'].map((schema) => `${schema}.schema.json`));
  return Object.fromEntries(Object.entries(files).filter(([name]) => used.has(name)));
}

/** The tables that agreement is computed from. */
function labelTables(tables: Release['tables']): Omit<ReleaseLabels, 'project' | 'codebook'> {
  return {
    labels: rowsOf({ tables }, 'labels'),
    annotators: rowsOf({ tables }, 'annotators'),
    batches: rowsOf({ tables }, 'batches'),
    statements: rowsOf({ tables }, 'statements'),
    tombstones: rowsOf({ tables }, 'tombstones'),
  };
}
