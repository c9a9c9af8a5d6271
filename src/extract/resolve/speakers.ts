import type { Statement } from '../../model/generated.js';
import { foldName, isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { NameEntry, Names } from './names.js';
import type { RoleHit, Roles } from './roles.js';

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

/** Resolves the mentions of one document in reading order, remembering who was named. */
export interface SpeakerResolver {
  /** Takes in the names between two tokens, so that later surnames and pronouns can refer to them. */
  note(first: number, last: number): void;
  /** Resolves one mention; `apposition` is what stands beside it. Several for "both ministers". */
  resolve(mention: Mention, apposition: Mention | null): readonly Resolution[];
  /** Resolves a heading or a metadata name, whose letters may all be capitals. */
  resolveName(name: string, method: 'heading' | 'metadata'): Resolution;
  /** Tells the resolver who was just found speaking, for pronouns. */
  spoke(resolutions: readonly Resolution[]): void;
  /** The person a first- or third-person pronoun would mean now. */
  readonly lastPerson: () => string | null;
}

export const unknownSpeaker: Resolution = { actor_id: null, role: null, country: null, on_behalf_of: null, method: 'none', confidence: 0 };

const CONFIDENCE: Readonly<Record<Statement['speaker_method'], number>> = {
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

/** A resolver for one document. `date` is the document's (any precision), null when unknown. */
export function speakerResolver(tokens: readonly Token[], registry: Registry, date: string | null): SpeakerResolver {
  const { names, roles, facts, stateActors } = registry;
  /** Persons named so far, the latest last. */
  const seen: string[] = [];
  /** Folded surnames of full names that are in no registry: they must not be taken for somebody else. */
  const strangers = new Set<string>();
  /** States named so far, the latest last. */
  const states: string[] = [];
  /** Pairs of states named side by side ("Armenia and Azerbaijan"), the latest last. */
  const coordinated: (readonly string[])[] = [];
  const pronounOf = new Map<string, string>();
  let speakers: readonly Resolution[] = [];
  let persons: string[] = [];

  const touch = (list: string[], id: string): void => {
    const at = list.indexOf(id);
    if (at >= 0) list.splice(at, 1);
    list.push(id);
  };

  const describe = (actorId: string, method: Resolution['method'], roleHint: string | null = null): Resolution => {
    const fact = facts.get(actorId);
    const held = roles.held(actorId, date);
    const membership = (roleHint ? held.find((m) => roles.canonical(m.role) === roleHint) : undefined) ?? held[0] ?? null;
    const country = membership?.country ?? fact?.country ?? null;
    const role = fact?.kind === 'person' ? (membership?.role ?? null) : null;
    const spokesperson = role !== null && /spokes|press secretary/.test(role);
    const state = country ? (stateActors.get(country) ?? null) : null;
    const behalf = spokesperson ? (membership?.organization_id ?? null) : fact?.kind === 'organization' && state !== actorId ? state : null;
    return { actor_id: actorId, role, country, on_behalf_of: behalf, method, confidence: CONFIDENCE[method] };
  };

  const best = (entries: readonly NameEntry[]): NameEntry | null => {
    const order = ['person', 'organization', 'group', 'country', 'capital', 'demonym'];
    const sorted = [...entries].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || Number(b.exact) - Number(a.exact));
    const first = sorted[0] ?? null;
    // Two different persons of one name: nobody is picked.
    return first && sorted.some((e) => e.kind === first.kind && e.actor_id !== first.actor_id) ? null : first;
  };

  const note = (first: number, last: number): void => {
    for (let i = first; i <= last; i++) {
      const token = tokens[i]!;
      if (token.kind !== 'word' || !isCapitalised(token.text)) continue;
      const hit = names.at(tokens, i, last);
      if (hit) {
        const entry = best(hit.entries);
        if (entry?.kind === 'person') touch(seen, entry.actor_id);
        if (entry?.country && entry.kind !== 'person') {
          const other = states.at(-1);
          if (other && other !== entry.country && i > first + 1 && tokens[i - 1]!.lower === 'and' && names.at(tokens, i - 2, i - 2)?.entries.some((e) => e.country === other)) coordinated.push([other, entry.country]);
          touch(states, entry.country);
        }
        i = hit.last;
        continue;
      }
      const surname = surnameHit(token);
      if (surname) touch(seen, surname);
      else if (i + 1 <= last && isCapitalised(tokens[i + 1]!.text) && tokens[i + 1]!.kind === 'word' && tokens[i + 1]!.start - token.end <= 1) {
        const next = foldName(tokens[i + 1]!.text);
        if (names.surnames.has(next) && !names.at(tokens, i + 1, last) && !isTitle(i)) strangers.add(next);
      }
    }
  };

  const isTitle = (i: number): boolean => roles.within(tokens, i, i).length > 0 || /^(?:mr|mrs|ms|dr|sir|the|sen|gov|rep|gen|president|secretary|minister)$/.test(tokens[i]!.lower);

  /** A bare surname of somebody named before in full. */
  const surnameHit = (token: Token): string | null => {
    const holders = names.surnames.get(foldName(token.text));
    if (!holders || strangers.has(foldName(token.text))) return null;
    const known = seen.filter((id) => holders.includes(id));
    return known.at(-1) ?? null;
  };

  const roleIn = (mention: Mention): RoleHit | null => {
    const hits = roles.within(tokens, mention.first, mention.last).filter((hit) => hit.kind !== 'honorific');
    return hits.find((hit) => hit.kind === 'office') ?? hits.find((hit) => hit.kind === 'post') ?? hits[0] ?? null;
  };

  const stateIn = (mention: Mention): string | null => {
    for (const hit of names.within(tokens, mention.first, mention.last)) {
      const entry = hit.entries.find((e) => e.kind === 'country' || e.kind === 'demonym' || e.kind === 'capital') ?? hit.entries.find((e) => e.kind === 'organization');
      if (entry?.country) return entry.country;
    }
    return null;
  };

  /** A person or body named inside a mention. The last person wins ("Secretary of State Antony Blinken"). */
  const named = (mention: Mention): Resolution | null => {
    const hits = names.within(tokens, mention.first, mention.last);
    const role = roleIn(mention);
    for (let h = hits.length - 1; h >= 0; h--) {
      const entry = best(hits[h]!.entries);
      if (entry?.kind !== 'person') continue;
      // "Blinken's spokesman" speaks for himself.
      if (hits[h]!.last < mention.last && /^['’]s?$/.test(tokens[hits[h]!.last + 1]!.text)) continue;
      return describe(entry.actor_id, entry.exact ? 'exact' : 'alias', role?.role ?? null);
    }
    const surname = bySurname(mention, role);
    if (surname) return surname;
    const unnamed = hasUnknownName(mention, hits.map((hit) => hit.last), role);
    const end = headEnd(mention);
    for (const hit of hits) {
      const entry = best(hit.entries);
      if (!entry || entry.kind === 'person' || hit.last !== end) continue;
      // "the foreign minister of Armenia" is not Armenia; "the government of Armenia" is.
      if (role && role.first < hit.first && entry.kind !== 'organization') continue;
      if (unnamed || (entry.kind === 'demonym' && tokens[hit.last]!.text !== tokens[mention.first]!.text)) continue;
      if (entry.kind === 'demonym' && !tokens[hit.last]!.lower.endsWith('s')) continue;
      return describe(entry.actor_id, entry.exact ? 'exact' : 'alias');
    }
    return null;
  };

  /** Last token of the head: what stands before "of", "in", "at" names the speaker's kind, not the speaker. */
  const headEnd = (mention: Mention): number => {
    for (let i = mention.first + 1; i <= mention.last; i++) {
      if (/^(?:in|at|from|on|who|,)$/.test(tokens[i]!.lower)) return i - 1;
    }
    return mention.last;
  };

  const hasUnknownName = (mention: Mention, known: readonly number[], role: RoleHit | null): boolean => {
    if (!role || role.kind === 'honorific') return false;
    for (let i = role.last + 1; i <= mention.last; i++) if (isCapitalised(tokens[i]!.text) && !known.includes(i)) return true;
    return false;
  };

  const bySurname = (mention: Mention, role: RoleHit | null): Resolution | null => {
    for (let i = mention.last; i >= mention.first; i--) {
      const token = tokens[i]!;
      if (token.kind !== 'word' || !isCapitalised(token.text)) continue;
      if (i < mention.last && /^['’]s?$/.test(tokens[i + 1]!.text)) continue;
      const key = foldName(token.text);
      const holders = names.surnames.get(key);
      if (!holders || strangers.has(key)) continue;
      const known = surnameHit(token);
      if (known) return describe(known, 'surname', role?.role ?? null);
      // Not named in full before: only an office held on the date tells who is meant.
      if (!role) continue;
      const state = stateIn(mention);
      const fitting = holders.filter((id) => roles.held(id, date).some((m) => fitsRole(roles.canonical(m.role), role.role) && (!state || m.country === state)));
      if (fitting.length === 1) return describe(fitting[0]!, 'surname', role.role);
    }
    return null;
  };

  /** "the U.S. Secretary of State", "the minister": somebody named before in that office, or its one holder on the date. */
  const byRole = (mention: Mention): Resolution | null => {
    const role = roleIn(mention);
    if (!role || role.kind === 'generic' || role.kind === 'honorific') return null;
    const plural = /(?:ministers|presidents|officials|leaders|secretaries|ambassadors)$/.test(tokens[role.last]!.lower);
    if (plural || hasUnknownName(mention, names.within(tokens, mention.first, mention.last).map((hit) => hit.last), role)) return null;
    const state = stateIn(mention);
    const words = role.role.split(' ');
    const fits = (id: string): boolean =>
      roles.held(id, date).some((m) => {
        const held = roles.canonical(m.role);
        const same = held === role.role || held.split(' ').at(-1) === role.role || (words.length === 1 && held.split(' ').includes(words[0]!)) || m.role.includes(role.role);
        return same && (!state || m.country === state);
      });
    const recent = [...seen].reverse().filter(fits);
    const strong = recent[0];
    if (strong) return describe(strong, 'role', role.role);
    if (role.kind !== 'office' || !date || !state) return null;
    const holders = roles.holders(role.role, state, date);
    return holders.length === 1 ? describe(holders[0]!, 'role', role.role) : null;
  };

  const byPronoun = (lower: string): readonly Resolution[] => {
    if (lower === 'he' || lower === 'she' || lower === 'who' || lower === 'i') {
      const candidates = [...persons].reverse().filter((id) => lower === 'who' || lower === 'i' || (pronounOf.get(id) ?? lower) === lower);
      const id = candidates[0] ?? [...seen].reverse().find((s) => (pronounOf.get(s) ?? lower) === lower);
      if (!id || (speakers.length > 0 && speakers[0]!.actor_id === null && candidates[0] !== id)) return [];
      if (lower === 'he' || lower === 'she') pronounOf.set(id, lower);
      return [describe(id, 'pronoun')];
    }
    if (lower === 'they' || lower === 'we' || lower === 'both') {
      if (speakers.length > 1 || lower !== 'both') return speakers.map((s) => ({ ...s, method: 'pronoun', confidence: CONFIDENCE.pronoun }));
    }
    if (lower === 'it') {
      const body = speakers.find((s) => s.actor_id && facts.get(s.actor_id)?.kind !== 'person');
      return body ? [{ ...body, method: 'pronoun', confidence: CONFIDENCE.pronoun }] : [];
    }
    return [];
  };

  /** "Both countries", "the two ministers", "both diplomats": the two last named of that kind. */
  const byPair = (mention: Mention): readonly Resolution[] | null => {
    const first = tokens[mention.first]!.lower;
    const second = tokens[Math.min(mention.first + 1, mention.last)]!.lower;
    if (!(first === 'both' || (first === 'the' && (second === 'two' || second === 'sides' || second === 'parties')) || first === 'two')) return null;
    const head = tokens[headEnd(mention)]!.lower;
    const joint = speakers.length > 1 ? speakers : [];
    if (/^(?:countries|nations|states|sides|parties|governments|capitals|neighbours|neighbors)$/.test(head)) {
      const spoken = [...new Set(joint.flatMap((r) => (r.country ? [r.country] : [])))];
      const pair = spoken.length === 2 ? spoken : (coordinated.at(-1) ?? states.slice(-2));
      return pair.length === 2 ? pair.flatMap((code) => (stateActors.get(code) ? [{ ...describe(stateActors.get(code)!, 'pronoun') }] : [])) : [];
    }
    const people = joint.flatMap((r) => (r.actor_id && facts.get(r.actor_id)?.kind === 'person' ? [r.actor_id] : []));
    const pair = people.length === 2 ? people : seen.slice(-2);
    return pair.length === 2 ? pair.map((id) => describe(id, 'pronoun')) : [];
  };

  const resolve = (mention: Mention, apposition: Mention | null): readonly Resolution[] => {
    const single = mention.first === mention.last ? tokens[mention.first]!.lower : '';
    if (/^(?:he|she|they|we|i|it|who|both)$/.test(single)) return byPronoun(single);
    if (single === 'his' || single === 'her') return byPronoun(single === 'his' ? 'he' : 'she');
    if (single === 'their') return byPronoun('they');
    const pair = byPair(mention);
    if (pair) return pair;
    const found = named(mention) ?? (apposition ? named(apposition) : null) ?? byRole(mention);
    if (found) return [found];
    const state = stateIn(mention);
    // "Valmoran officials": nobody is named, but the state is said.
    return [{ ...unknownSpeaker, country: state, on_behalf_of: state ? (stateActors.get(state) ?? null) : null }];
  };

  return {
    note,
    resolve,
    resolveName: (name, method) => resolveHeading(name, method, registry, date, describe, seen),
    spoke: (resolutions) => {
      speakers = resolutions;
      for (const { actor_id } of resolutions) {
        if (!actor_id || facts.get(actor_id)?.kind !== 'person') continue;
        touch(persons, actor_id);
        touch(seen, actor_id);
      }
      // An unknown speaker breaks the chain: "he" must not fall back on somebody named long before.
      if (resolutions.every((r) => r.actor_id === null)) persons = [];
    },
    lastPerson: () => persons.at(-1) ?? null,
  };
}

function resolveHeading(
  name: string,
  method: 'heading' | 'metadata',
  registry: Registry,
  date: string | null,
  describe: (id: string, method: Resolution['method'], role?: string | null) => Resolution,
  seen: readonly string[],
): Resolution {
  const { names, roles, facts } = registry;
  const words = foldName(name.replace(/\([^)]*\)/g, '')).split(' ').filter(Boolean);
  // A full name, wherever it begins ("FOREIGN MINISTER ANA ROTH").
  const full = names.fullName(words);
  if (full) return describe(full, method);
  const surname = words.at(-1) ?? '';
  const roleWords = words.slice(0, -1).join(' ');
  const role = roleWords ? roles.canonical(roleWords) : null;
  const choose = (holders: readonly string[], how: Resolution['method']): Resolution | null => {
    const known = holders.filter((id) => seen.includes(id));
    if (known.length === 1) return describe(known[0]!, how, role);
    const fitting = holders.filter((id) => roles.held(id, date).some((m) => fitsRole(roles.canonical(m.role), role)));
    if (fitting.length === 1) return describe(fitting[0]!, how, role);
    const active = date ? holders.filter((id) => roles.held(id, date).length > 0) : [];
    return active.length === 1 && honorific(role) ? describe(active[0]!, how, role) : null;
  };
  const exact = choose(names.surnames.get(surname) ?? [], method);
  if (exact) return exact;
  if (surname.length >= 5) {
    const near = [...names.surnames.keys()].filter((key) => Math.abs(key.length - surname.length) <= 1 && key[0] === surname[0] && oneEditApart(key, surname));
    const fuzzy = choose(near.flatMap((key) => names.surnames.get(key)!), 'fuzzy');
    if (fuzzy) return fuzzy;
  }
  const body = names.fullBody(words);
  if (body && facts.has(body)) return describe(body, method);
  return unknownSpeaker;
}

const honorific = (role: string | null): boolean => role === null || /^(?:mr|ms|mrs|dr|sir|madam)\.?$/.test(role);

function fitsRole(held: string, role: string | null): boolean {
  if (role === null || honorific(role)) return false;
  return held === role || held.endsWith(` ${role}`) || held.startsWith(`${role} `);
}

/** True when one insertion, deletion, replacement or swap of neighbours turns one word into the other. */
export function oneEditApart(a: string, b: string): boolean {
  if (a === b) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const restA = a.slice(i);
  const restB = b.slice(i);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
