import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { isSpanHeader } from '../flows/agree-span-rows.js';

/** Whether a file's first line is the header of marked spans. A file that can't be opened is none: reading it says why. */
export function isSpanFile(path: string): boolean {
  try {
    // A pipe can be read only once, and that is for whoever reads all of it.
    if (!statSync(path).isFile()) return false;
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(4096);
      const begins = bytes.toString('utf8', 0, readSync(file, bytes, 0, bytes.length, 0)).replace(/^\uFEFF/, '');
      const line = begins.split(/[\r\n]/, 1)[0]!;
      return isSpanHeader(line.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim()));
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}
