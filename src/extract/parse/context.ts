import type { Noun } from '../../model/generated.js';
import type { Token } from '../../text/tokens.js';
import type { CueIndex } from '../cue-index.js';
import type { Sentence, TextStructure } from '../document/structure.js';
import type { Names } from '../resolve/names.js';
import { looksFinite } from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';

/** What the grammar rules know: the cue lexicon, which common nouns can speak, and the registry's names. */
export interface Grammar {
  readonly cues: CueIndex;
  readonly nouns: ReadonlyMap<string, Noun['kind']>;
  readonly names: Names;
}

/** One sentence in front of the grammar rules. Token indices are the document's. */
export interface SentenceContext {
  readonly structure: TextStructure;
  readonly tokens: readonly Token[];
  readonly quoted: Uint8Array;
  readonly sentence: Sentence;
  readonly first: number;
  /** Last token, final punctuation included. */
  readonly last: number;
  readonly grammar: Grammar;
}

/** The context of one sentence. */
export function contextOf(structure: TextStructure, sentence: Sentence, grammar: Grammar): SentenceContext {
  const { tokens, quoted } = structure;
  return { structure, tokens, quoted, sentence, first: sentence.first, last: sentence.last, grammar };
}

/** Lower-case form of token i; '' outside the sentence. */
export function lowerAt(context: SentenceContext, i: number): string {
  return i >= context.first && i <= context.last ? context.tokens[i]!.lower : '';
}

/** True when token i stands in a double quotation (marks included). */
export function inQuote(context: SentenceContext, i: number): boolean {
  return context.quoted[i] === 1;
}

/** Words after which "'s" is a verb; behind any other it marks the genitive. */
const BEFORE_IS = new Set('he she it that there what who here where how let'.split(' '));

/** True when token i looks like a finite verb where it stands: no name, no genitive. */
export function finiteAt(context: SentenceContext, i: number): boolean {
  const lower = lowerAt(context, i);
  if (!looksFinite(lower) || isCapitalised(context.tokens[i]!.text)) return false;
  return lower !== "'s" || BEFORE_IS.has(lowerAt(context, i - 1));
}

/** A mention: tokens first to last, inclusive. */
export interface Mention {
  readonly first: number;
  readonly last: number;
}
