import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../model/errors.js';
import { compareText } from '../model/findings.js';
import { reasonOf } from './read.js';
import { writeFileWhole } from './write.js';

/** A file to be made: its path below the project's folder, with "/". */
export interface ProjectFile {
  readonly path: string;
  readonly content: string;
  readonly executable?: boolean;
}

/** What a folder may hold and still count as empty: a repository is often begun before its first file. */
const NOTHING = ['.git', '.DS_Store'];

/** Names in a folder that is to become a project; none when it does not exist. Throws UsageError when it is no folder. */
export function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is a file, not a folder; name another one`);
  try {
    return readdirSync(folder)
      .filter((name) => !NOTHING.includes(name))
      .sort(compareText);
  } catch (error) {
    throw new UsageError(`${folder} can't be read: ${reasonOf(error)}`);
  }
}

/** What was written, and what was there and stayed as it was: paths in the order given. */
export interface Written {
  readonly made: readonly string[];
  readonly kept: readonly string[];
}

/** Writes the files that are not there yet; a file that only keeps a folder is not needed where the folder is there. */
export function writeMissing(folder: string, files: readonly ProjectFile[]): Written {
  const made: string[] = [];
  const kept: string[] = [];
  for (const { path, content, executable = false } of files) {
    const target = join(folder, ...path.split('/'));
    if (basename(target) === '.gitkeep' && existsSync(dirname(target))) continue;
    if (existsSync(target)) {
      kept.push(path);
      continue;
    }
    writeFileWhole(target, content);
    if (executable) chmodSync(target, 0o755);
    made.push(path);
  }
  return { made, kept };
}
