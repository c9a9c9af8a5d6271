import { isAdverb } from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import { reduceToParticiple, yieldToLater } from './clause-verbs.js';
import { closedClass, usualClass } from './closed-classes.js';
import { verbClass } from './verb-class.js';
import type { VerbIndex, VerbUse, WordShape } from './verb-index.js';
import { WORD, type Classing } from './word-class.js';

/** Sets the class of each token of a sentence (`first` to `last`). */
export function classifyWords(tokens: readonly Token[], first: number, last: number, verbs: VerbIndex): void {
  // Rules look at the sentence alone, so its tokens are counted from 0.
  const own = tokens.slice(first, last + 1);
  const classes = new Int32Array(own.length);
  const sentence: Classing = { tokens: own, classes, verbs, title: isTitleCase(own) };
  for (let i = 0; i < own.length; i++) classes[i] = classOf(sentence, i);
  for (let i = 0; i < own.length; i++) if (classes[i] === WORD.past) reduceToParticiple(sentence, i);
  for (let i = 0; i < own.length; i++) if (classes[i] === WORD.present) yieldToLater(sentence, i);
  for (let i = 0; i < own.length; i++) own[i]!.word = classes[i]!;
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
  const shape = shapeOf(verbs, lower);
  if (shape.closed) return closedClass(sentence, i, shape.closed);
  if (isCapitalised(text) && i > 0 && !title) return WORD.name;
  const use = verbs.get(lower) ?? (shape.past ? REGULAR_PAST : null);
  if (use) return verbClass(sentence, i, use);
  if (shape.open === WORD.adverb) return WORD.adverb;
  if (title && isCapitalised(text)) return WORD.name;
  return shape.open === WORD.noun && i === 0 && isCapitalised(text) ? WORD.name : shape.open;
}

/** What the word is by its spelling alone; kept with the verbs, as few words make up most of every text. */
function shapeOf({ shapes }: VerbIndex, lower: string): WordShape {
  const known = shapes.get(lower);
  if (known) return known;
  const shape: WordShape = {
    closed: usualClass(lower),
    past: lower.length > 4 && lower.endsWith('ed') && !NOT_PAST.test(lower),
    open: openClass(lower),
  };
  // Texts hold words without end; beyond the usual ones nothing is gained.
  if (shapes.size < MOST_SHAPES) shapes.set(lower, shape);
  return shape;
}

const MOST_SHAPES = 20_000;

function openClass(lower: string): number {
  if (isAdverb(lower)) return WORD.adverb;
  if (lower.length > 5 && lower.endsWith('ing')) return WORD.ing;
  return ADJECTIVE.test(lower) ? WORD.adjective : WORD.noun;
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
