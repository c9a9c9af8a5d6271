import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { DocumentMemory } from './document-memory.js';
import { headEnd } from './mention-parts.js';
import { confidenceOf, describeActor, type Registry, type Resolution } from './resolution.js';

const asPronoun = (resolution: Resolution): Resolution => ({
  ...resolution,
  method: 'pronoun',
  confidence: confidenceOf.pronoun,
});

/** Whom a pronoun means: the last speaker it can stand for. Nobody where the last speaker was unknown. */
export function resolvePronoun(
  lower: string,
  memory: DocumentMemory,
  registry: Registry,
  date: string | null,
): readonly Resolution[] {
  const { persons, seen, pronouns, speakers } = memory;
  if (lower === 'they' || lower === 'we' || lower === 'both') {
    return speakers.length > 1 || lower !== 'both' ? speakers.map(asPronoun) : [];
  }
  if (lower === 'it') {
    const body = speakers.find((s) => s.actor_id !== null && registry.facts.get(s.actor_id)?.kind !== 'person');
    return body ? [asPronoun(body)] : [];
  }
  const agrees = (id: string): boolean => lower === 'who' || lower === 'i' || (pronouns.get(id) ?? lower) === lower;
  const spoke = [...persons].reverse().find(agrees);
  const id = spoke ?? [...seen].reverse().find(agrees);
  if (!id || (spoke === undefined && speakers.length > 0 && speakers[0]!.actor_id === null)) return [];
  if (lower === 'he' || lower === 'she') pronouns.set(id, lower);
  return [describeActor(registry, date, id, 'pronoun')];
}

const STATES = /^(?:countries|nations|states|sides|parties|governments|capitals|neighbours|neighbors)$/;

/** "Both countries", "the two ministers": the last joint speakers, else the two last named; null for any other phrase. */
export function resolvePair(
  tokens: readonly Token[],
  mention: Mention,
  memory: DocumentMemory,
  registry: Registry,
  date: string | null,
): readonly Resolution[] | null {
  const first = tokens[mention.first]!.lower;
  const second = tokens[Math.min(mention.first + 1, mention.last)]!.lower;
  if (first !== 'both' && first !== 'two' && !(first === 'the' && /^(?:two|sides|parties)$/.test(second))) return null;
  const joint = memory.speakers.length > 1 ? memory.speakers : [];
  const describe = (id: string): Resolution => describeActor(registry, date, id, 'pronoun');
  if (STATES.test(tokens[headEnd(tokens, mention)]!.lower)) {
    const spoken = [...new Set(joint.flatMap((r) => (r.country ? [r.country] : [])))];
    const pair = spoken.length === 2 ? spoken : (memory.pairs.at(-1) ?? memory.states.slice(-2));
    return pair.length === 2 ? pair.flatMap((code) => registry.stateActors.get(code) ?? []).map(describe) : [];
  }
  const people = joint.flatMap((r) =>
    r.actor_id && registry.facts.get(r.actor_id)?.kind === 'person' ? [r.actor_id] : [],
  );
  const pair = people.length === 2 ? people : memory.seen.slice(-2);
  return pair.length === 2 ? pair.map(describe) : [];
}
