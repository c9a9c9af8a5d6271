import type { Cue } from '../../model/generated.js';
import type { Span } from '../../model/spans.js';
import type { Mention } from '../parse/context.js';

/** One attributed piece of speech, before names are resolved: who, by which words, what. Token indices are the document's. */
export interface Attribution {
  /** Index of the sentence in which the cue (or, without one, the content) stands. */
  readonly sentence: number;
  readonly quote_type: 'direct' | 'mixed' | 'indirect' | 'turn' | 'document';
  /** Pieces of the content in order, in UTF-16 units; neither cue nor speaker is inside. */
  readonly segments: readonly Span[];
  /** First and last token of the content's hull. */
  readonly content: Mention;
  readonly cue: Mention | null;
  /** The sense of the cue that fits its frame; null for turns and speeches. */
  readonly sense: Cue | null;
  /** Mentions of the speaker, several for joint speakers; none where the speaker is taken over from another attribution. */
  readonly speakers: readonly Mention[];
  readonly apposition: Mention | null;
  /** The noun phrase that the cue governs, where its frame has one. */
  readonly object: Mention | null;
  readonly negated: boolean;
  readonly modal: string | null;
  /** The attribution that this one continues (a quotation without a cue of its own), as an index in the same list. */
  readonly continues: number | null;
  /** The attribution inside whose content this one is reported. */
  readonly parent: number | null;
  readonly flags: readonly string[];
}

/** Fields of an attribution that most kinds leave at these values. */
export const plainAttribution = {
  cue: null,
  sense: null,
  speakers: [],
  apposition: null,
  object: null,
  negated: false,
  modal: null,
  continues: null,
  parent: null,
  flags: [],
} as const;
