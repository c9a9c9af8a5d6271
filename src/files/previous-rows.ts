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

/** A stretch of the file that holds rows of one document, in bytes. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The rows of a statements.csv by document, read when they are asked for: only where each document's rows stand is kept
 * in memory, so that a large earlier conversion takes little of it. The file must stay as it is in the meantime. Throws
 * UsageError where a column is missing, ReaderError where the file can't be read.
 */
export function previousRows(path: string): PreviousRows {
  const places = new Map<string, Stretch[]>();
  let header = '';
  for (const piece of csvPieces(path)) {
    header = piece.header.replace(/^\uFEFF/, '');
    const text = `${header}${piece.body}`;
    const csv = readCsv(text, path);
    const ids = [...statementCells(csv, COLUMNS)].map((row) => String(row['document_id'] ?? ''));
    let [from, start] = [header.length, piece.start];
    csv.rows.forEach((_, i) => {
      const next = csv.rows[i + 1];
      if (next && ids[i + 1] === ids[i]) return;
      const to = next ? next.at : text.length;
      const end = start + Buffer.byteLength(text.slice(from, to));
      addStretch(places, ids[i]!, { start, end });
      [from, start] = [to, end];
    });
  }
  const rowsOf = (stretches: readonly Stretch[]): PreviousStatement[] =>
    stretches.flatMap((stretch) => {
      const body = decodeText(path, readStretch(path, stretch));
      return [...statementCells(readCsv(`${header}${body}`, path), COLUMNS)] as unknown as PreviousStatement[];
    });
  return {
    get: (documentId) => {
      const found = places.get(documentId);
      return found && rowsOf(found);
    },
    *[Symbol.iterator]() {
      for (const [documentId, stretches] of places) yield [documentId, rowsOf(stretches)] as const;
    },
  };
}

/** Adds a stretch to a document's, or lengthens its last one where they meet. */
function addStretch(places: Map<string, Stretch[]>, documentId: string, stretch: Stretch): void {
  const known = places.get(documentId);
  const last = known?.at(-1);
  if (!known) places.set(documentId, [stretch]);
  else if (last?.end === stretch.start) known[known.length - 1] = { start: last.start, end: stretch.end };
  else known.push(stretch);
}

function readStretch(path: string, { start, end }: Stretch): Uint8Array {
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
