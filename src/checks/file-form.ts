import { finding } from '../model/findings.js';
import type { ByteRows } from '../tables/byte-rows.js';
import { decodeUtf8 } from '../tables/utf8.js';
import type { Tell } from './check.js';
import { firstForeignByte } from './decode.js';
import { countLineEnds } from './line-ends.js';
import { characterFindings } from './text-form.js';

/** Looks at the characters and line ends of a file that is read row by row. */
export interface FileForm {
  /** Looks at the row that was read last. */
  row(rows: ByteRows): void;
  /** Says what only the whole file shows. */
  end(): void;
}

/**
 * Makes such a look: bytes that are not UTF-8 (one finding, with the first place and how many lines have any), mixed
 * line ends of rows, and the characters of each row that has any worth a look. `foreign` says whether there may be
 * foreign bytes at all, so that whole files need not be decoded to see that there are none.
 */
export function fileForm(file: string, foreign: () => boolean, tell: Tell): FileForm {
  const ends = countLineEnds();
  let first: { line: number; column: number; byte_offset: number; byte: number } | null = null;
  let lines = 0;

  const isForeign = (rows: ByteRows): boolean => {
    const { bytes, rowStart, rowEnd } = rows;
    const at = firstForeignByte(bytes, rowStart, rowEnd);
    if (at < 0) return false;
    first ??= { ...rows.placeAt(at), byte: bytes[at]! };
    lines += decodeUtf8(bytes, rowStart, rowEnd)
      .split(/\r\n?|\n/)
      .filter((line) => line.includes('\ufffd')).length;
    return true;
  };

  return {
    row: (rows) => {
      if (rows.lineEnd !== '') ends.add(rows.lineEnd, rows.line + rows.lines - 1);
      const spoilt = foreign() && isForeign(rows);
      if (!rows.noticed) return;
      const text = decodeUtf8(rows.bytes, rows.rowStart, rows.rowEnd);
      const start = { line: rows.line, byteOffset: rows.offsetOf(rows.rowStart) };
      for (const found of characterFindings(text, file, { decoded: !spoilt, start })) tell(found);
    },
    end: () => {
      if (first) {
        const value = `0x${first.byte.toString(16).padStart(2, '0')}`;
        const said = `${lines} ${lines === 1 ? 'line has' : 'lines have'} such bytes`;
        const message = `the byte ${value} is not UTF-8 (${said}); save the file as UTF-8`;
        const { line, column, byte_offset } = first;
        tell(finding('file/encoding', { file, line, column, byte_offset }, message, { value }));
      }
      const mixed = ends.finding(file);
      if (mixed) tell(mixed);
    },
  };
}
