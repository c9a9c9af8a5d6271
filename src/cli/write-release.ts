import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { holdsSameFiles, isFilled, sha256File, writeFolderWhole } from '../files/release-folder.js';
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

/**
 * Writes a release's folder, or finds that it holds the same bytes already. A release that is there with other content
 * is replaced with `force` only, anything that is no release never. Throws UsageError.
 */
export async function writeRelease(
  out: string,
  files: Iterable<ReleaseFile>,
  { force, quiet }: { readonly force: boolean; readonly quiet: boolean },
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
    if (!force)
      throw new UsageError(`${out} holds other content; give the release a new version, or --force to replace it`);
    if (!isReleaseFolder(out)) throw new UsageError(`${out} is no release; --force replaces releases only`);
    count = 0;
  }
  const same: RowsFile[] = [];
  const marked = watched(files, ({ path, statements }) => {
    if (statements) same.push({ path, columns: statements });
  });
  await writeFolderWhole(out, marked, { onFile, replace: force, check: (folder) => checkSameRows(folder, same) });
  progress.end();
  return { files: count, manifest: manifest(), unchanged: false };
}

const isReleaseFolder = (folder: string): boolean =>
  ['SHA256SUMS', 'versions.json', 'datapackage.json'].every((name) => existsSync(join(folder, name)));

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
