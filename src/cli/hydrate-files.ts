import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStore } from '../files/disk-store.js';
import { openCopies } from '../files/document-copies.js';
import type { DatasetHead } from '../files/dataset.js';
import { hydratedFiles, type HydratedTables, type HydratedText } from '../files/hydrated-folder.js';
import type { FolderFile } from '../files/release-folder.js';
import { readStandoff } from '../files/standoff-folder.js';
import { hydrate, type HydratedDocument } from '../flows/hydrate.js';
import type { Document, Finding, Statement, Turn } from '../model/generated.js';
import type { HydrateCounts, HydrateDocumentReport } from '../reports/hydrate-report.js';
import { memoryStore, type RowStore } from '../tables/row-store.js';

/** What a hydration of files needs. */
export interface HydrateFilesOptions {
  readonly head: DatasetHead;
  /** Names a file of the stand-off dataset for findings. */
  readonly shown: (file: string) => string;
  readonly documents: string;
  readonly relocate: boolean;
  /** False only verifies: no rows are kept to be written. */
  readonly keep: boolean;
  readonly onDocument: (done: number, all: number, id: string) => void;
  readonly onRead: (done: number, all: number) => void;
}

/** What was hydrated. */
export interface HydratedDataset {
  readonly documents: readonly HydrateDocumentReport[];
  readonly total: HydrateCounts;
  /** Statements and documents that were given their words. */
  readonly hydrated: { readonly statements: number; readonly documents: number };
  /** True when the tables of the stand-off dataset have errors, so that nothing was done. */
  readonly refused: boolean;
  readonly findings: readonly Finding[];
  readonly unreadable: boolean;
  /** The files of the new dataset, made whenever they are read; rows left out go into the map. */
  readonly files: (leftOut: Map<string, number>) => Iterable<FolderFile>;
}

/** Bytes of statements from which on rows wait on disk; fewer are quicker in memory. */
const LARGE = 1 << 25;

/** Hydrates a stand-off dataset; what is long waits on disk until `use` has written it, and is then taken away. */
export async function hydrateFiles<T>(
  options: HydrateFilesOptions,
  use: (dataset: HydratedDataset) => T | Promise<T>,
): Promise<T> {
  const disk = diskStore(mkdtempSync(join(tmpdir(), 'demarche-hydrate-')));
  const size = statSync(join(options.head.root, 'statements.csv'), { throwIfNoEntry: false })?.size ?? 0;
  try {
    return await use(hydrated(options, { rows: size < LARGE ? memoryStore() : disk, texts: disk }));
  } finally {
    disk.remove();
  }
}

function hydrated(
  options: HydrateFilesOptions,
  { rows: store, texts: textStore }: { readonly rows: RowStore; readonly texts: RowStore },
): HydratedDataset {
  const { head, shown, documents, relocate, keep, onDocument, onRead } = options;
  const standoff = readStandoff(head, store, { shown });
  const copies = openCopies(documents, { onRead });
  const findings = [...standoff.findings];
  const refused = findings.some(({ severity }) => severity === 'error');
  const [documentRows, statementRows, turnRows] = [store.writer<Document>(), store.writer(), store.writer()];
  const texts = textStore.writer<HydratedText>();
  const without = { statements: new Set<string>(), documents: new Set<string>() };
  const reports: HydrateDocumentReport[] = [];
  const told: Finding[] = [];
  const written = { statements: 0, documents: 0 };
  const push = ({ document, text, statements, turns }: HydratedDocument): void => {
    if (!document) return;
    documentRows.push(document);
    texts.push({ document_id: document.document_id, text });
    for (const { from, row } of statements) statementRows.push({ '#number': standoff.numberOf(from), ...row });
    for (const { from, row } of turns) turnRows.push({ '#number': standoff.numberOf(from), ...row });
  };
  if (!refused) {
    for (const one of hydrate(watched(standoff.annotated(), without.statements), copies, { relocate })) {
      reports.push(reportOf(one));
      for (const found of one.findings) told.push(found);
      if (one.document) written.documents++;
      else without.documents.add(one.source.document_id);
      for (const { row } of one.statements) without.statements.delete(row.statement_id);
      written.statements += one.statements.length;
      if (keep) push(one);
      onDocument(reports.length, standoff.documents, one.source.document_id);
    }
  }
  const byNumber = <R extends object>(rows: Iterable<object>) =>
    store.sorted(rows as Iterable<R & { readonly '#number': number }>, (a, b) => a['#number'] - b['#number']);
  const tables: HydratedTables = {
    documents: documentRows.done(),
    statements: byNumber<Statement>(statementRows.done()),
    turns: byNumber<Turn>(turnRows.done()),
    texts: texts.done(),
    custom: standoff.custom,
    without,
  };
  return {
    documents: reports,
    total: totalOf(reports),
    hydrated: written,
    refused,
    findings: distinct([...findings, ...copies.findings(), ...told]),
    unreadable: copies.unreadable(),
    files: (leftOut) => hydratedFiles(head, tables, leftOut),
  };

  /** Every statement counts as without words until it got them. */
  function* watched<A extends { readonly statements: readonly { readonly statement_id: string }[] }>(
    annotated: Iterable<A>,
    ids: Set<string>,
  ): Generator<A> {
    for (const one of annotated) {
      for (const { statement_id } of one.statements) ids.add(statement_id);
      yield one;
    }
  }
}

function reportOf({ source, state, copy, matched, share }: HydratedDocument): HydrateDocumentReport {
  const { document_id, url, archive_url, publisher, date } = source;
  const without_copy = state === 'missing' || state === 'unreadable' ? share.statements : 0;
  return { document_id, state, copy, matched, url, archive_url, publisher, date, ...share, without_copy };
}

function totalOf(reports: readonly HydrateDocumentReport[]): HydrateCounts {
  const sum = (key: keyof HydrateCounts): number => reports.reduce((all, one) => all + one[key], 0);
  return {
    statements: sum('statements'),
    at_place: sum('at_place'),
    moved: sum('moved'),
    ambiguous: sum('ambiguous'),
    lost: sum('lost'),
    without_copy: sum('without_copy'),
  };
}

/** A copy may be read twice, and what is wrong with it is then found twice. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((found) => {
    const key = JSON.stringify([found.rule, found.file, found.line, found.record_id, found.field, found.message]);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
