import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removeLeftover } from './write.js';

/**
 * A name beside a folder that is being made, for what one run of the program needs until it is done: hidden, and with
 * the run's process number, by which a later run knows what was left by one that was killed. `use` keeps several
 * apart ("rows": what does not fit into memory).
 */
export function temporaryBeside(target: string, use = ''): string {
  return beside(target, `${process.pid}${use && `.${use}`}.tmp`);
}

/** Where a run puts the folder that stood there, until the new one is in place. */
export function asideOf(target: string): string {
  return beside(target, `${process.pid}.old`);
}

function beside(target: string, ending: string): string {
  return join(dirname(target), `.${basename(target)}.${ending}`);
}

/**
 * Puts right what killed runs left beside a folder: one that was set aside comes back if nothing is in its place, all
 * else is removed. What a run that still goes on has there is left alone; so are, once it has `begun`, this run's own
 * temporary folders (before, they are a killed run's: process numbers come again). Throws what the file system says.
 */
export function sweepBeside(target: string, { begun = false }: { readonly begun?: boolean } = {}): void {
  const parent = dirname(target);
  if (!existsSync(parent)) return;
  const start = `.${basename(target)}.`;
  const left = readdirSync(parent).flatMap((name) => {
    const found = name.startsWith(start) ? /^(\d+)(?:\.[a-z]+)?\.(tmp|old)$/.exec(name.slice(start.length)) : null;
    if (!found) return [];
    const [pid, isOld] = [Number(found[1]), found[2] === 'old'];
    const used = pid === process.pid ? begun && !isOld : isRunning(pid);
    return used ? [] : [{ path: join(parent, name), isOld }];
  });
  // A run that was killed between its two renames left nothing in place; what was set aside last is what users know.
  const aside = left.filter((one) => one.isOld).sort((a, b) => changed(b.path) - changed(a.path))[0];
  if (aside && !existsSync(target)) renameIfThere(aside.path, target);
  for (const { path } of left) removeLeftover(path);
}

const changed = (path: string): number => statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0;

/** Renames what another run, which sweeps too, may have renamed before. */
function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
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
