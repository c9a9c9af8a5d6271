import { html } from './html.js';
import { markdown } from './markdown.js';
import { plainText } from './plain-text.js';
import type { Reader } from './reader.js';

/** Every document format that `convert` reads, besides documents.jsonl. */
export const readers: readonly Reader[] = [plainText, html, markdown];

/** File name endings that some reader knows, in their order. */
export const readableExtensions: readonly string[] = readers.flatMap((reader) => reader.extensions);

/** The reader for a file name; null when no reader knows its ending. */
export function readerFor(fileName: string): Reader | null {
  const lower = fileName.toLowerCase();
  return readers.find((reader) => reader.extensions.some((extension) => lower.endsWith(extension))) ?? null;
}
