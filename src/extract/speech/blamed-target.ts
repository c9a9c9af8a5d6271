import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { FoundTarget } from '../resolve/targets.js';
import { judgedSubject } from '../target-phrases.js';
import type { SpokenBlame } from './read-speech.js';

/** A target with how it was found. */
export interface PlacedTarget {
  readonly target: FoundTarget;
  readonly inferred: boolean;
  readonly distance: number | null;
}

/** What of a spoken sentence says whether its target stands in it. */
export interface SpokenTargets {
  readonly tokens: readonly Token[];
  readonly content: readonly Mention[];
  /** Targets that the sentence itself names. */
  readonly found: readonly FoundTarget[];
  /** The first of them is what the speaker's own verb governs: "we reject the referendum". */
  readonly governed: boolean;
  /** The position is the speaker's own verb's: "what we reject is the embargo". */
  readonly owned: boolean;
  readonly pivot: number | null;
  /** States by their alpha-3 codes. */
  readonly states: ReadonlyMap<string, string>;
}

/**
 * What a charge in a speech is about: the one blamed. What the speaker's own verb governs ("we condemn the raid") comes
 * before the one blamed for it; a listed target of which the charge is predicated stands alone ("the sanctions are
 * unjust"). One who was blamed in an earlier sentence, or is only blamed later, is marked as inferred. Empty when nobody
 * is blamed.
 */
export function blamedTargets(blame: SpokenBlame, said: SpokenTargets): readonly PlacedTarget[] {
  const { blamed, distance, certain } = blame;
  if (!blamed) return [];
  const here = distance === 0;
  const { actor_id, country, kind } = blamed.entry;
  // A state spoken of through its ministry or army is the target, through that mention.
  const through = blame.foreign && (kind === 'organization' || (kind === 'person' && !here));
  const id = (through && country ? said.states.get(country) : null) ?? actor_id;
  const named = said.found.map((target): PlacedTarget => ({ target, inferred: false, distance: 0 }));
  const listed = named.filter(({ target }) => target.target_id !== null);
  const other: PlacedTarget = {
    target: {
      mention: here ? blamed.mention : null,
      target_id: id,
      target_kind: 'actor',
      target_countries: blamed.entry.country ? [blamed.entry.country] : [],
    },
    inferred: !here,
    distance,
  };
  if (said.governed && named.length > 0) {
    const first = named[0]!;
    const alone = listed.length > 0 && !certain;
    return alone ? named : first.target.target_id === id ? [first] : [first, other];
  }
  if (!here && listed.length && isJudged(said)) return listed;
  // "What we reject is the embargo": the speaker's own verb is about it, whoever else is named.
  const matter = listed.find(({ target }) => target.target_kind !== 'actor');
  return said.owned && !certain && matter ? [matter, other] : [other];
}

function isJudged({ tokens, content, found, pivot }: SpokenTargets): boolean {
  const subject = pivot === null ? null : judgedSubject(tokens, pivot, content);
  return (
    subject !== null &&
    found.some((t) => t.target_kind !== 'actor' && t.mention !== null && t.mention.last === subject.last)
  );
}
