import type { Statement } from '../../model/generated.js';
import type { Names } from './names.js';
import type { Roles } from './roles.js';

/** Who a mention was found to be. `actor_id` is null where nobody is known; nothing is guessed without a method. */
export interface Resolution {
  readonly actor_id: string | null;
  readonly role: string | null;
  readonly country: string | null;
  readonly on_behalf_of: string | null;
  readonly method: Statement['speaker_method'];
  readonly confidence: number;
}

/** What the resolver knows of actors that are no names: kind and state of each id. */
export interface ActorFacts {
  readonly kind: 'person' | 'organization' | 'group' | 'country';
  readonly country: string | null;
}

/** The registries that a resolver reads. */
export interface Registry {
  readonly names: Names;
  readonly roles: Roles;
  readonly facts: ReadonlyMap<string, ActorFacts>;
  /** Actor id of a state, by alpha-3 code. */
  readonly stateActors: ReadonlyMap<string, string>;
}

/** Nobody was found. */
export const unknownSpeaker: Resolution = {
  actor_id: null,
  role: null,
  country: null,
  on_behalf_of: null,
  method: 'none',
  confidence: 0,
};

/** How far each method of resolution is trusted: an order, not a measured probability. */
export const confidenceOf: Readonly<Record<Statement['speaker_method'], number>> = {
  exact: 1,
  alias: 0.95,
  heading: 0.95,
  metadata: 1,
  surname: 0.9,
  role: 0.8,
  pronoun: 0.7,
  fuzzy: 0.6,
  none: 0,
};

/**
 * Describes an actor as speaker on a date: office held (the one the text names, else the latest), state, and whom he
 * speaks for (a spokesperson's organisation, a department's state).
 */
export function describeActor(
  registry: Registry,
  date: string | null,
  actorId: string,
  method: Resolution['method'],
  roleHint: string | null = null,
): Resolution {
  const { roles, facts, stateActors } = registry;
  const fact = facts.get(actorId);
  const held = roles.held(actorId, date);
  const hinted = roleHint ? held.find((m) => roles.canonical(m.role) === roleHint) : undefined;
  const membership = hinted ?? held[0] ?? null;
  const country = membership?.country ?? fact?.country ?? null;
  const role = fact?.kind === 'person' ? (membership?.role ?? null) : null;
  const spokesperson = role !== null && /spokes|press secretary/.test(role);
  const state = country ? (stateActors.get(country) ?? null) : null;
  const department = fact?.kind === 'organization' && state !== actorId ? state : null;
  return {
    actor_id: actorId,
    role,
    country,
    on_behalf_of: spokesperson ? (membership?.organization_id ?? null) : department,
    method,
    confidence: confidenceOf[method],
  };
}

/** True when an office held ("foreign minister") is the one named, or a shorter word for it ("minister"). */
export function fitsRole(held: string, named: string): boolean {
  return held === named || held.endsWith(` ${named}`) || held.startsWith(`${named} `);
}
