import type { DocumentMetadata } from '../model/generated.js';

/** Where a document lies: a whole file, or the bytes of one line of a documents.jsonl. */
export interface SourceEntry {
  readonly document_id: string;
  /** Name for findings, relative to where the command was given its path. */
  readonly file: string;
  readonly path: string;
  readonly line: { readonly number: number; readonly start: number; readonly end: number } | null;
  readonly metadata: DocumentMetadata;
}
