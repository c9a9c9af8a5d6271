import type { Mention } from '../parse/context.js';
import type { ActorPlace } from './actor-places.js';
import type { BlameWord } from './blame-words.js';

/** Who is charged where no name is: the speaker, or somebody meant by a pronoun. */
export type Unnamed = 'self' | 'pronoun';

/** Who does a deed and who suffers it, as far as the sentence says. */
export interface Roles {
  readonly doer: ActorPlace | Unnamed | null;
  readonly sufferer: ActorPlace | null;
}

/** One blaming word in a sentence, or an omission. */
export interface Charge extends Roles {
  readonly at: Mention;
  readonly blame: BlameWord['blame'];
  readonly part: BlameWord['part'];
  readonly strength: number;
  /** "no violation", "without violence". */
  readonly denied: boolean;
  /** It is to end or be prevented: "to stop the shelling", "de-escalation", "the fight against terrorism". */
  readonly ceased: boolean;
}

/** True for a doer who is named. */
export const isNamed = (doer: Charge['doer']): doer is ActorPlace => doer !== null && typeof doer === 'object';

/** A sentence of a speech with the actors it names and the charges it makes. */
export interface SpokenSentence {
  readonly range: Mention;
  readonly places: readonly ActorPlace[];
  readonly charges: readonly Charge[];
}
