import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, isAbsolute } from 'node:path';
import type { SourceFile } from '../checks/validation-input.js';
import { findDataset } from './dataset.js';

/** How the files were named: as for `gatherInput`. */
export interface NamedPaths {
  readonly project?: string | null;
  readonly from?: string;
}

/**
 * The files of a validation that a repair may change: those that lie in or below the paths that were named (the dataset
 * where none was), are not only looked up, and belong to no release, whose checksums they would break.
 */
export function fixableFiles(
  files: readonly SourceFile[],
  paths: readonly string[],
  { project = null, from = process.cwd() }: NamedPaths = {},
): SourceFile[] {
  const dataset = paths.length ? null : findDataset(project ?? from);
  const named = (dataset === null ? [...paths] : [dataset]).map((path) => resolve(from, path));
  return files.filter(({ path, lookup = false }) => {
    const full = resolve(from, path);
    return !lookup && named.some((one) => isWithin(full, one)) && !isReleased(full);
  });
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
