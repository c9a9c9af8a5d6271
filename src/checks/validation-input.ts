import type { SchemaName } from '../model/generated.js';

/**
 * A file to be validated, as bytes or as a way to read it in pieces (each of which may be overwritten by the next), more
 * than once if need be: what is wrong with its encoding is part of the findings.
 */
export interface SourceFile {
  /** What findings call it, with "/" between its parts. */
  readonly path: string;
  /** Schema of its rows (.csv, .jsonl) or of the whole (.json). */
  readonly schema: SchemaName;
  readonly bytes: Uint8Array | (() => Iterable<Uint8Array>);
  /** Read so that others can be looked up in it; nothing is reported about it. */
  readonly lookup?: boolean;
}

/** A document's normalised text, as it stands in texts/. */
export interface TextFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Tables of a release made earlier that ids are compared with. */
export interface ReleasedFiles {
  /** X.Y.Z. */
  readonly version: string;
  readonly files: readonly SourceFile[];
}

/** What is validated together: the files of one dataset or convert output, and a way to its texts. */
export interface ValidationInput {
  readonly files: readonly SourceFile[];
  /** Gives the text of a document, null when there is none; absent = no texts are at hand. */
  readonly text?: ((documentId: string) => TextFile | null) | null;
  /** Every file of texts/, so that one that belongs to no document is found. */
  readonly textPaths?: readonly string[];
  /** Statements and tombstones of the dataset's releases, the newest first; of each data/ before standoff/. */
  readonly released?: readonly ReleasedFiles[];
  /** Whether bytes that may begin and end within a character are UTF-8 otherwise; faster than the way taken without it. */
  readonly isUtf8?: (bytes: Uint8Array) => boolean;
}
