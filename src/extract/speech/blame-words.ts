import type { PolarityWord } from '../../model/generated.js';
import type { Lexicons } from '../../model/lexicons.js';
import { tokenize, type Token } from '../../text/tokens.js';
import { formsOf } from '../labelers/polarity-index.js';
import { phraseIndex, type PhraseIndex } from '../resolve/phrase-index.js';

/** A word that finds fault, and with whom. */
export interface BlameWord {
  readonly blame: NonNullable<PolarityWord['blame']>;
  readonly part: PolarityWord['part'];
  readonly strength: number;
}

/** Finds the blaming words of the polarity lexicon in their forms; a form may be a noun as well as a verb ("attacks"). */
export function blameWords(lexicons: Lexicons): PhraseIndex<BlameWord> {
  const phrases: { tokens: Token[]; value: BlameWord }[] = [];
  for (const { word, part, blame, strength } of lexicons.polarity) {
    if (blame === null) continue;
    const value = { blame, part, strength: strength ?? 2 };
    for (const form of new Set(formsOf(word, part))) phrases.push({ tokens: tokenize(form), value });
  }
  return phraseIndex(phrases);
}
