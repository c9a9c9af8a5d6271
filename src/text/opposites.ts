import { foldLetters, foldSeparators } from './fold-spelling.js';
import { NEGATING_PREFIXES, NEGATING_WORDS, PAIRS, PREFIX_PAIRS, SIDES } from './opposite-words.js';
import { typingDistance } from './typing-distance.js';

/** Stems shorter than this must be the whole word: "format" is no "for". */
const SHORTEST_STEM = 5;
/** Prefixes too common at the beginning of words that negate nothing; they count only before the other word itself. */
const WEAK_PREFIXES: ReadonlySet<string> = new Set(['a', 'de', 'il', 'ir', 'des', 'mis', 'in', 'im']);

/** Prefixes that people put before any word. */
const OPEN_PREFIXES = ['un', 'dis', 'in', 'non', 'not', 'no', 'anti'];

const positive: ReadonlySet<string> = new Set(SIDES.positive);
const negative: ReadonlySet<string> = new Set(SIDES.negative);
const positiveStems = SIDES.positive.filter((word) => word.length >= SHORTEST_STEM).map(stem);
const negativeStems = SIDES.negative.filter((word) => word.length >= SHORTEST_STEM).map(stem);

function stem(word: string): string {
  return word.length > SHORTEST_STEM ? word.replace(/e$/, '') : word;
}

/**
 * On which side of a question a label stands by its own words: '+' for "support", "yes", "non-opposed", "pro-X"; '-' for
 * "against", "unfavorable", "not true". Null where its words do not say, or say both.
 */
export function sideOf(label: string): '+' | '-' | null {
  const tokens = tokensOf(label);
  const negating = tokens.filter((token) => NEGATING_WORDS.has(token));
  const plain = tokens.filter((token) => !NEGATING_WORDS.has(token));
  const sides = new Set(plain.map(sideOfToken).filter((side) => side !== 0));
  if (sides.size > 1) return null;
  const [side] = sides;
  if (side !== undefined) return sign(side, negating.length);
  // "Not against", "anti-X": where only negations take a side, the last one says which, and those before turn it.
  const last = sideOfToken(negating.at(-1) ?? '');
  return last === 0 ? null : sign(last, negating.length - 1);
}

const sign = (side: number, turns: number): '+' | '-' => (side > 0 === (turns % 2 === 0) ? '+' : '-');

function sideOfToken(token: string): number {
  if (positive.has(token)) return 1;
  if (negative.has(token)) return -1;
  if (positiveStems.some((one) => token.startsWith(one))) return 1;
  if (negativeStems.some((one) => token.startsWith(one))) return -1;
  for (const prefix of NEGATING_PREFIXES) {
    if (prefix.length < 2 || !token.startsWith(prefix)) continue;
    const rest = token.slice(prefix.length);
    if (rest.length >= 4) {
      if (positive.has(rest) || positiveStems.some((one) => rest.startsWith(one))) return -1;
      if (negative.has(rest) || negativeStems.some((one) => rest.startsWith(one))) return 1;
    }
  }
  return 0;
}

/**
 * True when one word is the other's opposite by its form: the two sides of a question, a pair such as male and female,
 * or one is the other, or nearly so, with a beginning or a word that negates it ("clear" and "unclear", "not favor").
 */
export function areOppositeWords(a: string, b: string): boolean {
  const [one, other] = [foldSeparators(a), foldSeparators(b)];
  if (one === other) return false;
  const [sideA, sideB] = [sideOf(a), sideOf(b)];
  if (sideA !== null && sideB !== null) return sideA !== sideB;
  return (
    PAIRS.some(([x, y]) => (one === x && other === y) || (one === y && other === x)) ||
    PREFIX_PAIRS.some(([x, y]) => differByPrefix(one, other, x, y) || differByPrefix(one, other, y, x)) ||
    negates(a, b) ||
    negates(b, a)
  );
}

function differByPrefix(a: string, b: string, x: string, y: string): boolean {
  return a.startsWith(x) && b.startsWith(y) && a.slice(x.length) === b.slice(y.length);
}

/**
 * True when a misspelt word may be `word` with a negation before it: "isagree" is as likely "disagree" as "agree", also
 * where only one of them is a label. Both folded; `distance` is theirs.
 */
export function mayNegate(typed: string, word: string, distance: number): boolean {
  return OPEN_PREFIXES.some((prefix) => typingDistance(typed, prefix + word) <= distance + 1);
}

/** True when `a` is `b` with a negation that `b` does not have. */
function negates(a: string, b: string): boolean {
  const words = new Set(tokensOf(b));
  const tokens = tokensOf(a);
  const extra = tokens.filter((token) => NEGATING_WORDS.has(token) && !words.has(token));
  if (tokens.length > words.size && extra.length % 2 === 1) return true;
  const [whole, other] = [foldSeparators(a), foldSeparators(b)];
  const distance = typingDistance(whole, other);
  return NEGATING_PREFIXES.some((prefix) => {
    if (!whole.startsWith(prefix)) return false;
    const rest = whole.slice(prefix.length);
    // "against" is no "gainst" turned round: a word that takes a side has no such beginning.
    if (WEAK_PREFIXES.has(prefix))
      return sideOf(a) === null && rest.length > 2 && typingDistance(rest, other) < distance;
    return !other.startsWith(prefix) && rest.length > 1 && typingDistance(rest, other) < distance;
  });
}

const tokensOf = (label: string): string[] =>
  foldLetters(label)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
