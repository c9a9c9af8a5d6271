import type { FoundTarget } from '../resolve/targets.js';
import type { SpokenBlame } from './read-speech.js';

/** A target with how it was found. */
export interface PlacedTarget {
  readonly target: FoundTarget;
  readonly inferred: boolean;
  readonly distance: number | null;
}

/**
 * Whom a charge in a speech is about: the one blamed, unless the speaker's own verb governs a listed target or an actor
 * (`found`: "we reject the referendum"). One who was blamed in an earlier sentence, or is only blamed later, is marked as inferred.
 */
export function blamedTarget(
  blame: SpokenBlame,
  found: readonly FoundTarget[],
  governed: boolean,
): PlacedTarget | null {
  const { blamed, distance } = blame;
  if (!blamed) return null;
  if (governed && found.some((target) => target.target_id !== null)) return null;
  const here = distance === 0;
  return {
    target: {
      mention: here ? blamed.mention : null,
      target_id: blamed.entry.actor_id,
      target_kind: 'actor',
      target_countries: blamed.entry.country ? [blamed.entry.country] : [],
    },
    inferred: !here,
    distance,
  };
}
