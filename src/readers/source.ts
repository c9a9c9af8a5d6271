import type { DocumentMetadata } from '../model/generated.js';
import type { Reader } from './reader.js';

/** A document to convert: its bytes with a reader, or its text (documents.jsonl), and what is known of it. */
export interface Source {
  readonly document_id: string;
  /** Name of the file in findings. */
  readonly file: string;
  readonly content: Uint8Array | string;
  /** Reader of the format; ignored for texts. */
  readonly reader?: Reader;
  readonly metadata?: DocumentMetadata;
}
