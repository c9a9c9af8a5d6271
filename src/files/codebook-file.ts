import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../model/errors.js';
import { readBytes, readJsonObject, shownPath } from './read.js';

/** A codebook's file as bytes, and what findings call it. */
export interface CodebookFile {
  readonly path: string;
  readonly shown: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads the codebook of a file, of a dataset folder (which may name it in demarche.json) or of a release folder. Throws
 * UsageError where a folder has none, ReaderError where it can't be read.
 */
export function readCodebookFile(place: string): CodebookFile {
  const path = existsSync(place) && statSync(place).isDirectory() ? inFolder(place) : place;
  return { path, shown: shownPath(path), bytes: readBytes(path) };
}

function inFolder(folder: string): string {
  const head = join(folder, 'demarche.json');
  const named: unknown = existsSync(head) ? readJsonObject(head)['codebook'] : undefined;
  const path = resolve(folder, typeof named === 'string' ? named : 'codebook.json');
  if (!existsSync(path))
    throw new UsageError(`${folder} holds no codebook.json; name a codebook, a dataset or a release`);
  return path;
}
