import type { DocumentMetadata } from '../model/generated.js';

/** A stretch of text whose markup says what it is: [start, end) in UTF-16 units of the text. */
export interface MarkupSpan {
  readonly start: number;
  readonly end: number;
  readonly mark: 'headline' | 'caption' | 'related' | 'boilerplate' | 'byline';
  readonly rule: string;
}

/** A document as text: normalised (LF, NFC), with what its markup says about its parts and about itself. */
export interface ReadDocument {
  readonly text: string;
  readonly marks: readonly MarkupSpan[];
  readonly metadata: Partial<DocumentMetadata>;
}

/** A document format; a plug-in. */
export interface Reader {
  readonly name: string;
  readonly version: string;
  /** File name endings, lower case, with the dot. */
  readonly extensions: readonly string[];
  /** The encoding that the bytes declare in themselves (an HTML meta element); null where the format has no such thing. */
  readonly declaredEncoding: (bytes: Uint8Array) => string | null;
  /** Turns decoded text into a document. */
  readonly read: (source: string) => ReadDocument;
}
