import { closeSync, openSync, readSync } from 'node:fs';
import type { PreviousRows, PreviousStatement } from '../model/previous.js';
import { readCsv } from '../tables/csv-reader.js';
import { csvPieces } from './csv-pieces.js';
import { decodeText } from './read.js';
import { statementCells } from './statement-rows.js';

const COLUMNS: readonly (keyof PreviousStatement)[] = [
  'statement_id',
  'document_id',
  'segments',
  'speaker_id',
  'speaker_start',
  'speaker_end',
  'target_id',
  'target_start',
  'target_end',
];

/**
 * The rows of a statements.csv by document, read when they are asked for: only where each document's rows stand is kept
 * in memory, so that a large earlier conversion takes little of it. The file must stay as it is in the meantime. Throws
 * UsageError where a column is missing, ReaderError where the file can't be read.
 */
export function previousRows(path: string): PreviousRows {
  const places = stretches();
  let header = '';
  for (const piece of csvPieces(path)) {
    header = piece.header.replace(/^\uFEFF/, '');
    const text = `${header}${piece.body}`;
    const csv = readCsv(text, path);
    const ids = [...statementCells(csv, COLUMNS)].map((row) => String(row['document_id'] ?? ''));
    // Rows know where they begin in this piece and its header; the piece knows where it begins in the file.
    const past = piece.start - Buffer.byteLength(header);
    let { start } = piece;
    csv.rows.forEach((_, i) => {
      const next = csv.rows[i + 1];
      if (next && ids[i + 1] === ids[i]) return;
      const end = past + (next ? next.at : Buffer.byteLength(text));
      places.add(ids[i]!, start, end);
      start = end;
    });
  }
  const rowsOf = (documentId: string): PreviousStatement[] =>
    places.of(documentId).flatMap(([start, end]) => {
      const body = decodeText(path, readStretch(path, start, end));
      return [...statementCells(readCsv(`${header}${body}`, path), COLUMNS)] as unknown as PreviousStatement[];
    });
  return {
    get: (documentId) => (places.has(documentId) ? rowsOf(documentId) : undefined),
    *[Symbol.iterator]() {
      for (const documentId of places.documents()) yield [documentId, rowsOf(documentId)] as const;
    },
  };
}

/**
 * Stretches of a file by document, in bytes, in order. As a rule a document's rows stand together: its one stretch is a
 * number in a map; further ones are kept apart.
 */
function stretches() {
  const starts: number[] = [];
  const ends: number[] = [];
  const first = new Map<string, number>();
  const further = new Map<string, number[]>();
  return {
    documents: () => first.keys(),
    has: (documentId: string) => first.has(documentId),
    add: (documentId: string, start: number, end: number): void => {
      const known = first.get(documentId);
      if (known !== undefined && known === ends.length - 1 && ends[known] === start) {
        ends[known] = end;
        return;
      }
      if (known === undefined) first.set(documentId, starts.length);
      else further.set(documentId, [...(further.get(documentId) ?? []), starts.length]);
      starts.push(start);
      ends.push(end);
    },
    of: (documentId: string): (readonly [start: number, end: number])[] => {
      const known = first.get(documentId);
      const all = known === undefined ? [] : [known, ...(further.get(documentId) ?? [])];
      return all.map((n) => [starts[n]!, ends[n]!]);
    },
  };
}

function readStretch(path: string, start: number, end: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(end - start);
    for (let at = 0, n = -1; at < bytes.length && n !== 0; at += n)
      n = readSync(file, bytes, at, bytes.length - at, start + at);
    return bytes;
  } finally {
    closeSync(file);
  }
}
