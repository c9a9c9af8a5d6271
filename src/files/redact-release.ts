import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../model/findings.js';
import { hashStream, sha256 } from '../model/hash.js';
import { tableOf } from '../model/tables.js';
import { deltaPath, deltaPieces } from '../releases/delta-text.js';
import { makeDelta } from '../releases/make-delta.js';
import {
  keepsLine,
  redactedCard,
  redactedCroissant,
  redactedHistory,
  redactedPackage,
  redactedRebuild,
  redactedRow,
  type RedactionNote,
  type RedactionScope,
} from '../releases/redaction.js';
import type { FileDigest } from '../releases/release.js';
import { withheldSince, type StandoffIds } from '../releases/withheld.js';
import { releasedColumns, typedValue } from '../releases/statement-fields.js';
import { csvLine } from '../tables/csv-rows.js';
import { csvTable, linesAsBytes, type CsvTable } from '../tables/csv-table.js';
import { parquetPieces } from '../tables/parquet.js';
import { tableRecords } from '../tables/table-records.js';
import { columnsOf } from '../tables/table-cursor.js';
import { isFault, parseCell } from '../tables/cells.js';
import type { RowStore } from '../tables/row-store.js';
import { byteChunks } from './byte-chunks.js';
import { readCodebook } from './codebook-json.js';
import { textPieces } from './csv-pieces.js';
import { checkWhole, historyOf } from './earlier-release.js';
import { openRelease } from './open-release.js';
import { readJsonObject, readText } from './read.js';
import { filesBelow, type FolderFile } from './release-folder.js';
import { textFileName } from './text-files.js';
import { bytesOf } from './write.js';

/** What a release is redacted by. */
export interface RedactOptions {
  readonly scope: RedactionScope;
  /** All redactions that concern this release. */
  readonly notes: readonly RedactionNote[];
  /** Folder of the release before, which is redacted already; null where it is not at hand. */
  readonly previous: string | null;
  readonly store: RowStore;
}

/** Pages for people whose counts are of the release as it was made. */
const TOLD: readonly string[] = ['README.md', 'CHANGELOG.md', 'reports/methods.md', 'datasheet.md'];

/** Files that are made anew from the others, at the end. */
const LAST: readonly string[] = ['datapackage.json', 'croissant.json', 'SHA256SUMS', 'REBUILD.md'];

/**
 * Looks whether a release can be redacted, before any is changed: its checksums are made anew, so that a file which is not
 * what they say would pass for a sound one. Throws UsageError for such a file, ReaderError for JSON that can't be used.
 */
export function checkRedactable(folder: string): void {
  checkJson(folder);
  checkWhole(folder);
}

function checkJson(folder: string): void {
  openRelease(folder);
  historyOf(folder);
  const croissant = join(folder, 'croissant.json');
  if (existsSync(croissant)) readJsonObject(croissant);
}

/**
 * The files of a release that lies in a folder, without the words of some documents: their texts and their rows in
 * data/ and in every other form go, standoff/ stays, the delta is made anew from what is left, and descriptors and
 * checksums follow. Copies for spreadsheets go. Read while they are asked for; nothing is changed in the folder.
 */
export function* redactedRelease(
  folder: string,
  { scope, notes, previous, store }: RedactOptions,
): Generator<FolderFile> {
  const made = new Map<string, FileDigest>();
  const gone = new Set([...scope.documents].map((id) => `texts/${textFileName(id)}`));
  const { tables, version, standoff } = openRelease(folder);
  const left = tables.map((table) => redactedTable(table, scope));
  const paths = filesBelow(folder).filter(
    (path) => !LAST.includes(path) && !path.startsWith('spreadsheet/') && !gone.has(path),
  );
  const take = (path: string, content: FolderFile['content']): FolderFile => ({
    path,
    content: digested(path, content, made),
  });
  for (const path of paths) {
    const file = join(folder, path);
    if (path.startsWith('delta/'))
      yield take(...redactedDelta(path, version, { left, standoff }, { previous, notes, store }));
    else yield take(path, contentOf(path, file, { left, scope, notes, folder }));
  }
  for (const [path, change] of [
    ['datapackage.json', redactedPackage],
    ['croissant.json', redactedCroissant],
  ] as const) {
    if (existsSync(join(folder, path))) yield take(path, change(readText(join(folder, path)), made));
  }
  const sums = [...made.values()]
    .sort((a, b) => compareText(a.path, b.path))
    .map((file) => `${file.sha256}  ${file.path}\n`)
    .join('');
  yield { path: 'SHA256SUMS', content: sums };
  yield { path: 'REBUILD.md', content: redactedRebuild(version, notes, sha256(sums)) };
}

interface Parts {
  readonly left: readonly CsvTable[];
  readonly scope: RedactionScope;
  readonly notes: readonly RedactionNote[];
  readonly folder: string;
}

function contentOf(path: string, file: string, { left, scope, notes, folder }: Parts): FolderFile['content'] {
  const table = left.find(({ name }) => path === `data/${name}.csv`);
  if (table) return table.bytes;
  if (path === 'statements.jsonl') return redactedLines(file, scope);
  if (path === 'statements.json') return redactedArray(file, scope);
  if (path === 'statements.parquet') return redactedParquet(folder, left);
  if (TOLD.includes(path)) return redactedCard(readText(file), notes);
  if (path === 'versions.json') return redactedHistory(readText(file), notes);
  return { [Symbol.iterator]: () => byteChunks(file) };
}

function redactedTable(table: CsvTable, scope: RedactionScope): CsvTable {
  const columns = columnsOf(table);
  const lines = {
    *[Symbol.iterator](): Generator<string> {
      for (const row of tableRecords(table)) {
        const kept = redactedRow(table.name, row, scope);
        if (kept) yield csvLine(columns.map((column) => kept[column] ?? ''));
      }
    },
  };
  return { ...table, bytes: linesAsBytes(csvLine(columns), lines) };
}

function* linesOf(file: string): Generator<string> {
  for (const piece of textPieces(file)) {
    const lines = piece.split('\n');
    if (lines.at(-1) === '') lines.pop();
    yield* lines;
  }
}

function redactedLines(file: string, scope: RedactionScope): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      for (const line of linesOf(file)) if (keepsLine(line, scope)) yield `${line}\n`;
    },
  };
}

function redactedArray(file: string, scope: RedactionScope): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      let before = '[\n';
      for (const line of linesOf(file)) {
        if (!line.startsWith('{') || !keepsLine(line, scope)) continue;
        yield `${before}${line.replace(/,$/, '')}`;
        before = ',\n';
      }
      yield before === '[\n' ? '[\n]\n' : '\n]\n';
    },
  };
}

function redactedParquet(folder: string, left: readonly CsvTable[]): Iterable<Uint8Array> {
  const statements = left.find(({ name }) => name === 'statements')!;
  const codebook = readCodebook(join(folder, 'codebook.json'));
  const header = columnsOf(statements);
  const table = tableOf(header.includes('span_sha256') ? 'standoff-statement' : 'statement');
  const custom = header.filter((name) => !table.columns.some((column) => column.name === name));
  const columns = releasedColumns(codebook, { table, custom });
  const rows = {
    *[Symbol.iterator]() {
      for (const record of tableRecords(statements)) {
        yield Object.fromEntries(
          columns.map((column) => {
            const value = parseCell(column, record[column.name] ?? '');
            return [column.name, isFault(value) ? null : typedValue(column, value)];
          }),
        );
      }
    },
  };
  return parquetPieces(columns, rows);
}

function redactedDelta(
  path: string,
  version: string,
  { left, standoff }: { readonly left: readonly CsvTable[]; readonly standoff: StandoffIds },
  { previous, notes, store }: Pick<RedactOptions, 'previous' | 'notes' | 'store'>,
): [path: string, content: FolderFile['content']] {
  const [from = ''] = path.slice('delta/'.length).split('-');
  if (previous === null) {
    const reason = `words were removed from it (${notes.map((note) => note.document_id).join(', ')}), and the release before is not at hand`;
    const head = { delta: 1, from, to: version, rebuilds: false, reason, tables: [], removed_tables: [] };
    return [path, `${JSON.stringify(head)}\n`];
  }
  const before = openRelease(previous);
  const digests = Object.fromEntries(left.map((table) => [table.name, digestOf(table.bytes)]));
  const withheld = withheldSince(before.tables, left, standoff);
  const delta = makeDelta(before.tables, left, { from: before.version, to: version, store, digests, withheld });
  return [deltaPath(before.version, version), deltaPieces(delta)];
}

function digestOf(bytes: Iterable<Uint8Array>): string {
  const hash = hashStream();
  for (const piece of bytes) hash.update(piece);
  return hash.digest();
}

function digested(path: string, content: FolderFile['content'], made: Map<string, FileDigest>): Iterable<Uint8Array> {
  return {
    *[Symbol.iterator]() {
      const hash = hashStream();
      let bytes = 0;
      for (const piece of bytesOf(content)) {
        hash.update(piece);
        bytes += piece.length;
        yield piece;
      }
      made.set(path, { path, bytes, sha256: hash.digest() });
    },
  };
}

/** The ids that a release's stand-off part, which keeps every statement, has of some documents. */
export function statementsOf(folder: string, documents: ReadonlySet<string>): string[] {
  const path = [join(folder, 'standoff', 'statements.csv'), join(folder, 'data', 'statements.csv')].find(existsSync);
  if (path === undefined) return [];
  const table = csvTable('statements', tableOf('statement'), { [Symbol.iterator]: () => byteChunks(path) });
  const ids: string[] = [];
  for (const row of tableRecords(table))
    if (documents.has(row['document_id'] ?? '')) ids.push(row['statement_id'] ?? '');
  return ids;
}
