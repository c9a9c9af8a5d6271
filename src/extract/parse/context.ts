import type { Noun } from '../../model/generated.js';
import type { Token } from '../../text/tokens.js';
import type { CueIndex, CueMatch } from '../cue-index.js';
import type { Sentence, TextStructure } from '../document/structure.js';
import type { Names } from '../resolve/names.js';
import type { VerbIndex } from './verb-index.js';
import { FINITE } from './word-class.js';

/** What the grammar rules know: the cue lexicon, which common nouns can speak, and the registry's names. */
export interface Grammar {
  readonly cues: CueIndex;
  readonly nouns: ReadonlyMap<string, Noun['kind']>;
  readonly names: Names;
  /** Words that may be verbs. */
  readonly verbs: VerbIndex;
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
  return {
    structure,
    tokens,
    quoted,
    sentence,
    first: sentence.first,
    last: sentence.last,
    grammar,
  };
}

const UNQUOTED = new Uint8Array(0);

/** A stretch of a quotation read as plain text: its own marks quote nothing inside it. */
export function plainContext(
  structure: TextStructure,
  range: Mention,
  paragraph: number,
  grammar: Grammar,
): SentenceContext {
  const { first, last } = range;
  const sentence = { first, last, paragraph, quotes: [] };
  const { tokens } = structure;
  return { structure, tokens, quoted: UNQUOTED, sentence, first, last, grammar };
}

/** Lower-case form of token i; '' outside the sentence. */
export function lowerAt(context: SentenceContext, i: number): string {
  return i >= context.first && i <= context.last ? context.tokens[i]!.lower : '';
}

/** The longest cue of a part of speech that begins at token i; undefined where there is none, as for most words. */
export function partAt(context: SentenceContext, i: number, part: CueMatch['part']): CueMatch | undefined {
  for (const match of context.grammar.cues.at(context.tokens, i, context.last)) if (match.part === part) return match;
  return undefined;
}

/** True when token i stands in a double quotation (marks included). */
export function inQuote(context: SentenceContext, i: number): boolean {
  return context.quoted[i] === 1;
}

/** The word class of token i (a bit of WORD); 0 outside the sentence. */
export function classAt(context: SentenceContext, i: number): number {
  return i >= context.first && i <= context.last ? context.tokens[i]!.word : 0;
}

/** True when token i is a finite verb where it stands. */
export function finiteAt(context: SentenceContext, i: number): boolean {
  return (classAt(context, i) & FINITE) !== 0;
}

/** A mention: tokens first to last, inclusive. */
export interface Mention {
  readonly first: number;
  readonly last: number;
}
