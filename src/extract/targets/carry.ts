import type { Span } from '../../model/spans.js';
import { isCapitalised } from '../../text/letters.js';
import type { PlacedAttribution } from '../attribute.js';
import type { TextStructure } from '../document/structure.js';
import type { StatementDraft } from '../drafts.js';
import type { Mention } from '../parse/context.js';
import type { NamedPersons } from '../resolve/named-persons.js';
import type { FoundTarget } from '../resolve/targets.js';

/** Sentences back over which a target may be carried to a clause that names none. */
const CARRY = 3;

/** A target taken over from an earlier statement, and how many sentences back it was named. */
export interface CarriedTarget {
  readonly target: FoundTarget;
  readonly distance: number;
}

/** Folded names in the speakers' mentions: "he" in their mouths is somebody else. */
export function speakerNames(
  { tokens }: TextStructure,
  speakers: readonly Mention[],
  mention: Mention | Span | null,
): ReadonlySet<string> {
  const mentions = mention !== null && 'first' in mention ? [...speakers, mention] : speakers;
  const names = new Set<string>();
  for (const { first, last } of mentions)
    for (let i = first; i <= last; i++) if (isCapitalised(tokens[i]!.text)) names.add(tokens[i]!.key);
  return names;
}

/** By which pronoun the document means the speaker inside the words it reports; null for words given as spoken. */
export function ownPronoun(
  { quote_type, speakers }: PlacedAttribution,
  names: ReadonlySet<string>,
  { tokens }: TextStructure,
  persons: () => NamedPersons,
): 'he' | 'she' | 'either' | null {
  if (quote_type !== 'indirect' && quote_type !== 'mixed') return null;
  const [mention] = speakers;
  const word = mention && mention.first === mention.last ? tokens[mention.first]!.lower : '';
  if (word === 'he' || word === 'she') return word;
  // Several speakers, bodies and states are no "he".
  if (speakers.length !== 1 || /^(?:they|we|it)$/.test(word)) return null;
  for (const name of names) {
    const pronoun = persons().pronounOf(name);
    if (pronoun) return pronoun;
  }
  return 'either';
}

/**
 * The last target of the same speaker, at most three sentences back. Speakers that no registry knows are the same where
 * a quotation goes on or their names share a word; what they spoke of is carried as it was worded.
 */
export function carryTarget(
  attribution: PlacedAttribution,
  speakers: ReadonlySet<string>,
  names: ReadonlySet<string>,
  structure: TextStructure,
  before: readonly StatementDraft[],
): CarriedTarget | null {
  const reported = attribution.quote_type !== 'turn' && attribution.quote_type !== 'document';
  for (let i = before.length - 1; i >= 0; i--) {
    const draft = before[i]!;
    const distance = attribution.sentence - draft.attribution.sentence;
    if (distance > CARRY) return null;
    if (distance < 1) continue;
    const { target, resolution } = draft;
    const known = resolution.actor_id !== null && speakers.has(resolution.actor_id);
    if (known && target.target_id !== null)
      return { target: { ...target, mention: null }, distance: distance + (draft.distance ?? 0) };
    if (!reported || target.target_kind === 'none' || target.mention === null) continue;
    if (known || sameSpeaker(draft, names, structure)) return { target, distance: distance + (draft.distance ?? 0) };
  }
  return null;
}

function sameSpeaker(draft: StatementDraft, names: ReadonlySet<string>, structure: TextStructure): boolean {
  const { speaker } = draft;
  if (speaker === null || !('first' in speaker)) return false;
  for (const name of speakerNames(structure, [speaker], null)) if (names.has(name)) return true;
  return false;
}

/** In a speech: the last listed target of the same speaker, at most three sentences back, from a sentence of that stance. */
export function carrySpokenTarget(
  attribution: PlacedAttribution,
  speakers: ReadonlySet<string>,
  stance: string,
  before: readonly StatementDraft[],
): CarriedTarget | null {
  for (let i = before.length - 1; i >= 0; i--) {
    const { target, resolution, label, distance, attribution: earlier } = before[i]!;
    const back = attribution.sentence - earlier.sentence;
    if (back > CARRY) return null;
    if (back < 1 || target.target_id === null || label.stance !== stance) continue;
    if (resolution.actor_id !== null && speakers.has(resolution.actor_id))
      return { target: { ...target, mention: null }, distance: back + (distance ?? 0) };
  }
  return null;
}
