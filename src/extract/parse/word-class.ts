import type { Token } from '../../text/tokens.js';
import type { VerbIndex } from './verb-index.js';

/** Word classes as bits, so that a rule can ask for several at once. */
export const WORD = {
  noun: 1,
  name: 2,
  adjective: 4,
  adverb: 8,
  determiner: 16,
  pronoun: 32,
  objectPronoun: 64,
  preposition: 128,
  conjunction: 256,
  subordinator: 512,
  to: 1024,
  modal: 2048,
  auxiliary: 4096,
  base: 8192,
  present: 16384,
  past: 32768,
  participle: 65536,
  ing: 131072,
  number: 262144,
  mark: 524288,
} as const;

/** Classes of a verb that makes a clause. */
export const FINITE = WORD.modal | WORD.auxiliary | WORD.present | WORD.past;
/** True when a finite verb stands at token i of a sentence whose words are classed. */
export const isFiniteVerb = (tokens: readonly Token[], i: number): boolean => ((tokens[i]?.word ?? 0) & FINITE) !== 0;

/** A sentence while its words are classed: tokens and classes are counted from its first word. */
export interface Classing {
  readonly tokens: readonly Token[];
  readonly classes: Int32Array;
  readonly verbs: VerbIndex;
  /** True for a headline in title case, where a capital proves no name. */
  readonly title: boolean;
}

/** The nearest token to the left of i that is no adverb and no quotation mark; -1 where there is none. */
export function leftOf({ tokens, classes }: Classing, i: number): number {
  let k = i - 1;
  while (k >= 0 && (classes[k] === WORD.adverb || tokens[k]!.kind === 'quote')) k--;
  return k;
}
