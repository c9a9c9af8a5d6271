import { areKeysBeside } from './keyboard.js';

const HALF = 0.5;

/**
 * How far two folded words are apart by slips of typing: a letter more, less or another counts 1, two swapped count 1,
 * a key beside the right one or a letter doubled (or one of two left out) counts ½. The same both ways.
 */
export function typingDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = [0];
  for (let j = 1; j <= b.length; j++) previous.push(previous[j - 1]! + single(b, j - 1));
  for (let i = 1; i <= a.length; i++) {
    const extra = single(a, i - 1);
    const current = [previous[0]! + extra];
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        previous[j]! + extra,
        current[j - 1]! + single(b, j - 1),
        previous[j - 1]! + replaced(a[i - 1]!, b[j - 1]!),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length]!;
}

const replaced = (a: string, b: string): number => (a === b ? 0 : areKeysBeside(a, b) ? HALF : 1);

/** A letter that only one of the words has: ½ where it repeats the one before it. */
const single = (word: string, at: number): number => (at > 0 && word[at] === word[at - 1] ? HALF : 1);

/**
 * True when `typed` is `word` with exactly one slip behind its first letter: the key beside the right one, a letter
 * doubled, a letter left out, or two neighbours swapped.
 */
export function isOneSlip(typed: string, word: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  const rest = (text: string, from: number): string => text.slice(from);
  if (at === 0) return false;
  switch (typed.length - word.length) {
    case 1:
      return typed[at] === typed[at - 1] && rest(typed, at + 1) === rest(word, at);
    case -1:
      return rest(typed, at) === rest(word, at + 1);
    case 0: {
      const swapped =
        at + 1 < word.length &&
        typed[at] === word[at + 1] &&
        typed[at + 1] === word[at] &&
        rest(typed, at + 2) === rest(word, at + 2);
      const beside =
        at < word.length && areKeysBeside(typed[at]!, word[at]!) && rest(typed, at + 1) === rest(word, at + 1);
      return swapped || beside;
    }
    default:
      return false;
  }
}
