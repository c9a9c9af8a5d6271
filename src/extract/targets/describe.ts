import { objectPronouns, possessives, speakerPronouns } from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import type { TextStructure } from '../document/structure.js';
import type { Mention } from '../parse/context.js';
import { simplePhraseAt } from '../parse/noun-phrase.js';
import { FINITE, WORD } from '../parse/word-class.js';
import { antecedentOf, isPersonal } from '../resolve/antecedents.js';
import type { NamedPersons, PersonMention } from '../resolve/named-persons.js';
import type { Names } from '../resolve/names.js';
import { actorTargets, phraseTarget, type FoundTarget, type Targets } from '../resolve/targets.js';

/** What it takes to say what a noun phrase names. */
export interface DescribeContext {
  readonly structure: TextStructure;
  readonly tokens: readonly Token[];
  readonly names: Names;
  readonly targets: Targets;
  /** The persons of the document, read when first asked for. */
  readonly persons: () => NamedPersons;
  /** Index of the statement's sentence. */
  readonly sentence: number;
  /** Actors that speak; no statement is about its own speaker. */
  readonly speakers: ReadonlySet<string>;
  /** Folded surnames of the speakers. */
  readonly speakerNames: ReadonlySet<string>;
  /** Ids of the speaker, the body spoken for and their state. */
  readonly own: ReadonlySet<string>;
  /** What "he" or "she" in the document's words stands for the speaker; null where the speaker says it himself. */
  readonly ownPronoun: 'he' | 'she' | 'either' | null;
}

/** True for a mention of one pronoun, which names nothing by itself. */
export function isPronoun(tokens: readonly Token[], mention: Mention): boolean {
  if (mention.first !== mention.last) return false;
  const { lower } = tokens[mention.first]!;
  return (
    objectPronouns.has(lower) ||
    speakerPronouns.has(lower) ||
    /^(?:this|that|these|those|there|one|everyone|everybody|nobody|anyone|anybody|someone|people|something|nothing|everything|what|himself|herself)$/.test(
      lower,
    )
  );
}

/**
 * What a noun phrase names: a target of the list, an actor, a person (a pronoun's, too), else the phrase itself. Null
 * for pronouns that nothing before explains.
 */
export function describePhrase(phrase: Mention, context: DescribeContext): FoundTarget | null {
  const { tokens, names, targets, speakers } = context;
  const first = tokens[phrase.first]!.lower;
  if (phrase.first === phrase.last && (isPersonal(first) || first === 'you'))
    return describePronoun(phrase.first, context);
  if (isPronoun(tokens, phrase) || !hasWord(tokens, phrase)) return null;
  const head = simplePhraseAt(tokens, phrase.first, phrase.last) ?? phrase;
  const listed = targets.within(tokens, phrase)[0];
  if (listed && listed.mention!.first <= head.last) return listed;
  const actor = actorTargets(tokens, phrase, names, speakers).find((a) => a.mention!.last === head.last);
  if (actor) return actor;
  // "Kestria's decision": a body spoken of through what it does.
  const owner = actorTargets(tokens, head, names, speakers)[0];
  if (owner && /^['’]s?$/.test(tokens[owner.mention!.last + 1]?.text ?? '') && owner.mention!.last + 1 < head.last)
    return { ...owner, mention: phraseTarget(tokens, phrase).mention };
  const person = personAt(context.persons(), head);
  if (person && !context.speakerNames.has(person.key))
    return describePerson(person, null, phraseTarget(tokens, head).mention!, context);
  return phraseTarget(tokens, phrase);
}

/** Something is named: a word stands there, and where it stands alone it is no finite verb or adverb ("late"); a bare infinitive may be a deed ("to mediate"). */
function hasWord(tokens: readonly Token[], { first, last }: Mention): boolean {
  if (first === last && tokens[first]!.word & (FINITE | WORD.adverb | WORD.determiner)) return false;
  for (let i = first; i <= last; i++) if (tokens[i]!.kind === 'word') return true;
  return false;
}

/** The person whose name ends a noun phrase's head ("former candidate Ana Roth"); null where it ends in another word. */
function personAt(persons: NamedPersons, head: Mention): PersonMention | null {
  return persons.mentions.find((p) => p.last === head.last && p.first >= head.first) ?? null;
}

/** The speaker's own name or state as a subject: "the city would …" in its mayor's mouth. */
export function isOwnName(mention: Mention, { tokens, names, own }: DescribeContext): boolean {
  const hit = names.within(tokens, mention.first, mention.last).at(-1);
  return (
    hit !== undefined &&
    hit.first <= mention.first + 1 &&
    hit.last === mention.last &&
    hit.entries.some((entry) => own.has(entry.actor_id))
  );
}

/** "said he would …": a pronoun in the document's words that stands for the speaker. */
export function isOwnPronoun(mention: Mention, { structure, tokens, ownPronoun }: DescribeContext): boolean {
  const { lower } = tokens[mention.first]!;
  if (ownPronoun === null || !isPersonal(lower) || structure.quoted[mention.first] === 1) return false;
  return ownPronoun === 'either' || ownPronoun === (/^(?:he|him|his|himself)$/.test(lower) ? 'he' : 'she');
}

function describePronoun(at: number, context: DescribeContext): FoundTarget | null {
  const found = antecedentOf(context.structure, context.persons(), at, context.sentence, context.speakerNames);
  return found ? describePerson(found.person, found.distance, { first: at, last: at }, context) : null;
}

/** Whose something is: the person behind "his" or "her" in front of a noun; null for other phrases. */
export function describePossessor(phrase: Mention, context: DescribeContext): FoundTarget | null {
  const { lower } = context.tokens[phrase.first]!;
  if (!possessives.has(lower) || !isPersonal(lower) || isOwnPronoun(phrase, context)) return null;
  return describePronoun(phrase.first, context);
}

/** A person as target: by id where the registry knows him, else by the fullest form of his name. */
function describePerson(
  person: PersonMention,
  distance: number | null,
  own: Mention,
  { persons, speakers }: DescribeContext,
): FoundTarget | null {
  const full = persons().fullest(person.key);
  const id = person.actor_id ?? full.actor_id;
  if (id !== null && speakers.has(id)) return null;
  const inferred = distance !== null;
  return {
    mention: inferred ? (id !== null ? null : { first: full.first, last: full.last }) : own,
    target_id: id,
    target_kind: 'actor',
    target_countries: [],
    ...(inferred ? { distance } : {}),
  };
}
