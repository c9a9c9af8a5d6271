import { readFileSync } from 'node:fs';
import { ReaderError } from '../model/errors.js';

/** What the operating system said, in words a user can act on. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'permission to read it is missing',
    EPERM: 'the operating system does not permit it',
    EISDIR: 'it is a folder, not a file',
    ENOTDIR: 'a part of its path is a file, not a folder',
    EMFILE: 'too many files are open',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk can only be read',
  };
  return (code && known[code]) ?? (error as Error).message;
}

/** Reads a file as bytes; throws ReaderError (rule file/unreadable) when that can't be done. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new ReaderError(path, 'file/unreadable', `${path}: ${reasonOf(error)}`);
  }
}

/** Reads a file that must be UTF-8; throws ReaderError (rule file/encoding) when a byte is not. */
export function readText(path: string): string {
  return decodeText(path, readBytes(path));
}

/** Decodes the bytes of a file that must be UTF-8; throws ReaderError (rule file/encoding) when a byte is not. */
export function decodeText(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ReaderError(path, 'file/encoding', `${path}: the file is not UTF-8; save it as UTF-8`);
  }
}

/** Reads and parses a JSON file; throws ReaderError (rule json/syntax) when it does not parse. */
export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ReaderError(path, 'json/syntax', `${path}: ${(error as Error).message}`);
  }
}
