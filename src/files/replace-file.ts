import { chmodSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { UsageError } from '../model/errors.js';
import { reasonOf } from './read.js';
import { writeFileWhole } from './write.js';

/**
 * Replaces a file's bytes, whole or not at all; its permissions stay, and a symbolic link goes on pointing to it.
 * `expected` are the bytes that were read: a file that has changed since is left alone, and so is one that may not be
 * written. Returns what is in the way, null when it was written.
 */
export function replaceFile(path: string, bytes: Uint8Array, expected: Uint8Array): string | null {
  try {
    const real = realpathSync(path);
    const { mode } = statSync(real);
    // A privileged user may write everywhere; what its owner has protected is left alone all the same.
    if ((mode & 0o222) === 0) return 'the file is read-only';
    if (!readFileSync(real).equals(expected)) return 'the file has changed since it was read';
    writeFileWhole(real, bytes);
    chmodSync(real, mode & 0o7777);
    return null;
  } catch (error) {
    if (error instanceof UsageError) return error.message.slice(error.message.indexOf("can't be written"));
    if ((error as NodeJS.ErrnoException).code) return reasonOf(error);
    throw error;
  }
}
