import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';

/** A command with its arguments. */
export type Call = readonly [command: string, ...args: readonly string[]];

/** Runs a call so that it finds something done before; null where this machine does not let us. */
export type Setting = (call: Call) => {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

const run: Setting = ([command, ...args]) => spawnSync(command, args, { encoding: 'utf8' });

/** Runs a line of the shell as the first thing in a name space of mounts of its own, then the call in its place. */
const mounted =
  (line: string, ...values: readonly string[]): Setting =>
  (call) =>
    run([
      'unshare',
      '-rm',
      'sh',
      '-c',
      `${line} || exit 99; shift ${values.length}; exec "$@"`,
      'sh',
      ...values,
      ...call,
    ]);

const works = (setting: Setting): boolean => setting(['true']).status === 0;

/**
 * A setting in which a folder can only be read: by its permissions, or, for a user to whom they do not apply, as a
 * mount. Throws where there is no way, so that a test can't pass without having tested.
 */
export function readOnly(folder: string): Setting {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o555);
    return run;
  }
  const mount = mounted('mount --bind "$1" "$1" && mount -o remount,ro,bind "$1"', folder);
  if (works(mount)) return mount;
  throw new Error('no way was found to make a folder read-only here');
}

/** A setting in which a folder lies on a disk of its own with some kilobytes free; null where mounting is not allowed. */
export function smallDisk(folder: string, kilobytes: number): Setting | null {
  // What lies in the folder is copied there; it ends with the name space.
  const line =
    'cp -a "$1" "$1.copy" && mount -t tmpfs -o size="$2"k tmpfs "$1" && cp -a "$1.copy/." "$1/" && rm -r "$1.copy"';
  const mount = mounted(line, folder, String(kilobytes));
  return works(mount) ? mount : null;
}
