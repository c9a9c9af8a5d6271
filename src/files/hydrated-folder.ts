import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Project, SchemaName, Statement, Turn } from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import { readCsv } from '../tables/csv-reader.js';
import { formatCsv, formatRecords } from '../tables/csv-writer.js';
import { groupsOf, inPieces } from '../tables/in-pieces.js';
import { mapRows, type StoredRows } from '../tables/row-store.js';
import { byteChunks } from './byte-chunks.js';
import { csvPieces } from './csv-pieces.js';
import { labelFiles, type DatasetHead } from './dataset.js';
import type { FolderFile } from './release-folder.js';
import { TEXT_FOLDER, textFileName } from './text-files.js';

/** A document's text, to be written. */
export interface HydratedText {
  readonly document_id: string;
  readonly text: string;
}

/** What was hydrated, in the order in which it is written, and what was not. */
export interface HydratedTables {
  readonly documents: StoredRows<Document>;
  readonly statements: StoredRows<Statement>;
  readonly turns: StoredRows<Turn>;
  readonly texts: StoredRows<HydratedText>;
  /** Custom columns of the statements. */
  readonly custom: readonly string[];
  /** Ids of statements and of documents that got no words. */
  readonly without: { readonly statements: ReadonlySet<string>; readonly documents: ReadonlySet<string> };
}

const LEXICONS = ['actor', 'membership', 'target', 'country'] as const;

/**
 * The head of a dataset that has its words: it keeps what the stand-off one says of itself, but for the documents that
 * it goes `without`.
 */
export function hydratedProject(project: Project, without: ReadonlySet<string> = new Set()): Project {
  const { read_whole: whole } = project;
  return {
    ...project,
    codebook: 'codebook.json',
    lexicons: 'lexicons',
    standoff: false,
    text_policy: 'by-license',
    ...(whole ? { read_whole: whole.filter((id) => !without.has(id)) } : {}),
  };
}

/**
 * The files of a hydrated dataset: its tables with their words, the texts, and the other tables of the stand-off
 * dataset, byte for byte but for rows about statements and documents that got no words. Number of those rows by file
 * goes into `leftOut` while the files are read.
 */
export function* hydratedFiles(
  head: DatasetHead,
  tables: HydratedTables,
  leftOut: Map<string, number>,
): Iterable<FolderFile> {
  const { root, project } = head;
  const { without } = tables;
  yield { path: 'demarche.json', content: `${JSON.stringify(hydratedProject(project, without.documents), null, 2)}\n` };
  yield { path: 'codebook.json', content: copied(head.codebookPath) };
  yield table('document', tables.documents);
  const cut = (id: string | null): string | null => (id !== null && without.statements.has(id) ? null : id);
  const mended = mapRows(tables.statements, (row) => {
    const [embedded_in, restates] = [cut(row.embedded_in), cut(row.restates)];
    return embedded_in === row.embedded_in && restates === row.restates ? row : { ...row, embedded_in, restates };
  });
  yield table('statement', mended, tables.custom);
  if (tables.turns.count) yield table('turn', tables.turns);
  const beside = (path: string, rest: RowRule | null): FolderFile[] => {
    const from = join(root, path);
    if (!existsSync(from)) return [];
    return [{ path, content: rest === null ? copied(from) : remaining(from, rest, (rows) => leftOut.set(path, rows)) }];
  };
  const ofStatements = without.statements.size ? leaveOut('statement_id', without.statements) : null;
  yield* beside(tableOf('annotator').file, null);
  yield* beside(tableOf('batch').file, null);
  yield* beside(tableOf('adjudication').file, ofStatements);
  yield* beside(tableOf('tombstone').file, without.statements.size ? empty('replaced_by', without.statements) : null);
  yield* beside(tableOf('split').file, without.documents.size ? leaveOut('document_id', without.documents) : null);
  for (const path of labelFiles(head)) yield* beside(path, ofStatements);
  for (const schema of LEXICONS) {
    const { file } = tableOf(schema);
    const from = join(head.lexicons, file);
    if (existsSync(from)) yield { path: `lexicons/${file}`, content: copied(from) };
  }
  for (const { document_id, text } of tables.texts)
    yield { path: `${TEXT_FOLDER}/${textFileName(document_id)}`, content: text };
}

function table(schema: SchemaName, rows: StoredRows<object>, custom: readonly string[] = []): FolderFile {
  const { file } = tableOf(schema);
  const first = formatCsv(tableOf(schema), [], { custom });
  const write = (group: readonly object[]): string => formatCsv(tableOf(schema), group, { custom, header: false });
  return { path: file, content: inPieces(rows, write, { first }) };
}

/** A file's bytes, read whenever they are asked for. */
function copied(path: string): Iterable<Uint8Array> {
  return { [Symbol.iterator]: () => byteChunks(path) };
}

type Cells = Readonly<Record<string, string>>;

/** What becomes of a row: another one, or none. */
type RowRule = (row: Cells) => Cells | null;

const leaveOut =
  (column: string, ids: ReadonlySet<string>): RowRule =>
  (row) =>
    ids.has(row[column] ?? '') ? null : row;

const empty =
  (column: string, ids: ReadonlySet<string>): RowRule =>
  (row) =>
    ids.has(row[column] ?? '') ? { ...row, [column]: '' } : row;

/** A table's rows as a rule leaves them, cells as they are. */
function remaining(path: string, rule: RowRule, onEnd: (leftOut: number) => void): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      let leftOut = 0;
      let isFirst = true;
      for (const { header: line, body } of csvPieces(path)) {
        const { header, rows } = readCsv(`${line}${body}`, path);
        if (isFirst) yield formatRecords(header, []);
        isFirst = false;
        const kept: Cells[] = [];
        for (const { cells } of rows) {
          const row = rule(Object.fromEntries(header.map((name, i) => [name, cells[i]!])));
          if (row) kept.push(row);
          else leftOut++;
        }
        for (const group of groupsOf(kept)) yield formatRecords(header, group, { header: false });
      }
      onEnd(leftOut);
    },
  };
}
