import type { PlacedAttribution } from './attribute.js';
import type { StatementDraft } from './drafts.js';
import type { FoundTarget } from './resolve/targets.js';

/** Sentences back over which a target may be carried to a clause that names none. */
const CARRY = 3;

/** The last target of the same speaker, at most three sentences back; in speeches only from a sentence of the same stance. */
export function carry(
  attribution: PlacedAttribution,
  speakers: ReadonlySet<string>,
  before: readonly StatementDraft[],
  stance: string | null,
): { target: FoundTarget; distance: number } | null {
  for (let i = before.length - 1; i >= 0; i--) {
    const draft = before[i]!;
    const distance = attribution.sentence - draft.attribution.sentence;
    if (distance > CARRY) return null;
    if (distance < 1 || draft.target.target_id === null || (stance !== null && draft.label.stance !== stance)) continue;
    if (draft.resolution.actor_id !== null && speakers.has(draft.resolution.actor_id))
      return { target: { ...draft.target, mention: null }, distance: distance + (draft.distance ?? 0) };
  }
  return null;
}
