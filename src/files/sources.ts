import { closeSync, fstatSync, openSync, readSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { ReaderError } from '../model/errors.js';
import { compareText, finding } from '../model/findings.js';
import type { DocumentMetadata, Finding } from '../model/generated.js';
import { readableExtensions, readerFor } from '../readers/index.js';
import type { Source } from '../readers/source.js';
import { jsonLineEntries } from './json-line-sources.js';
import { metadataFrom } from './metadata.js';
import { SourceEntriesBuilder, type SourceEntries } from './source-entries.js';
import type { SourceEntry } from './source-entry.js';
import { readBytes, readJson, reasonOf } from './read.js';

/** The documents below some paths in the order of their ids, and what was wrong on the way. */
export interface SourceList {
  readonly entries: SourceEntries;
  readonly findings: readonly Finding[];
  /** True when something could not be read at all. */
  readonly unreadable: boolean;
}

/** Files beside documents that are none themselves. */
const BESIDE = /(?:^document\.json|\.meta\.json|^readme(?:\.[a-z]+)?|^licen[cs]e(?:\.[a-z]+)?)$/i;

interface Found {
  readonly entries: SourceEntriesBuilder;
  readonly findings: Finding[];
  unreadable: boolean;
}

/**
 * Lists the documents of files, folders and documents.jsonl files. Ids come from the metadata, else from the folder that
 * holds document.json, else from the path below the given root without its ending. Two documents of one id are an error:
 * the first (by path) is kept. `-` means standard input, kept in the file `stdin`.
 */
export function listSources(
  paths: readonly string[],
  { stdin = null }: { readonly stdin?: string | null } = {},
): SourceList {
  const found: Found = { entries: new SourceEntriesBuilder(), findings: [], unreadable: false };
  for (const path of paths) {
    try {
      if (path === '-' && stdin !== null) {
        addLines(stdin, '-', found);
        continue;
      }
      if (statSync(path).isDirectory()) walk(path, path, found);
      else addFile(path, dirname(path), found, true);
    } catch (error) {
      unreadable(found, path, error);
    }
  }
  const entries = found.entries.finish(({ file, line, document_id: id }, before) => {
    found.findings.push(
      finding(
        'document/duplicate-id',
        { file, line: line?.number ?? null },
        `document_id "${id}" is taken by ${before.file}${before.line ? `:${before.line.number}` : ''}; this document is left out`,
        { record_id: id, field: 'document_id', value: id },
      ),
    );
  });
  return { entries, findings: found.findings, unreadable: found.unreadable };
}

function unreadable(found: Found, path: string, error: unknown): void {
  found.unreadable = true;
  const rule = error instanceof ReaderError ? error.rule : 'file/unreadable';
  if (error instanceof ReaderError && error.fault) {
    const { line, column, says } = error.fault;
    found.findings.push(finding(rule, { file: path, line, column }, says));
    return;
  }
  const reason = error instanceof ReaderError ? error.message : `${path}: ${reasonOf(error)}`;
  found.findings.push(finding(rule, { file: path }, reason.replace(`${path}: `, 'the file can not be read: ')));
}

function walk(folder: string, root: string, found: Found): void {
  let names: string[];
  try {
    names = readdirSync(folder).sort(compareText);
  } catch (error) {
    unreadable(found, folder, error);
    return;
  }
  if (names.includes('document.json')) {
    documentFolder(folder, names, found, folder === root);
    return;
  }
  for (const name of names) {
    if (name.startsWith('.') || BESIDE.test(name)) continue;
    const path = join(folder, name);
    try {
      if (statSync(path).isDirectory()) walk(path, root, found);
      else addFile(path, root, found, false);
    } catch (error) {
      unreadable(found, path, error);
    }
  }
}

/** A folder of one document: document.json and its source. */
function documentFolder(folder: string, names: readonly string[], found: Found, isRoot: boolean): void {
  const sources = names.filter((name) => !name.startsWith('.') && !BESIDE.test(name) && readerFor(name) !== null);
  const source = sources.find((name) => name.startsWith('source.')) ?? sources[0];
  if (source === undefined) {
    found.findings.push(
      finding(
        'document/no-source',
        { file: join(folder, 'document.json') },
        `the folder has document.json but no source file (${readableExtensions.join(', ')})`,
      ),
    );
    return;
  }
  for (const other of sources) {
    if (other !== source)
      found.findings.push(
        finding(
          'document/second-source',
          { file: join(folder, other) },
          `the folder's document is ${source}; this file is passed over`,
          { severity: 'warning' },
        ),
      );
  }
  const metadata = metadataOf(join(folder, 'document.json'), found);
  const id = metadata.document_id ?? basename(isRoot ? join(process.cwd(), folder) : folder);
  found.entries.add({
    document_id: id.normalize('NFC'),
    file: join(folder, source),
    path: join(folder, source),
    line: null,
    metadata,
  });
}

function addLines(path: string, name: string, found: Found): void {
  for (const entry of jsonLineEntries(path, name, found.findings)) found.entries.add(entry);
}

function addFile(path: string, root: string, found: Found, asked: boolean): void {
  if (/\.(?:jsonl|ndjson)$/i.test(path)) {
    addLines(path, path, found);
    return;
  }
  const reader = readerFor(path);
  if (!reader) {
    const severity = asked ? 'error' : 'warning';
    found.findings.push(
      finding('file/unknown-format', { file: path }, 'no reader knows this kind of file; it is passed over', {
        severity,
        value: basename(path),
        allowed: [...readableExtensions, '.jsonl'],
      }),
    );
    return;
  }
  const beside = `${path}.meta.json`;
  const metadata = exists(beside) ? metadataOf(beside, found) : {};
  const below = relative(root, path).replaceAll('\\', '/');
  const ending = reader.extensions.find((extension) => below.toLowerCase().endsWith(extension)) ?? '';
  const id = metadata.document_id ?? below.slice(0, below.length - ending.length);
  found.entries.add({ document_id: id.normalize('NFC'), file: path, path, line: null, metadata });
}

function exists(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function metadataOf(path: string, found: Found): DocumentMetadata {
  try {
    const read = metadataFrom(readJson(path), path);
    for (const one of read.findings) found.findings.push(one);
    return read.metadata;
  } catch (error) {
    unreadable(found, path, error);
    return {};
  }
}

/** Reads a document's content; throws ReaderError when that can't be done. */
export function loadSource(entry: SourceEntry): Source {
  const { document_id, file, metadata } = entry;
  if (entry.line === null)
    return { document_id, file, content: readBytes(entry.path), reader: readerFor(entry.path)!, metadata };
  const parsed = JSON.parse(readSlice(entry.path, entry.line.start, entry.line.end)) as Record<string, unknown>;
  const { text, ...rest } = parsed;
  const read = metadataFrom(rest, file, entry.line.number);
  return {
    document_id,
    file: `${file}#${entry.line.number}`,
    content: typeof text === 'string' ? text : '',
    metadata: read.metadata,
  };
}

function readSlice(path: string, start: number, end: number): string {
  const file = openSync(path, 'r');
  try {
    const size = Math.min(end, fstatSync(file).size) - start;
    const bytes = Buffer.alloc(size);
    let at = 0;
    while (at < size) {
      const n = readSync(file, bytes, at, size - at, start + at);
      if (n === 0) break;
      at += n;
    }
    // The first line may begin with a byte order mark.
    return bytes.toString('utf8').replace(/^\uFEFF/, '');
  } finally {
    closeSync(file);
  }
}
