import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../model/errors.js';
import { reasonOf } from './read.js';

let attempt = 0;

/**
 * Writes a file whole or not at all: chunks go to a temporary name beside it, which is synced and then renamed.
 * Folders are made as needed. Throws UsageError when the place can't be written.
 */
export function writeFileWhole(path: string, chunks: string | Uint8Array | Iterable<string | Uint8Array>): void {
  const folder = dirname(path);
  // Unique for each process and call, so that two runs into one folder never share a temporary file.
  const temporary = join(folder, `.${basename(path)}.${process.pid}.${attempt++}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    const file = openSync(temporary, 'w');
    try {
      const parts = typeof chunks === 'string' || chunks instanceof Uint8Array ? [chunks] : chunks;
      for (const part of parts) writeAll(file, typeof part === 'string' ? Buffer.from(part, 'utf8') : part);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    removeLeftover(temporary);
    if ((error as NodeJS.ErrnoException).code) throw new UsageError(`${path} can't be written: ${reasonOf(error)}`);
    throw error;
  }
}

/** Writes bytes whole: the operating system may take them in parts. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at);
}

/** Removes a temporary file or folder, if it is there; never hides the error that led here behind one of its own. */
export function removeLeftover(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // It was never made: its folder is none.
  }
}
