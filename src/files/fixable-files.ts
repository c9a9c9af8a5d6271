import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, isAbsolute } from 'node:path';
import type { SourceFile } from '../checks/validation-input.js';
import { ReaderError } from '../model/errors.js';
import { findDataset } from './dataset.js';
import { readBytes } from './read.js';

/** How the files were named: as for `gatherInput`. */
export interface NamedPaths {
  readonly project?: string | null;
  readonly from?: string;
}

/** A file with all its bytes, as read from the disk. */
export interface ReadFile extends Pick<SourceFile, 'path' | 'schema'> {
  readonly bytes: Uint8Array;
}

/**
 * The CSV files of a validation that a repair may change: those that lie in or below the paths that were named (the dataset
 * where none was), are not only looked up, and belong to no release, whose checksums they would break.
 */
export function fixableFiles(
  files: readonly Omit<SourceFile, 'bytes'>[],
  paths: readonly string[],
  { project = null, from = process.cwd() }: NamedPaths = {},
): ReadFile[] {
  const dataset = paths.length ? null : findDataset(project ?? from);
  const named = (dataset === null ? [...paths] : [dataset]).map((path) => resolve(from, path));
  return files.flatMap(({ path, schema, lookup = false }) => {
    const full = resolve(from, path);
    const mayChange = !lookup && path.endsWith('.csv') && named.some((one) => isWithin(full, one)) && !isReleased(full);
    const bytes = mayChange ? bytesOf(full) : null;
    return bytes ? [{ path, schema, bytes }] : [];
  });
}

/** Null for a file that can't be read: validation says so. */
function bytesOf(path: string): Uint8Array | null {
  try {
    return readBytes(path);
  } catch (error) {
    if (error instanceof ReaderError) return null;
    throw error;
  }
}

function isWithin(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below === '' || (!below.startsWith('..') && !isAbsolute(below));
}

/** A release's tables lie in its folder or one below it. */
function isReleased(path: string): boolean {
  const folder = dirname(path);
  return [folder, dirname(folder)].some((one) => existsSync(join(one, 'SHA256SUMS')));
}
