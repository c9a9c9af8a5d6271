import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shortHash } from '../model/hash.js';
import { readText } from './read.js';

/** Folder of a dataset, or of a convert output, that holds the normalised text of each document. */
export const TEXT_FOLDER = 'texts';

/** Longest encoded id, in bytes, that is used as it is; with ".txt" it stays below every file system's 255. */
const MOST = 200;

/**
 * The file name of a document's text inside `texts/`: the id with everything but ASCII letters, digits, ".", "_" and
 * "-" written as %XX of its UTF-8 bytes, a leading dot too, then ".txt". Different ids give different names; an id that
 * would need more than 200 bytes is cut and ends in a hash of the whole id.
 */
export function textFileName(documentId: string): string {
  let name = '';
  for (const character of documentId) {
    name += /[A-Za-z0-9._-]/.test(character) && !(name === '' && character === '.') ? character : percent(character);
  }
  if (name.length > MOST) {
    const tail = `-${shortHash(['text', documentId])}`;
    name = name.slice(0, MOST - tail.length).replace(/%[0-9A-F]?$/, '') + tail;
  }
  return `${name}.txt`;
}

function percent(character: string): string {
  return Array.from(
    Buffer.from(character, 'utf8'),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}

/**
 * The normalised text of a document of the dataset or convert output in folder `root`; null when it holds none (its
 * license forbids it, or the dataset is a stand-off one). Throws ReaderError when the file is there but unreadable.
 */
export function readDocumentText(root: string, documentId: string): string | null {
  const path = join(root, TEXT_FOLDER, textFileName(documentId));
  return existsSync(path) ? readText(path) : null;
}
