import fc from 'fast-check';

const letter = fc.constantFrom(...'abcdeghinoprstuvwyz');

const at = (word: string, n: number): number => (word.length ? n % word.length : 0);

/** One slip of typing or of the pen: a letter more, less, other, doubled or swapped. */
const slip = fc
  .record({ kind: fc.constantFrom('more', 'less', 'other', 'double', 'swap'), n: fc.nat(), letter })
  .map(({ kind, n, letter: typed }) => (word: string): string => {
    const i = at(word, n);
    const [before, behind] = [word.slice(0, i), word.slice(i + 1)];
    switch (kind) {
      case 'more':
        return before + typed + word.slice(i);
      case 'less':
        return before + behind;
      case 'other':
        return before + typed + behind;
      case 'double':
        return before + (word[i] ?? '') + word.slice(i);
      default:
        return before + (behind[0] ?? '') + (word[i] ?? '') + behind.slice(1);
    }
  });

/** What does not change a word: case, blanks around it, an accent, a character without width. */
const harmless = fc
  .record({ kind: fc.constantFrom('none', 'upper', 'blank', 'accent', 'invisible'), n: fc.nat() })
  .map(({ kind, n }) => (word: string): string => {
    const i = at(word, n);
    switch (kind) {
      case 'upper':
        return word.toUpperCase();
      case 'blank':
        return ` ${word} `;
      case 'accent':
        return /[a-z]/.test(word[i] ?? '') ? `${word.slice(0, i + 1)}\u0301${word.slice(i + 1)}` : word;
      case 'invisible':
        return `${word.slice(0, i)}\u200b${word.slice(i)}`;
      default:
        return word;
    }
  });

/** Turns a label into a misspelt one, at most one slip away from it. */
export const mutated = fc.tuple(fc.option(slip), harmless).map(
  ([typo, change]) =>
    (word: string): string =>
      change(typo ? typo(word) : word),
);
