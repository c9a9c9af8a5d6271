import { isAdverb } from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import { reduceToParticiple, yieldToLater } from './clause-verbs.js';
import { closedClass } from './closed-classes.js';
import { verbClass } from './verb-class.js';
import type { VerbIndex, VerbUse } from './verb-index.js';
import { WORD, type Classing } from './word-class.js';

/** The class of each token of a sentence (`first` to `last`), the first token's first. */
export function classifyWords(tokens: readonly Token[], first: number, last: number, verbs: VerbIndex): Int32Array {
  // Rules look at the sentence alone, so its tokens are counted from 0.
  const own = tokens.slice(first, last + 1);
  const classes = new Int32Array(own.length);
  const sentence: Classing = { tokens: own, classes, verbs, title: isTitleCase(own) };
  for (let i = 0; i < own.length; i++) classes[i] = classOf(sentence, i);
  for (let i = 0; i < own.length; i++) if (classes[i] === WORD.past) reduceToParticiple(sentence, i);
  for (let i = 0; i < own.length; i++) if (classes[i] === WORD.present) yieldToLater(sentence, i);
  return classes;
}

/** Headlines in title case: a capital proves no name there. */
function isTitleCase(tokens: readonly Token[]): boolean {
  let capitals = 0;
  let words = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'word' || text.length < 4) continue;
    words++;
    if (isCapitalised(text)) capitals++;
  }
  return words >= 3 && capitals >= words * 0.8;
}

function classOf(sentence: Classing, i: number): number {
  const { tokens, verbs, title } = sentence;
  const { lower, text, kind } = tokens[i]!;
  if (kind === 'mark' || kind === 'quote') return WORD.mark;
  if (kind === 'number') return WORD.number;
  const closed = closedClass(sentence, i);
  if (closed) return closed;
  if (isCapitalised(text) && i > 0 && !title) return WORD.name;
  const use = verbs.get(lower);
  const past = use ? use.past || use.participle : lower.length > 4 && lower.endsWith('ed') && !NOT_PAST.test(lower);
  if (!use && !past) {
    if (isAdverb(lower)) return WORD.adverb;
    if (title && isCapitalised(text)) return WORD.name;
    if (/ing$/.test(lower) && lower.length > 5) return WORD.ing;
    return ADJECTIVE.test(lower) ? WORD.adjective : isCapitalised(text) && i === 0 ? WORD.name : WORD.noun;
  }
  return verbClass(sentence, i, use ?? REGULAR_PAST);
}

const NOT_PAST = /^(?:united|need|indeed|hundred|sacred|naked|so-called|unprecedented|alleged|biased|aged|beloved)$/;
const ADJECTIVE = /(?:-.*|ous|ful|ive|able|ible|ical|less|ish|ary|ian)$/;
const REGULAR_PAST: VerbUse = {
  base: false,
  third: false,
  past: true,
  participle: true,
  ing: false,
  verb: 1,
  other: 0,
};
