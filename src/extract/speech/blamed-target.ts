import type { FoundTarget } from '../resolve/targets.js';
import type { SpokenBlame } from './read-speech.js';

/** A target with how it was found. */
export interface PlacedTarget {
  readonly target: FoundTarget;
  readonly inferred: boolean;
  readonly distance: number | null;
}

/**
 * Whom a charge in a speech is about: the one blamed, unless the sentence itself names a listed target (`found`) and no
 * doer. One who was blamed in an earlier sentence, or is only blamed later, is marked as inferred.
 */
export function blamedTarget(blame: SpokenBlame, found: readonly FoundTarget[]): PlacedTarget | null {
  const { blamed, certain, distance } = blame;
  if (!blamed) return null;
  if (!certain && found.some((target) => target.target_id !== null && target.target_kind !== 'actor')) return null;
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
