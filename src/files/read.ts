import { readFileSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { ReaderError } from '../model/errors.js';
import { jsonPlaces } from '../tables/json-places.js';

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

/** Reads and parses a JSON file; throws ReaderError (rule json/syntax) with the place of the fault when it does not parse. */
export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const { line, column, message } = jsonPlaces(text).fault ?? { line: 1, column: 1, message: 'it can not be parsed' };
    const says = `the file is no JSON: ${message}; mend it there, or put the file back as it was`;
    throw faultOf(path, 'json/syntax', { line, column, says });
  }
}

/** Reads a JSON file that holds an object; throws ReaderError as `readJson` does, or (rule json/schema) for any other value. */
export function readJsonObject(path: string): Readonly<Record<string, unknown>> {
  const value = readJson(path);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  const says = 'the file holds no object { … }; put it back as it was';
  throw faultOf(path, 'json/schema', { line: 1, column: 1, says });
}

/** The error of a file that was read and has a fault at a known place. */
export function faultOf(path: string, rule: string, fault: NonNullable<ReaderError['fault']>): ReaderError {
  return new ReaderError(path, rule, `${shownPath(path)}:${fault.line}:${fault.column}: ${fault.says}`, fault);
}

/** A path as people are shown it: from the working folder where it lies below it, else as it is; always with "/". */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return (below === '' || below.startsWith('..') || isAbsolute(below) ? path : below).split(sep).join('/');
}
