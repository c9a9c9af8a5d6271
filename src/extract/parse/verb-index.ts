import type { Cue, Verb } from '../../model/generated.js';
import { verbForms, type VerbForm } from '../../text/inflection.js';
import { headwords } from '../headwords.js';

/** What a spelling may be as a verb: its forms, and how its uses divide between verb and other classes. */
export interface VerbUse {
  readonly base: boolean;
  readonly third: boolean;
  readonly past: boolean;
  readonly participle: boolean;
  readonly ing: boolean;
  /** Tagged uses as a verb, and as anything else. */
  readonly verb: number;
  readonly other: number;
}

/** What a spelling tells of a word that no list of verbs holds. */
export interface WordShape {
  /** Usual class of a function word; 0 for every other word. */
  readonly closed: number;
  /** Ends as a regular past form does. */
  readonly past: boolean;
  /** Class of a word that is neither function word nor verb. */
  readonly open: number;
}

/** Verbs by every spelling of theirs, lower case. */
export interface VerbIndex {
  get(spelling: string): VerbUse | undefined;
  /** Shapes of words met so far: what was found once is not looked for again. */
  readonly shapes: Map<string, WordShape>;
}

/** Spells out verbs.csv; the irregular forms of cue verbs are taken from cues.csv, where they stand. */
export function verbIndex(verbs: readonly Verb[], cues: readonly Cue[]): VerbIndex {
  const irregular = headwords(cues).forms;
  const index = new Map<string, VerbUse>();
  for (const row of verbs) {
    const others = row.forms.length ? row.forms : irregular.get(`verb ${row.verb}`);
    const regular = verbForms(row.verb);
    const [third = regular.third, past = regular.past, participle = past, ing = regular.ing] = others ?? [];
    const adjectives = row.as_adjective;
    add(index, row.verb, 'base', row.as_verb, row.as_noun + adjectives);
    add(index, third, 'third', row.as_verb, row.as_noun);
    // "left", "fell": other words of that spelling are weighed by their own rows, if they are verbs.
    add(index, past, 'past', row.as_verb, 0);
    add(index, participle, 'participle', row.as_verb, 0);
    add(index, ing, 'ing', row.as_verb, 0);
  }
  return { get: (spelling) => index.get(spelling), shapes: new Map() };
}

function add(index: Map<string, VerbUse>, spelling: string, form: VerbForm, verb: number, other: number): void {
  const known = index.get(spelling);
  index.set(spelling, {
    base: form === 'base' || known?.base === true,
    third: form === 'third' || known?.third === true,
    past: form === 'past' || known?.past === true,
    participle: form === 'participle' || known?.participle === true,
    ing: form === 'ing' || known?.ing === true,
    verb: Math.max(verb, known?.verb ?? 0),
    other: Math.max(other, known?.other ?? 0),
  });
}
