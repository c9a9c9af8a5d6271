import type { Cue, PolarityWord } from '../../model/generated.js';
import type { Lexicons } from '../../model/lexicons.js';
import { pluralOf, verbForms } from '../../text/inflection.js';
import { tokenize, type Token } from '../../text/tokens.js';
import { formsKey, headwords } from '../headwords.js';
import { phraseIndex, type PhraseIndex } from '../resolve/phrase-index.js';

/** What a word does to the position of the clause it stands in. */
export interface Polarity {
  readonly effect: PolarityWord['effect'];
  readonly strength: number;
  readonly part: PolarityWord['part'];
}

/** Acts whose cues are evaluations wherever they stand. */
const EVALUATING = new Set(['support', 'criticize', 'reject', 'threaten']);

/** Finds polarity words and phrases: those of polarity.csv, and the evaluating cues of cues.csv. */
export function polarityIndex(lexicons: Lexicons): PhraseIndex<Polarity> {
  const phrases: { tokens: Token[]; value: Polarity }[] = [];
  const seen = new Set<string>();
  const add = (word: string, value: Polarity): void => {
    if (seen.has(word)) return;
    seen.add(word);
    phrases.push({ tokens: tokenize(word), value });
  };
  for (const entry of lexicons.polarity) {
    const value = { effect: entry.effect, strength: entry.strength ?? 2, part: entry.part };
    for (const form of formsOf(entry.word, entry.part)) add(form, value);
  }
  const { cues, forms: irregular } = headwords(lexicons.cues);
  const signs = signsOf(cues);
  for (const cue of cues) {
    if (cue.part === 'preposition') continue;
    // "decision against" does not make "decision" a bad word.
    if ((signs.get(keyOf(cue))?.size ?? 0) > 1) continue;
    if ((cue.frame !== 'np' && cue.part !== 'adjective') || !EVALUATING.has(cue.speech_act) || cue.cue.includes(' '))
      continue;
    if (cue.polarity !== 'favor' && cue.polarity !== 'against') continue;
    const effect = cue.polarity === 'favor' ? 'positive' : 'negative';
    const others = irregular.get(formsKey(cue));
    const forms = others ? [cue.cue, ...others] : formsOf(cue.cue, cue.part);
    const value = { effect, strength: cue.strength ?? 2, part: cue.part } as const;
    // "believe in" is support, "believe" alone is none; "critical of" and "critical" judge alike.
    for (const form of forms) add(needsPreposition(cue) ? `${form} ${cue.preposition}` : form, value);
  }
  return phraseIndex(phrases);
}

/** Only together with its preposition does such a word judge. */
const needsPreposition = ({ part, preposition }: Cue): boolean =>
  preposition !== null &&
  preposition !== undefined &&
  (part === 'verb' || (part === 'adjective' && /^(?:against|for|in|to|on)$/.test(preposition)));

const keyOf = (cue: Cue): string => `${cue.part} ${cue.cue} ${needsPreposition(cue) ? cue.preposition : ''}`;

/** The signs that each cue has in one sense or another. */
function signsOf(cues: readonly Cue[]): ReadonlyMap<string, ReadonlySet<string>> {
  const signs = new Map<string, Set<string>>();
  for (const entry of cues) {
    const { part, frame, polarity } = entry;
    if ((polarity !== 'favor' && polarity !== 'against') || (frame !== 'np' && part !== 'adjective')) continue;
    const key = keyOf(entry);
    const known = signs.get(key);
    if (known) known.add(polarity);
    else signs.set(key, new Set([polarity]));
  }
  return signs;
}

/** The forms in which a word of the lexicon is found in texts. */
export function formsOf(word: string, part: PolarityWord['part']): string[] {
  const [head = '', ...rest] = word.split(' ');
  const tail = rest.length ? ` ${rest.join(' ')}` : '';
  if (
    part === 'verb' &&
    !/^(?:must|should|may|might|could|have|has|needs?|ought|it|let)$/.test(head) &&
    !/(?:s|ed|ing) to$/.test(word)
  ) {
    return Object.values(verbForms(head)).map((form) => form + tail);
  }
  return part === 'noun' && !rest.length ? [word, pluralOf(word)] : [word];
}
