import type { DocumentMetadata } from '../model/generated.js';

/** Where a document lies: a whole file, or the bytes of one line of a documents.jsonl. */
export interface SourceEntry {
  readonly document_id: string;
  /** Name for findings, relative to where the command was given its path. */
  readonly file: string;
  readonly path: string;
  readonly line: { readonly number: number; readonly start: number; readonly end: number } | null;
  /** What lies beside a file; empty for a line, whose metadata are read with its text. */
  readonly metadata: DocumentMetadata;
}
