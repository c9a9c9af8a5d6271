import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ReaderError } from '../model/errors.js';
import { compareText } from '../model/findings.js';
import { compareVersions } from '../releases/version.js';
import { readJsonObject } from './read.js';

/** An earlier codebook that lies in a dataset. */
export interface KnownCodebook {
  readonly path: string;
  readonly version: string;
}

/**
 * The earlier codebooks that a dataset keeps: in its releases, the newest release first, then in its folder codebooks/.
 * Files that can't be read are passed over: whoever needs one of them will name it.
 */
export function knownCodebooks(root: string): KnownCodebook[] {
  const releases = namesIn(join(root, 'releases'))
    .sort((a, b) => compareVersions(b, a))
    .map((name) => join(root, 'releases', name, 'codebook.json'));
  const kept = namesIn(join(root, 'codebooks'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(root, 'codebooks', name));
  return [...releases, ...kept].flatMap((path) => {
    const version = existsSync(path) ? versionOf(path) : null;
    return version === null ? [] : [{ path, version }];
  });
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort(compareText) : [];
}

function versionOf(path: string): string | null {
  try {
    const { version } = readJsonObject(path);
    return typeof version === 'string' ? version : null;
  } catch (error) {
    if (error instanceof ReaderError) return null;
    throw error;
  }
}
