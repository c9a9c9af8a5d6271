import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../model/errors.js';
import { hashStream } from '../model/hash.js';
import { byteChunks } from './byte-chunks.js';
import { reasonOf } from './read.js';
import { removeLeftover, writeAll } from './write.js';

/** A file to be written: its path below the folder, with "/", and what it holds, whole or in pieces. */
export interface FolderFile {
  readonly path: string;
  readonly content: string | Uint8Array | Iterable<string | Uint8Array>;
}

/**
 * Writes a folder whole or not at all: files go into a temporary sibling, are synced, and the sibling is renamed. A
 * folder that stood there is set aside until the new one is in place, and comes back on any fault. `onFile` sees each
 * file after it was written. Returns the number of files. Throws UsageError when the place can't be written.
 */
export function writeFolderWhole(
  folder: string,
  files: Iterable<FolderFile>,
  { onFile = () => {} }: { readonly onFile?: (file: FolderFile) => void } = {},
): number {
  const target = resolve(folder);
  const temporary = sibling(target, `${process.pid}.tmp`);
  const aside = sibling(target, 'old');
  try {
    restore(target, aside);
    sweep(target);
    mkdirSync(temporary, { recursive: true });
    const folders = new Set([temporary]);
    let count = 0;
    for (const file of files) {
      const path = join(temporary, ...file.path.split('/'));
      mkdirSync(dirname(path), { recursive: true });
      folders.add(dirname(path));
      writeSynced(path, file.content);
      onFile(file);
      count++;
    }
    for (const made of folders) syncFolder(made);
    if (existsSync(target)) renameSync(target, aside);
    renameSync(temporary, target);
    syncFolder(dirname(target));
    rmSync(aside, { recursive: true, force: true });
    return count;
  } catch (error) {
    restore(target, aside);
    removeLeftover(temporary);
    if ((error as NodeJS.ErrnoException).code) throw new UsageError(`${folder} can't be written: ${reasonOf(error)}`);
    throw error;
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

function* bytesOf(content: FolderFile['content']): Generator<Uint8Array> {
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  for (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
}

/** SHA-256 of a file, read in pieces. Throws ReaderError where it can't be read. */
export function sha256File(path: string): string {
  const hash = hashStream();
  for (const bytes of byteChunks(path)) hash.update(bytes);
  return hash.digest();
}

/** Paths of all files below a folder, with "/"; none when the folder does not exist. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .sort();
}

function sibling(target: string, ending: string): string {
  return join(dirname(target), `.${basename(target)}.${ending}`);
}

/** A folder that was set aside by a run that was killed comes back; where the new one is in place, it goes. */
function restore(target: string, aside: string): void {
  if (!existsSync(aside)) return;
  if (existsSync(target)) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, target);
}

/** Removes what killed runs left beside the target; a folder of a process that still runs is left alone. */
function sweep(target: string): void {
  const parent = dirname(target);
  if (!existsSync(parent)) return;
  const start = `.${basename(target)}.`;
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(start) ? /^(\d+)\.tmp$/.exec(name.slice(start.length))?.[1] : undefined;
    if (pid === undefined || (Number(pid) !== process.pid && isRunning(Number(pid)))) continue;
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function writeSynced(path: string, content: FolderFile['content']): void {
  const file = openSync(path, 'w');
  try {
    for (const bytes of bytesOf(content)) writeAll(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(folder: string): void {
  // Windows can not open a folder; there the rename alone has to do.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
