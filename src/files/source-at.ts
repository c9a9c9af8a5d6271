import { closeSync, openSync, readSync } from 'node:fs';
import type { Finding } from '../model/generated.js';

/**
 * The characters that stand in a file from a finding's byte offset on, at least `most` or up to the file's end; null
 * without an offset, or when the file can't be read any more. Paths are told from the working folder.
 */
export function sourceAt({ file, byte_offset }: Finding, most: number): string | null {
  if (file === null || byte_offset === null) return null;
  const bytes = new Uint8Array(most * 4);
  let handle: number | null = null;
  try {
    handle = openSync(file, 'r');
    const read = readSync(handle, bytes, 0, bytes.length, byte_offset);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, read));
  } catch {
    return null;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}
