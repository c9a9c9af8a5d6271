import type { DocumentReading, Said } from './attribution-rows.js';
import type { StanceLabel } from './labelers/labeler.js';
import type { OwnPosition } from './own-position.js';
import type { Mention } from './parse/context.js';
import { noTarget, type FoundTarget } from './resolve/targets.js';
import { blamedTargets, type PlacedTarget } from './speech/blamed-target.js';
import { carrySpokenTarget, carryTarget } from './targets/carry.js';

/** What decides between the targets that a clause names, those blamed in a speech, and those carried over. */
export interface PlacingContext {
  readonly said: Said;
  readonly reading: DocumentReading;
  readonly content: readonly Mention[];
  /** The position that the speaker takes in his own words, where the content holds one. */
  readonly own: OwnPosition | null;
  readonly label: StanceLabel;
  /** Actor ids of the speakers. */
  readonly speakers: ReadonlySet<string>;
  /** Folded names of the speakers. */
  readonly names: ReadonlySet<string>;
}

/** The targets of an attribution's rows, each with where it stands: in the clause, blamed from before, or carried over. */
export function placedTargets(
  named: readonly FoundTarget[],
  { said, reading, content, own, label, speakers, names }: PlacingContext,
): readonly PlacedTarget[] {
  const { attribution, blame } = said;
  const { structure, extractor, before } = reading;
  const { tokens } = structure;
  // In a charge, an actor who is only named is no target.
  const charges = blame !== null && own === null && label.stance === 'against';
  const found = charges ? named.filter((target) => target.target_kind !== 'actor') : named;
  const positioned = label.stance !== 'none' && label.stance !== 'unclear';
  const carried =
    found.length > 0 || !positioned
      ? null
      : blame
        ? carrySpokenTarget(attribution, speakers, label.stance, before)
        : carryTarget(attribution, speakers, names, structure, before);
  const blamed =
    blame && label.stance === 'against'
      ? blamedTargets(blame, {
          tokens,
          content,
          found,
          governed: own !== null && own.object !== null,
          owned: own !== null,
          pivot: label.pivot,
          states: extractor.registry.stateActors,
        })
      : [];
  return blamed.length
    ? blamed
    : carried
      ? [{ target: carried.target, inferred: true, distance: carried.distance }]
      : (found.length ? found : [noTarget]).map((target) => ({
          target,
          inferred: target.distance !== undefined,
          distance: target.distance ?? (target.mention || target.target_id ? 0 : null),
        }));
}
