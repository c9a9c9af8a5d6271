import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ReaderError } from '../model/errors.js';
import { reasonOf } from './read.js';

const CHUNK = 1 << 18;
const LF = 0x0a;

/** A file being read in pieces. */
export interface FileLines {
  /** Its size in bytes. */
  readonly size: number;
  /** Pieces of whole lines, checked to be UTF-8; only the last may lack its line end. A piece is overwritten by the next. */
  readonly chunks: Iterable<Uint8Array>;
  /** SHA-256 of what was read, in hexadecimal: of the file, once the chunks are used up. */
  digest(): string;
}

/**
 * Opens a file to be read line by line in little memory; null for what can be read only once (a pipe), and is better
 * read whole. The chunks throw ReaderError with rule file/encoding where the file is not UTF-8; opening throws it with
 * rule file/unreadable.
 */
export function readLines(path: string): FileLines | null {
  const hash = createHash('sha256');
  const file = attempt(path, () => openSync(path, 'r'));
  const state = attempt(path, () => fstatSync(file));
  if (!state.isFile()) {
    closeSync(file);
    return null;
  }
  function* chunks(): Iterable<Uint8Array> {
    try {
      let buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK, state.size + 1));
      let kept = 0;
      for (;;) {
        if (kept === buffer.length) buffer = Buffer.concat([buffer], 2 * kept);
        const read = attempt(path, () => readSync(file, buffer, kept, buffer.length - kept, null));
        hash.update(buffer.subarray(kept, kept + read));
        const filled = kept + read;
        const end = read === 0 ? filled : buffer.lastIndexOf(LF, filled - 1) + 1;
        const lines = buffer.subarray(0, end);
        if (!isUtf8(lines)) {
          throw new ReaderError(path, 'file/encoding', `${path}: the file is not UTF-8; save it as UTF-8`);
        }
        if (end > 0) yield lines;
        if (read === 0) return;
        buffer.copyWithin(0, end, filled);
        kept = filled - end;
      }
    } finally {
      closeSync(file);
    }
  }
  return { size: state.size, chunks: chunks(), digest: () => hash.digest('hex') };
}

function attempt<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new ReaderError(path, 'file/unreadable', `${path}: ${reasonOf(error)}`);
  }
}
