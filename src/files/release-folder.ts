import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../model/errors.js';
import { hashStream } from '../model/hash.js';
import { asideOf, sweepBeside, temporaryBeside } from './besides.js';
import { byteChunks } from './byte-chunks.js';
import { bytesOf, cantWrite, makeFolder, removeLeftover, syncFolder, writeSynced } from './write.js';

/** A file to be written: its path below the folder, with "/", and what it holds, whole or in pieces. */
export interface FolderFile {
  readonly path: string;
  readonly content: string | Uint8Array | Iterable<string | Uint8Array>;
}

/** How a folder is written. */
export interface FolderOptions {
  /** Sees each file after it was written. */
  readonly onFile?: (file: FolderFile) => void;
  /** Looks at the finished folder before it is put in place, and throws where it is not right. */
  readonly check?: (folder: string) => void | Promise<void>;
  /** Whether a folder with files may be replaced. */
  readonly replace?: boolean;
}

/**
 * Writes a folder whole or not at all: files go into a temporary sibling, are synced and checked, and the sibling is
 * renamed. A folder that stood there is set aside until the new one is in place, and comes back on any fault. Runs at
 * the same time do not disturb each other: the last one wins, or, without `replace`, the first, unless both wrote the
 * same. Returns the number of files. Throws UsageError when the place can't be written, or may not be replaced.
 */
export async function writeFolderWhole(
  folder: string,
  files: Iterable<FolderFile>,
  { onFile = () => {}, check = () => {}, replace = true }: FolderOptions = {},
): Promise<number> {
  const target = resolve(folder);
  const temporary = temporaryBeside(target);
  try {
    sweepBeside(target, { begun: true });
    removeLeftover(temporary);
    const count = writeFiles(temporary, files, onFile);
    await check(temporary);
    putInPlace(temporary, target, replace);
    return count;
  } catch (error) {
    const told = cantWrite(folder, error, 'Nothing was changed there.');
    removeLeftover(temporary);
    throw told;
  }
}

/** Writes and syncs the files of a new folder, and makes sure at the end that all of them are there. */
function writeFiles(folder: string, files: Iterable<FolderFile>, onFile: (file: FolderFile) => void): number {
  makeFolder(dirname(folder));
  mkdirSync(folder);
  const folders = new Set([folder]);
  const written: { readonly path: string; readonly bytes: number }[] = [];
  for (const file of files) {
    const path = join(folder, ...file.path.split('/'));
    makeBelow(dirname(path), folders);
    written.push({ path, bytes: writeSynced(path, bytesOf(file.content)) });
    onFile(file);
  }
  for (const made of folders) syncFolder(made);
  for (const { path, bytes } of written) {
    if (statSync(path).size !== bytes) throw new UsageError(`${path} was changed by another program while it was used`);
  }
  return written.length;
}

/** Makes a folder and those above it. None is made twice: one that has vanished, with files in it, must be noticed. */
function makeBelow(folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  makeBelow(dirname(folder), made);
  mkdirSync(folder);
  made.add(folder);
}

/** Renames a finished folder to its place. Another run may do the same at any moment; then it is tried again. */
function putInPlace(temporary: string, target: string, replace: boolean): void {
  const aside = asideOf(target);
  for (let placed = false; !placed;) {
    try {
      if (isFilled(target) && !replace) {
        if (!sameFolders(temporary, target)) throw new UsageError(`${target} was written by another run meanwhile`);
        removeLeftover(temporary);
        return;
      }
      if (existsSync(target)) {
        rmSync(aside, { recursive: true, force: true });
        renameSync(target, aside);
      }
      renameSync(temporary, target);
      placed = true;
    } catch (error) {
      if (!existsSync(target) && existsSync(aside)) renameSync(aside, target);
      // The target came between the look and the rename, or went.
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code) || !existsSync(temporary)) throw error;
    }
  }
  syncFolder(dirname(target));
  removeLeftover(aside);
}

/**
 * Puts right what killed runs left beside a folder, before anything is asked of it or put there: a folder that was set
 * aside comes back, temporary ones go. Throws UsageError where that can't be done.
 */
export function tidyBeside(folder: string): void {
  try {
    sweepBeside(resolve(folder));
  } catch (error) {
    throw cantWrite(folder, error);
  }
}

/** True when a folder exists and has files; throws UsageError when a file stands in its place. */
export function isFilled(folder: string): boolean {
  if (!existsSync(folder)) return false;
  if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is a file, not a folder`);
  return filesBelow(folder).length > 0;
}

/** True when the folder holds exactly these files, byte for byte. */
export function holdsSameFiles(folder: string, files: Iterable<FolderFile>): boolean {
  const present = new Set(filesBelow(folder));
  for (const file of files) {
    if (!present.delete(file.path)) return false;
    if (!holdsSame(join(folder, file.path), file.content)) return false;
  }
  return present.size === 0;
}

/** True when a file holds just these bytes; they are read to their end in any case. */
function holdsSame(path: string, content: FolderFile['content']): boolean {
  const hash = hashStream();
  for (const bytes of bytesOf(content)) hash.update(bytes);
  return hash.digest() === sha256File(path);
}

/** SHA-256 of a file, read in pieces. Throws ReaderError where it can't be read. */
export function sha256File(path: string): string {
  const hash = hashStream();
  for (const bytes of byteChunks(path)) hash.update(bytes);
  return hash.digest();
}

/** True when two folders hold the same files, byte for byte. */
function sameFolders(one: string, other: string): boolean {
  const paths = filesBelow(one);
  const same = (path: string): boolean => sha256File(join(one, path)) === sha256File(join(other, path));
  return paths.join('\n') === filesBelow(other).join('\n') && paths.every(same);
}

/** Paths of all files below a folder, with "/"; none when the folder does not exist. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .sort();
}
