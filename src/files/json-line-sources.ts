import { closeSync, openSync, readSync } from 'node:fs';
import { finding } from '../model/findings.js';
import type { DocumentMetadata, Finding } from '../model/generated.js';
import { metadataFrom } from './metadata.js';
import type { SourceEntry } from './source-entry.js';

/** Longest line that is read, in bytes; a longer one is many documents that somebody joined. */
const LONGEST_LINE = 32 * 1024 * 1024;
const CHUNK = 1024 * 1024;

/** The metadata of all lines at once would fill the memory; `loadSource` reads a line's with its text. */
const READ_WITH_TEXT: DocumentMetadata = {};

/**
 * Lists the documents of a documents.jsonl by the places of their lines, so that texts are read one at a time later.
 * `name` is what findings call the file. A line that is no JSON object with document_id and text goes into `findings`.
 */
export function* jsonLineEntries(path: string, name: string, findings: Finding[]): Generator<SourceEntry> {
  for (const { number, start, end, text } of linesOf(path)) {
    const place = { file: name, line: number, column: 1, byte_offset: start };
    if (text === null) {
      findings.push(
        finding(
          'document/too-long',
          place,
          `the line has ${end - start} bytes, more than ${LONGEST_LINE}; cut it into documents`,
        ),
      );
      continue;
    }
    if (text.trim() === '') continue;
    const parsed = parse(text);
    if (typeof parsed === 'string') {
      findings.push(finding('json/syntax', place, `the line is no JSON: ${parsed}`));
      continue;
    }
    const { text: body, document_id: id, ...rest } = parsed;
    if (typeof id !== 'string' || id === '') {
      findings.push(
        finding('document/no-id', place, 'the line has no document_id; give every document one', {
          field: 'document_id',
        }),
      );
      continue;
    }
    if (typeof body !== 'string') {
      findings.push(finding('document/no-text', place, 'the line has no text', { field: 'text', record_id: id }));
      continue;
    }
    const read = metadataFrom(rest, name, number);
    for (const one of read.findings) findings.push(one);
    yield {
      document_id: id.normalize('NFC'),
      file: name,
      path,
      line: { number, start, end },
      metadata: READ_WITH_TEXT,
    };
  }
}

function parse(text: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : 'it must be an object';
  } catch (error) {
    return (error as Error).message;
  }
}

/** The lines of a file with their byte positions; `text` is null for a line that is too long to be read. */
function* linesOf(path: string): Generator<{ number: number; start: number; end: number; text: string | null }> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK);
    let held: Buffer[] = [];
    let heldLength = 0;
    let start = 0;
    let position = 0;
    let number = 1;
    const line = (end: number): { number: number; start: number; end: number; text: string | null } => {
      const text =
        heldLength > LONGEST_LINE
          ? null
          : Buffer.concat(held)
              .toString('utf8')
              .replace(/^\uFEFF/, '');
      return { number, start, end, text };
    };
    for (;;) {
      const read = readSync(file, chunk, 0, CHUNK, position);
      if (read === 0) break;
      let from = 0;
      for (let at = chunk.indexOf(10, 0); at >= 0 && at < read; at = chunk.indexOf(10, at + 1)) {
        if (heldLength <= LONGEST_LINE) held.push(Buffer.from(chunk.subarray(from, at)));
        heldLength += at - from;
        yield line(position + at);
        held = [];
        heldLength = 0;
        from = at + 1;
        start = position + from;
        number++;
      }
      if (from < read) {
        if (heldLength <= LONGEST_LINE) held.push(Buffer.from(chunk.subarray(from, read)));
        heldLength += read - from;
      }
      position += read;
    }
    if (heldLength > 0) yield line(position);
  } finally {
    closeSync(file);
  }
}
