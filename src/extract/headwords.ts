import type { Cue } from '../model/generated.js';

/** Cues under their base forms, and the irregular forms of those that have some. */
export interface Headwords {
  readonly cues: readonly Cue[];
  /** Forms of an irregular first word, by `formsKey`: third person, past, participle, ing of a verb; the plural of a noun. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
}

/** Under what the forms of a cue are kept: its part of speech and its first word. */
export const formsKey = (cue: Pick<Cue, 'cue' | 'part'>): string => `${cue.part} ${cue.cue.split(' ', 1)[0]!}`;

/** Takes citations ("say/says/said/said/saying") apart: the rows with the base form alone, and the other forms beside them. */
export function headwords(cues: readonly Cue[]): Headwords {
  const forms = new Map<string, readonly string[]>();
  const bare = cues.map((cue) => {
    if (!cue.cue.includes('/')) return cue;
    const [head = '', ...rest] = cue.cue.split(' ');
    const [base = '', ...others] = head.split('/');
    const plain = { ...cue, cue: [base, ...rest].join(' ') };
    forms.set(formsKey(plain), others);
    return plain;
  });
  return { cues: bare, forms };
}
