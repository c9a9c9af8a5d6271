import type { Cue } from '../model/generated.js';
import { pluralOf, verbForms, type VerbForm } from '../text/inflection.js';
import type { Token } from '../text/tokens.js';
import { formsKey, headwords } from './headwords.js';

/** Grammatical form in which a cue stands in a text. A regular verb's past is also its participle. */
export type CueForm = VerbForm | 'noun' | 'adjective' | 'preposition';

/** A cue as it stands in a text: token indices of its words, its form, and every sense (frame) the lexicon gives it. */
export interface CueMatch {
  readonly first: number;
  readonly last: number;
  readonly form: CueForm;
  readonly part: Cue['part'];
  readonly senses: readonly Cue[];
}

interface Entry {
  readonly rest: readonly string[];
  readonly form: CueForm;
  readonly part: Cue['part'];
  readonly senses: readonly Cue[];
}

/** Finds the cues of a lexicon in tokens. */
export interface CueIndex {
  /** The longest cue of each part of speech that begins at token i and ends at or before token `last`. */
  at(tokens: readonly Token[], i: number, last: number): readonly CueMatch[];
  /** True for a word that introduces or closes direct quotations ("said"). */
  readonly reports: (lower: string) => boolean;
}

const NONE: readonly CueMatch[] = [];

/** Compiles the rows of cues.csv: verbs in all their forms, nouns in both numbers, multiword cues by their first word. */
export function cueIndex(cues: readonly Cue[]): CueIndex {
  const grouped = new Map<string, Cue[]>();
  const { cues: bare, forms } = headwords(cues);
  for (const cue of bare) {
    const key = `${cue.part}\u0000${cue.cue}`;
    const group = grouped.get(key);
    if (group) group.push(cue);
    else grouped.set(key, [cue]);
  }
  const entries = new Map<string, Entry[]>();
  const reporting = new Set<string>();
  for (const senses of grouped.values()) {
    const { cue, part } = senses[0]!;
    const [head = '', ...rest] = cue.split(' ');
    for (const [word, form] of formsOf(head, part, forms.get(formsKey(senses[0]!)) ?? [], rest.length > 0)) {
      const entry = { rest, form, part, senses };
      const list = entries.get(word);
      if (list) list.push(entry);
      else entries.set(word, [entry]);
      if (part === 'verb' && senses.some((sense) => sense.frame === 'quote')) reporting.add(word);
    }
  }
  // The longest first, so that "point out" is found before "point".
  for (const list of entries.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  // Grammar rules ask for the same token again and again: what was found in the tokens at hand is kept.
  let kept: (readonly CueMatch[] | undefined)[] = [];
  let keptFor: readonly Token[] | null = null;
  return {
    reports: (lower) => reporting.has(lower),
    at: (tokens, i, last) => {
      if (tokens !== keptFor) {
        keptFor = tokens;
        kept = new Array<undefined>(tokens.length);
      }
      let found = kept[i];
      if (!found) {
        const list = entries.get(tokens[i]!.lower);
        found = list ? matches(list, tokens, i, tokens.length - 1) : NONE;
        kept[i] = found;
      }
      // A multiword cue that runs beyond `last` does not count, and may hide a shorter one.
      return found.some((match) => match.last > last)
        ? matches(entries.get(tokens[i]!.lower)!, tokens, i, last)
        : found;
    },
  };
}

function formsOf(
  head: string,
  part: Cue['part'],
  irregular: readonly string[],
  multiword: boolean,
): [string, CueForm][] {
  if (part === 'verb') {
    const regular = verbForms(head);
    const [third = regular.third, past = regular.past, participle = past, ing = regular.ing] = irregular;
    const forms: [string, CueForm][] = [
      [head, 'base'],
      [third, 'third'],
      [past, 'past'],
      [ing, 'ing'],
    ];
    return participle === past ? forms : [...forms, [participle, 'participle']];
  }
  if (part === 'noun' && !multiword) {
    const plural = irregular[0] ?? pluralOf(head);
    return plural === head
      ? [[head, 'noun']]
      : [
          [head, 'noun'],
          [plural, 'noun'],
        ];
  }
  return [[head, part]];
}

function matches(list: readonly Entry[], tokens: readonly Token[], i: number, last: number): readonly CueMatch[] {
  const found: CueMatch[] = [];
  for (const entry of list) {
    const end = i + entry.rest.length;
    if (end > last || !entry.rest.every((word, k) => tokens[i + 1 + k]!.lower === word)) continue;
    // A shorter cue of the same part is only a piece of the one already found.
    if (found.some((match) => match.part === entry.part && match.last > end)) continue;
    found.push({ first: i, last: end, form: entry.form, part: entry.part, senses: entry.senses });
  }
  return found;
}
