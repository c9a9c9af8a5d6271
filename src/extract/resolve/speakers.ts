import {
  coordinators,
  determiners,
  isAdverb,
  objectPronouns,
  prepositions,
  speakerPronouns,
  subordinators,
} from '../../text/function-words.js';
import { foldName, isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import { emptyMemory, knownSurname, noteNames, touch } from './document-memory.js';
import { resolveHeading } from './headings.js';
import { bestEntry, hasUnknownName, headEnd, roleIn, stateIn } from './mention-parts.js';
import { resolvePair, resolvePronoun } from './pronouns.js';
import { describeActor, fitsRole, unknownSpeaker, type Registry, type Resolution } from './resolution.js';
import type { RoleHit } from './roles.js';

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
}

/** Bodies that stand for the state they are of. */
const STATE_BODY = /^(?:government|governments|authorities|republic|kingdom|administration|leadership)$/;

/** Pronouns that can speak, and whom the possessives point to. */
const PRONOUNS: Readonly<Record<string, string>> = {
  he: 'he',
  she: 'she',
  they: 'they',
  we: 'we',
  i: 'i',
  it: 'it',
  who: 'who',
  both: 'both',
  his: 'he',
  her: 'she',
  their: 'they',
};

/** A resolver for one document. `date` is the document's (any precision), null when unknown. */
export function speakerResolver(tokens: readonly Token[], registry: Registry, date: string | null): SpeakerResolver {
  const { names, roles, facts, stateActors } = registry;
  const memory = emptyMemory();

  /** A person or body named inside a mention. The last person wins ("Secretary of State Antony Blinken"). */
  const named = (mention: Mention): Resolution | null => {
    const hits = names.within(tokens, mention.first, mention.last);
    const role = roleIn(tokens, mention, roles);
    for (const hit of [...hits].reverse()) {
      const entry = bestEntry(hit.entries);
      // "Blinken's spokesman" speaks for himself.
      if (entry?.kind !== 'person' || isGenitive(tokens, hit.last, mention) || modifies(tokens, hit.last, mention))
        continue;
      // "critics of Emmanuel Macron", "an aide to President Biden" speak for themselves.
      if (hangsOn(hit.first, mention)) continue;
      return describeActor(registry, date, entry.actor_id, entry.exact ? 'exact' : 'alias', role?.role ?? null);
    }
    const surname = bySurname(mention, role);
    if (surname || hasUnknownName(tokens, mention, names, role)) return surname;
    const end = headEnd(tokens, mention);
    for (const hit of hits) {
      const entry = bestEntry(hit.entries);
      if (!entry || entry.kind === 'person' || hit.last !== end) continue;
      // "the foreign minister of Armenia" is not Armenia; "the government of Armenia" is.
      if (role && role.first < hit.first && entry.kind !== 'organization') continue;
      // "residents of Israel" are not Israel, "Michael Jordan" is no state.
      if (
        hangsOn(hit.first, mention) &&
        !STATE_BODY.test(tokens[mention.first]!.lower) &&
        !STATE_BODY.test(tokens[Math.min(mention.first + 1, mention.last)]!.lower)
      )
        continue;
      if (entry.kind !== 'organization' && entry.kind !== 'group' && followsName(hit.first, mention)) continue;
      // "Valmorans" speak for their state, "Valmoran" is only an adjective.
      if (entry.kind === 'demonym' && !tokens[hit.last]!.lower.endsWith('s')) continue;
      return describeActor(registry, date, entry.actor_id, entry.exact ? 'exact' : 'alias');
    }
    return null;
  };

  /** Does the name at token i hang on a noun before it ("critics of …")? A title directly before the name belongs to it. */
  const hangsOn = (i: number, mention: Mention): boolean => {
    const title = roles.within(tokens, mention.first, i - 1).find((hit) => hit.last === i - 1);
    let before = (title ? title.first : i) - 1;
    while (before > mention.first && /^(?:the|former|then|late|mr|mrs|ms|dr|\.)$/.test(tokens[before]!.lower)) before--;
    return before > mention.first && /^(?:of|to|for|against|from|with|by)$/.test(tokens[before]!.lower);
  };

  /** Does an unknown capitalised word stand before the name at token i ("Michael Jordan")? */
  const followsName = (i: number, mention: Mention): boolean => {
    const before = tokens[i - 1];
    if (i <= mention.first || !before || before.kind !== 'word' || !isCapitalised(before.text)) return false;
    return (
      roles.within(tokens, i - 1, i - 1).length === 0 &&
      names.at(tokens, i - 1, i - 1) === null &&
      !/^(?:the|a|an|both)$/.test(before.lower)
    );
  };

  const bySurname = (mention: Mention, role: RoleHit | null): Resolution | null => {
    for (let i = mention.last; i >= mention.first; i--) {
      const token = tokens[i]!;
      if (token.kind !== 'word' || !isCapitalised(token.text) || isGenitive(tokens, i, mention)) continue;
      if (modifies(tokens, i, mention)) continue;
      const whole = names.within(tokens, mention.first, mention.last).find((hit) => hit.first <= i && i <= hit.last);
      if (hangsOn(whole?.first ?? i, mention)) continue;
      const known = knownSurname(memory, token, registry);
      if (known) return describeActor(registry, date, known, 'surname', role?.role ?? null);
      // Not named in full before: only an office held on the date tells who is meant.
      const key = foldName(token.text);
      if (!role || memory.strangers.has(key)) continue;
      const state = stateIn(tokens, mention, names);
      const fitting = (names.surnames.get(key) ?? []).filter((id) =>
        roles
          .held(id, date)
          .some((m) => fitsRole(roles.canonical(m.role), role.role) && (!state || m.country === state)),
      );
      if (fitting.length === 1) return describeActor(registry, date, fitting[0]!, 'surname', role.role);
    }
    return null;
  };

  /** "the U.S. Secretary of State", "the minister": somebody named before in that office, or its one holder on the date. */
  const byRole = (mention: Mention): Resolution | null => {
    const role = roleIn(tokens, mention, roles);
    if (!role || role.kind === 'generic' || PLURAL.test(tokens[role.last]!.lower)) return null;
    if (hasUnknownName(tokens, mention, names, role)) return null;
    const state = stateIn(tokens, mention, names);
    const fits = (id: string): boolean =>
      roles
        .held(id, date)
        .some(
          (m) =>
            (fitsRole(roles.canonical(m.role), role.role) || m.role.includes(role.role)) &&
            (!state || m.country === state),
        );
    const recent = [...memory.seen].reverse().find(fits);
    if (recent) return describeActor(registry, date, recent, 'role', role.role);
    if (role.kind !== 'office' || !date || !state) return null;
    const holders = roles.holders(role.role, state, date);
    return holders.length === 1 ? describeActor(registry, date, holders[0]!, 'role', role.role) : null;
  };

  return {
    note: (first, last) => noteNames(memory, tokens, first, last, registry),
    resolveName: (name, method) => resolveHeading(name, method, registry, date, memory.seen),
    resolve: (mention, apposition) => {
      const pronoun = mention.first === mention.last ? PRONOUNS[tokens[mention.first]!.lower] : undefined;
      if (pronoun !== undefined) return resolvePronoun(pronoun, memory, registry, date);
      const pair = resolvePair(tokens, mention, memory, registry, date);
      if (pair) return pair;
      const found = named(mention) ?? (apposition ? named(apposition) : null) ?? byRole(mention);
      if (found) return [found];
      // "Valmoran officials": nobody is named, but the state is said.
      const state = stateIn(tokens, mention, names);
      return [{ ...unknownSpeaker, country: state, on_behalf_of: state ? (stateActors.get(state) ?? null) : null }];
    },
    spoke: (resolutions) => {
      memory.speakers = resolutions;
      for (const { actor_id } of resolutions) {
        if (!actor_id || facts.get(actor_id)?.kind !== 'person') continue;
        touch(memory.persons, actor_id);
        touch(memory.seen, actor_id);
      }
      // An unknown speaker breaks the chain: "he" must not fall back on somebody who spoke long before.
      if (resolutions.every((r) => r.actor_id === null)) memory.persons.length = 0;
    },
  };
}

const PLURAL = /(?:ministers|presidents|officials|leaders|secretaries|ambassadors)$/;

const isGenitive = (tokens: readonly Token[], i: number, mention: Mention): boolean =>
  i < mention.last && /^['’]s?$/.test(tokens[i + 1]!.text);

/** "the Roth campaign", "Roth spokesman Jan Weil": a name before a common noun is not who speaks. */
function modifies(tokens: readonly Token[], i: number, mention: Mention): boolean {
  const next = tokens[i + 1];
  if (i >= mention.last || !next || next.kind !== 'word' || isCapitalised(next.text)) return false;
  const { lower } = next;
  return !(
    prepositions.has(lower) ||
    coordinators.has(lower) ||
    determiners.has(lower) ||
    objectPronouns.has(lower) ||
    speakerPronouns.has(lower) ||
    subordinators.has(lower) ||
    isAdverb(lower) ||
    lower === 'to' ||
    /^['’]/.test(lower)
  );
}
