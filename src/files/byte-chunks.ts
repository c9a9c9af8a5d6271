import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { ReaderError } from '../model/errors.js';
import { reasonOf } from './read.js';

/** Bytes read at a time. */
const CHUNK = 1 << 19;

/**
 * The bytes of a file in chunks of `size` at most, each of which is overwritten by the next; what is no plain file (a
 * pipe) comes whole.
 * Throws ReaderError with rule file/unreadable when reading begins, or goes wrong on the way.
 */
export function* byteChunks(path: string, size = CHUNK): Generator<Uint8Array, void, undefined> {
  const file = attempt(path, () => openSync(path, 'r'));
  try {
    if (!fstatSync(file).isFile()) {
      yield attempt(path, () => readFileSync(file));
      return;
    }
    const buffer = new Uint8Array(Math.min(size, fstatSync(file).size + 1));
    for (;;) {
      const read = attempt(path, () => readSync(file, buffer, 0, buffer.length, null));
      if (read === 0) return;
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** The first bytes of a file. Throws ReaderError where it can't be read. */
export function headOf(path: string, most = 1 << 16): Uint8Array {
  for (const chunk of byteChunks(path)) return chunk.slice(0, most);
  return new Uint8Array(0);
}

function attempt<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new ReaderError(path, 'file/unreadable', `${path}: ${reasonOf(error)}`);
  }
}
