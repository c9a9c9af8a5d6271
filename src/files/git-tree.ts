import { copyFileSync, existsSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from '../model/errors.js';
import type { Repository } from './git.js';
import { readText } from './read.js';

/** Which files of a version are wanted. */
export interface Wanted {
  /** Folders and files, by path from the top with "/"; "" for everything. */
  readonly paths: readonly string[];
  /** Folders of datasets, whose heads may name a codebook and lexicons elsewhere. */
  readonly datasets: readonly string[];
  /** The top of the work tree as the user writes it; another path than its real one behind a symbolic link. */
  readonly top: string;
  /** Told the temporary folder before anything is put there; whoever is told removes it. */
  readonly made: (temporary: string) => void;
}

/** Endings of what datasets are made of: tables, heads, texts. Sources and pictures may be large and are not needed. */
const OF_DATASETS = /\.(csv|jsonl|json|txt)$/i;

/**
 * Puts files of a commit, or of the index when `commit` is null, into a temporary folder, as git would put them into the
 * work tree, and gives that folder. Every file stands in it at the whole path that it has in the work tree, so that the
 * ways from one place to another are the same as there. Neither the user's index nor the work tree is touched: all is
 * done with an index of its own.
 */
export function checkOut(
  repository: Repository,
  commit: string | null,
  { paths, datasets, top: shownTop, made }: Wanted,
): string {
  const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'demarche-tree-'));
  made(temporary);
  const top = join(temporary, shownTop);
  const variables = { GIT_INDEX_FILE: join(temporary, 'index') };
  const git = (args: readonly string[], input?: string): string => {
    const { code, stdout, stderr } = repository.git(args, { variables, ...(input === undefined ? {} : { input }) });
    if (code !== 0) throw new UsageError(`git ${args[0]} failed: ${stderr.trim()}`);
    return stdout;
  };
  if (commit !== null) git(['read-tree', commit]);
  else if (existsSync(repository.index)) copyFileSync(repository.index, variables.GIT_INDEX_FILE);
  const all = git(['ls-files', '-z', '--cached']).split('\0').filter(Boolean);
  const put = (files: readonly string[]): void => {
    if (files.length) git(['checkout-index', '-z', '--stdin', '-f', '-q', `--prefix=${top}/`], files.join('\0') + '\0');
  };
  const heads = datasets.map((dataset) => inFolder(dataset, 'demarche.json'));
  put(heads.filter((head) => all.includes(head)));
  const folders = [...paths, ...datasets.flatMap((dataset, i) => namedBy(join(top, heads[i]!), dataset))];
  const named = new Set(paths);
  put(
    [...new Set(all)].filter(
      (file) => named.has(file) || (OF_DATASETS.test(file) && folders.some((folder) => isBelow(file, folder))),
    ),
  );
  return temporary;
}

const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

const isBelow = (file: string, folder: string): boolean =>
  folder === '' || file === folder || file.startsWith(`${folder}/`);

/** The dataset's own folder, and what its head names elsewhere in the repository. */
function namedBy(head: string, dataset: string): string[] {
  if (!existsSync(head)) return [dataset];
  try {
    const { codebook, lexicons } = JSON.parse(readText(head)) as Readonly<Record<string, unknown>>;
    const named = [codebook, lexicons].filter((path) => typeof path === 'string');
    return [dataset, ...named.map((path) => resolve('/', dataset, path).slice(1))];
  } catch {
    // A head that is no JSON is a finding of the validation.
    return [dataset];
  }
}
