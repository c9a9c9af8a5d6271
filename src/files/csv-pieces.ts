import { readLines } from './read-lines.js';
import { decodeText, readBytes } from './read.js';

/** Some whole rows of a CSV file. */
export interface CsvPiece {
  /** The file's first line, with its end; without a byte order mark from the second piece on. */
  readonly header: string;
  /** The rows. */
  readonly body: string;
  /** Lines of the file before the body, without the header. */
  readonly lines: number;
  /** Where in the file the body begins, in bytes. */
  readonly start: number;
}

/** Pieces of a file as text, each of whole lines; a pipe comes in one. Throws ReaderError where it can't be read. */
export function* textPieces(path: string): Generator<string, void, undefined> {
  const lines = readLines(path);
  if (lines === null) yield decodeText(path, readBytes(path));
  else for (const chunk of lines.chunks) yield decodeText(path, chunk);
}

/**
 * Pieces of a CSV file that end where a row ends, so that each can be read on its own, under the header. A file whose
 * quotation marks do not pair comes in fewer pieces, at worst in one.
 */
export function* csvPieces(path: string): Generator<CsvPiece, void, undefined> {
  let header: string | null = null;
  let kept = '';
  let lines = 0;
  let start = 0;
  const piece = (body: string): CsvPiece => {
    const made = { header: header!, body, lines, start };
    header = header!.replace(/^\uFEFF/, '');
    lines += body.split('\n').length - 1;
    start += Buffer.byteLength(body);
    return made;
  };
  for (const text of textPieces(path)) {
    kept += text;
    if (header === null) {
      const end = kept.indexOf('\n') + 1;
      if (end === 0) continue;
      header = kept.slice(0, end);
      start = Buffer.byteLength(header);
      kept = kept.slice(end);
    }
    const end = lastRowEnd(kept);
    if (end > 0) yield piece(kept.slice(0, end));
    kept = kept.slice(end);
  }
  if (header === null) yield { header: kept, body: '', lines: 0, start: 0 };
  else if (kept !== '' || lines === 0) yield piece(kept);
}

/** Where the last row ends that ends in a text which begins with a row: a line end outside of quotation marks. */
function lastRowEnd(text: string): number {
  let end = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) quoted = !quoted;
    else if (code === 0x0a && !quoted) end = at + 1;
  }
  return end;
}
