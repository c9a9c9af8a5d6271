import { readCsv } from '../tables/csv-reader.js';
import { readJsonLines } from '../tables/json-lines.js';
import type { TablePart } from '../tables/stack-tables.js';
import { decode } from './decode.js';
import type { SourceFile } from './validation-input.js';

/** The bytes of a source, whole, whether it holds them or gives them in pieces. */
export function bytesOf(bytes: Uint8Array | (() => Iterable<Uint8Array>)): Uint8Array {
  if (typeof bytes !== 'function') return bytes;
  const pieces = Array.from(bytes(), (piece) => piece.slice());
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * The rows of a table file as text, for comparing and counting; what is wrong with them is found elsewhere. Lines of JSON
 * Lines become rows whose cells are JSON, save for texts, which stand as they are, and null, which is empty. A file that
 * is no text has no rows.
 */
export function sourceRows({ path, bytes }: Pick<SourceFile, 'path' | 'bytes'>): TablePart {
  const { text } = decode(bytesOf(bytes), path);
  if (text === null) return { file: path, header: [], rows: [] };
  if (!path.endsWith('.jsonl')) {
    const { header, rows } = readCsv(text, path);
    return { file: path, header, rows };
  }
  const objects = readJsonLines(text, path).lines.flatMap(({ value, line }) =>
    typeof value === 'object' && value !== null ? [{ record: value as Readonly<Record<string, unknown>>, line }] : [],
  );
  const header = [...new Set(objects.flatMap(({ record }) => Object.keys(record)))];
  const rows = objects.map(({ record, line }) => ({ cells: header.map((name) => jsonCell(record[name])), line }));
  return { file: path, header, rows };
}

function jsonCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
