import { share, tally, type Counts, type Figure } from '../../src/measures/extraction/figures.js';
import type { GoldDocument } from './corpora.js';

const THIN = new Set(
  'the and for that this with from was were has have had been will would could his her their its are who not but also into about'.split(
    ' ',
  ),
);

const wordsOf = (cue: string): string[] =>
  cue
    .toLowerCase()
    .split(/[^a-z'-]+/)
    .filter((word) => word.length > 2);

const stems = (word: string): string[] => [
  word,
  word.replace(/s$/, ''),
  word.replace(/e?d$/, ''),
  word.replace(/ed$/, 'e'),
  word.replace(/ing$/, ''),
  word.replace(/ing$/, 'e'),
  word.replace(/ies$/, 'y'),
  word.replace(/ied$/, 'y'),
  word.replace(/(.)\1(ed|ing)$/, '$1'),
];

/** The words of the lexicon's cues. */
export const cueWords = (cues: readonly { readonly cue: string }[]): ReadonlySet<string> =>
  new Set(cues.flatMap(({ cue }) => wordsOf(cue)));

/** Gold cues of a document with a content word that the lexicon has in some form. */
export function countCues({ quotes }: GoldDocument, lexicon: ReadonlySet<string>): Counts {
  const { add, counts } = tally();
  for (const { cue } of quotes) {
    const words = wordsOf(cue ?? '').filter((word) => !THIN.has(word));
    if (words.length === 0) continue;
    add('gold');
    if (words.some((word) => stems(word).some((stem) => lexicon.has(stem)))) add('covered');
  }
  return counts;
}

export const cueFigures: readonly Figure[] = [
  { name: 'gold cues covered', value: (of) => share(of('covered'), of('gold')) },
];
