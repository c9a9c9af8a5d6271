import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { holdsSameFiles, isFilled, sha256File, writeFolderWhole } from '../files/release-folder.js';
import { readText } from '../files/read.js';
import { checkSameRows, type RowsFile } from '../files/same-rows.js';
import { UsageError } from '../model/errors.js';
import type { ReleaseFile } from '../releases/release.js';
import { Progress } from './progress.js';

/** What became of a release's folder. */
export interface WrittenRelease {
  readonly files: number;
  /** SHA-256 of SHA256SUMS, which stands for the whole. */
  readonly manifest: string;
  /** True when the folder held the same bytes already. */
  readonly unchanged: boolean;
}

/** How a release's folder is written. */
export interface WriteOptions {
  readonly force: boolean;
  readonly quiet: boolean;
  /** Where the dataset keeps this version, if it was released already. */
  readonly released: string;
}

/**
 * Writes a release's folder, or finds that it holds the same bytes already. A release that is there with other content
 * is replaced with `force` only, anything that is no release never; nor is a version that was released already written
 * elsewhere with other content. Throws UsageError.
 */
export async function writeRelease(
  out: string,
  files: Iterable<ReleaseFile>,
  { force, quiet, released }: WriteOptions,
): Promise<WrittenRelease> {
  const progress = new Progress('files written', { quiet });
  let count = 0;
  const onFile = (file: { readonly path: string }): void => progress.at(++count, null, file.path);
  const manifest = (): string => sha256File(join(out, 'SHA256SUMS'));
  const around = releaseAround(out);
  if (around !== null)
    throw new UsageError(
      `${out} lies inside of the release ${around}; a release is never changed: name another folder`,
    );
  if (isFilled(out)) {
    if (holdsSameFiles(out, watched(files, onFile))) {
      progress.end();
      return { files: count, manifest: manifest(), unchanged: true };
    }
    const missing = missingOfRelease(out);
    if (missing.length)
      throw new UsageError(
        `${out} holds files and is no release (it has no ${missing.join(', ')}), so that not even --force replaces it; move it away, or name another folder with --out`,
      );
    if (!force)
      throw new UsageError(`${out} holds other content; give the release a new version, or --force to replace it`);
    count = 0;
  }
  const same: RowsFile[] = [];
  const marked = watched(files, ({ path, statements }) => {
    if (statements) same.push({ path, columns: statements });
  });
  await writeFolderWhole(out, marked, {
    onFile,
    replace: force,
    check: async (folder) => {
      await checkSameRows(folder, same);
      if (!force && resolve(out) !== resolve(released)) checkSameRelease(folder, released);
    },
  });
  progress.end();
  return { files: count, manifest: manifest(), unchanged: false };
}

/** What a release always has, and a folder lacks. */
const missingOfRelease = (folder: string): string[] =>
  ['SHA256SUMS', 'versions.json', 'datapackage.json'].filter((name) => !existsSync(join(folder, name)));

const isReleaseFolder = (folder: string): boolean => missingOfRelease(folder).length === 0;

/** Throws UsageError where a version was released already, and the folder that was made of it now is another. */
function checkSameRelease(made: string, released: string): void {
  const [now, before] = [made, released].map(sumsOf);
  if (!before || !now) return;
  const paths = [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path));
  if (!paths.length) return;
  // The tables first: the other files follow from them.
  const some = [...paths].sort((a, b) => Number(b.startsWith('data/')) - Number(a.startsWith('data/'))).slice(0, 3);
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  throw new UsageError(
    `${released} is this version already, with other content (${some.join(', ')}${more}); give the release a new version, put the dataset back to the state that it was released from, or --force to write it all the same`,
  );
}

/** The digest of each file that a release's SHA256SUMS names; null where there is none. */
function sumsOf(folder: string): ReadonlyMap<string, string> | null {
  const path = join(folder, 'SHA256SUMS');
  if (!existsSync(path)) return null;
  const lines = readText(path)
    .split('\n')
    .filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** The release that a folder lies in, however deep; null when it lies in none. */
function releaseAround(folder: string): string | null {
  for (let at = dirname(resolve(folder)); ; at = dirname(at)) {
    if (isReleaseFolder(at)) return at;
    if (dirname(at) === at) return null;
  }
}

function* watched<T>(items: Iterable<T>, onItem: (item: T) => void): Iterable<T> {
  for (const item of items) {
    onItem(item);
    yield item;
  }
}
