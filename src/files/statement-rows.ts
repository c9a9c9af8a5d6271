import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/errors.js';
import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import { isFault, parseCell, type Value } from '../tables/cells.js';
import { readCsv, type CsvFile } from '../tables/csv-reader.js';
import { readJsonLines } from '../tables/json-lines.js';
import { csvPieces, textPieces } from './csv-pieces.js';

/** Some columns of one row of a statements file, by name. */
export type StatementCells = Readonly<Record<string, Value>>;

/**
 * The statements file of a folder: a dataset's statements.csv, else statements.jsonl, which is quicker to read, else
 * statements.csv; a file is itself. Throws UsageError where there is none.
 */
export function statementsFile(path: string): string {
  if (!existsSync(path)) throw new UsageError(`${path}: there is no such file or folder`);
  if (!statSync(path).isDirectory()) return path;
  const names = ['statements.jsonl', 'statements.csv'];
  if (existsSync(join(path, 'demarche.json'))) names.reverse();
  const name = names.find((one) => existsSync(join(path, one)));
  if (name === undefined)
    throw new UsageError(`${path} holds no statements.csv or statements.jsonl; name a convert output or a dataset`);
  return join(path, name);
}

/**
 * Some columns of every row of a statements file (CSV, or JSON Lines by its ending), read piece by piece in little
 * memory. What is wrong with the file's form goes into `findings` as it is met. Throws UsageError where a column is
 * missing, ReaderError where the file can't be read.
 */
export function* statementRows(
  path: string,
  columns: readonly string[],
  findings: Finding[],
): Generator<StatementCells, void, undefined> {
  if (/\.(?:jsonl|ndjson)$/i.test(path)) yield* jsonRows(path, columns, findings);
  else yield* csvRows(path, columns, findings);
}

function* jsonRows(path: string, columns: readonly string[], findings: Finding[]): Generator<StatementCells> {
  let before = 0;
  for (const piece of textPieces(path)) {
    const read = readJsonLines(piece, path);
    for (const found of read.findings) findings.push(further(found, before));
    for (const { line, value } of read.lines) {
      const place = { file: path, line: line + before, column: 1 };
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        findings.push(finding('json/syntax', place, 'the line is no JSON object'));
      else {
        const missing = columns.find((name) => !(name in value));
        if (missing !== undefined) throw lacking(path, missing, 'span_sha256' in value);
        yield value as StatementCells;
      }
    }
    before += piece.split('\n').length - 1;
  }
}

function* csvRows(path: string, columns: readonly string[], findings: Finding[]): Generator<StatementCells> {
  for (const { header, body, lines } of csvPieces(path)) {
    const csv = readCsv(`${header}${body}`, path);
    // What is said of the header is said once.
    for (const found of csv.findings) if (lines === 0 || found.line !== 1) findings.push(further(found, lines));
    yield* statementCells(csv, columns);
  }
}

/** Some columns of the rows of a statements table; throws UsageError where it lacks one. */
export function* statementCells(csv: CsvFile, columns: readonly string[]): Generator<StatementCells> {
  if (csv.header.length === 0) return;
  const known = new Map(tableOf('statement').columns.map((column) => [column.name, column]));
  const wanted = columns.map((name) => {
    const at = csv.header.indexOf(name);
    if (at < 0) throw lacking(csv.file, name, csv.header.includes('span_sha256'));
    return { name, at, column: known.get(name)! };
  });
  for (const { cells } of csv.rows) {
    const row: Record<string, Value> = {};
    for (const { name, at, column } of wanted) {
      const value = parseCell(column, cells[at]!);
      row[name] = isFault(value) ? (column.type === 'segments' ? [] : null) : owned(value);
    }
    yield row;
  }
}

const further = (found: Finding, lines: number): Finding =>
  found.line === null || lines === 0 ? found : { ...found, line: found.line + lines };

function lacking(path: string, column: string, standoff: boolean): UsageError {
  return new UsageError(
    standoff
      ? `${path} is of a stand-off dataset, which holds no words; name the dataset or convert output that it was made from`
      : `${path} has no column ${column}; name a convert output or a dataset`,
  );
}

/** A text of its own: a piece cut out of a file's text would keep all of that in memory. */
function owned(value: Value): Value {
  return typeof value === 'string' && value.length > 12 ? Buffer.from(value).toString() : value;
}
