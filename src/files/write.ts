import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../model/errors.js';

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
    makeFolder(folder);
    writeSynced(temporary, bytesOf(chunks));
    renameSync(temporary, path);
  } catch (error) {
    const told = cantWrite(path, error);
    removeLeftover(temporary);
    throw told;
  }
}

/**
 * Makes a folder, and those above it, where they are missing. One by one: asked for all at once, the system says of a
 * disk that can only be read that a folder is missing.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The bytes of a content that is given whole or in pieces. */
export function* bytesOf(content: string | Uint8Array | Iterable<string | Uint8Array>): Generator<Uint8Array> {
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  for (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
}

/** Writes a file down to the disk itself; returns its size in bytes. */
export function writeSynced(path: string, chunks: Iterable<Uint8Array>): number {
  const file = openSync(path, 'w');
  try {
    let size = 0;
    for (const bytes of chunks) {
      writeAll(file, bytes);
      size += bytes.length;
    }
    fsyncSync(file);
    return size;
  } finally {
    closeSync(file);
  }
}

/** Sees to it that the names in a folder are on the disk itself. */
export function syncFolder(folder: string): void {
  // Windows can not open a folder; there the rename alone has to do.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
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

/** What the file system said against writing, in words a user can act on; null when an error is not of the file system. */
function reasonAgainst(error: unknown): string | null {
  const { code, syscall } = error as NodeJS.ErrnoException;
  // Node gives codes to faults of the program too (ERR_INVALID_ARG_TYPE); only what the system was asked has a call.
  if (!code || !syscall) return null;
  const known: Readonly<Record<string, string>> = {
    EACCES: 'permission to write there is missing',
    EPERM: 'the operating system does not permit it',
    EROFS: 'the disk can only be read',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk space that you may use is used up',
    EFBIG: 'a file is larger than the disk or the limits of this session allow',
    EIO: 'the disk reports a fault',
    ENOENT: 'a folder on the way was removed by another program',
    ENOTDIR: 'a part of its path is a file, not a folder',
    EEXIST: 'a file is where a folder should be',
    EISDIR: 'a folder is where a file should be',
    EBUSY: 'it is in use by another program',
    ENAMETOOLONG: 'its name is too long',
    EMFILE: 'too many files are open',
  };
  return known[code] ?? (error as Error).message;
}

/**
 * The error to throw where writing went wrong: a UsageError that says why, and what that means for what was there
 * before; any error that is not of the file system as it is.
 */
export function cantWrite(path: string, error: unknown, meaning = ''): unknown {
  const reason = reasonAgainst(error);
  if (reason === null) return error;
  return new UsageError(`${path} can't be written: ${reason}${meaning && `. ${meaning}`}`);
}
