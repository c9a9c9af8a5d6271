import type { Line } from '../../text/lines.js';
import type { Quote } from '../../text/quotes.js';
import type { Token } from '../../text/tokens.js';

/** What a line of a document is. Boilerplate, bylines and block marks give no statements. */
export type Mark = 'body' | 'headline' | 'caption' | 'related' | 'boilerplate' | 'byline';

/** A line with its mark and the id of the rule that set it ('' where it was simply kept). */
export interface MarkedLine extends Line {
  readonly mark: Mark;
  readonly rule: string;
}

/** A paragraph: one line, or several lines of a hard-wrapped text. `text` positions are UTF-16 units. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

/** A sentence as token indices (inclusive), with the paragraph it belongs to and the double quotations it holds. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
  readonly paragraph: number;
  readonly quotes: readonly Quote[];
}

/** A document cut into lines, paragraphs, tokens, quotations and sentences: what every attributor reads. */
export interface TextStructure {
  readonly text: string;
  readonly lines: readonly MarkedLine[];
  readonly paragraphs: readonly Paragraph[];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** For each token: 1 inside a double quotation, 2 inside a single one, 0 outside; the marks themselves count as inside. */
  readonly quoted: Uint8Array;
  /** Positions (UTF-16) of quotation marks without a partner. */
  readonly strayMarks: readonly number[];
}
