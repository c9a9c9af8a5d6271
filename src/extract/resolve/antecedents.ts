import type { TextStructure } from '../document/structure.js';
import type { NamedPersons, PersonMention } from './named-persons.js';

/** Sentences back in which a pronoun's person is looked for. */
const REACH = 6;

/** Whom a pronoun means, and how many sentences before he was named. */
export interface Antecedent {
  readonly person: PersonMention;
  readonly distance: number;
}

const HE = /^(?:he|him|his|himself)$/;
const SHE = /^(?:she|her|hers|herself)$/;

/** True for a pronoun that stands for one person. */
export const isPersonal = (lower: string): boolean => HE.test(lower) || SHE.test(lower);

/**
 * The person that "he", "she" or the "you" of a reproach at token `at` stands for, never one of `except` (the speaker). The nearest sentence
 * that names a fitting person counts; in it whoever is named first, as its subject most often is.
 */
export function antecedentOf(
  structure: TextStructure,
  persons: NamedPersons,
  at: number,
  sentence: number,
  except: ReadonlySet<string>,
): Antecedent | null {
  const { lower } = structure.tokens[at]!;
  const wanted = HE.test(lower) ? 'he' : 'she';
  const anybody = lower === 'you';
  const reach = anybody ? 2 : REACH;
  const fits = (person: PersonMention): boolean =>
    !except.has(person.key) && (anybody || (persons.pronounOf(person.key) ?? wanted) === wanted);
  let best: { person: PersonMention; score: number } | null = null;
  const seen = new Set<string>();
  for (let i = persons.mentions.length - 1; i >= 0; i--) {
    const person = persons.mentions[i]!;
    if (person.last >= at) continue;
    const distance = sentence - person.sentence;
    if (distance > reach) break;
    if (!fits(person)) continue;
    const { first } = structure.sentences[person.sentence]!;
    const opens = person.first - first <= 4 && structure.quoted[person.first] === structure.quoted[first];
    const known = persons.pronounOf(person.key) === wanted;
    const again = seen.has(person.key);
    seen.add(person.key);
    const score = -Math.max(0, distance) * 1.2 + (opens ? 0.8 : 0) + (known ? 1.5 : 0) + (again ? 0.6 : 0);
    if (!best || score > best.score) best = { person, score };
  }
  return best ? { person: best.person, distance: Math.max(0, sentence - best.person.sentence) } : null;
}
