import type { Lexicons } from '../../model/lexicons.js';
import { foldName, isAllCapitals, isCapitalised } from '../../text/letters.js';
import { tokenize, type Token } from '../../text/tokens.js';
import { phraseIndex } from './phrase-index.js';

/** One thing that a name may mean. */
export interface NameEntry {
  readonly actor_id: string;
  readonly kind: 'person' | 'organization' | 'group' | 'country' | 'demonym' | 'capital';
  /** State that it is, belongs to or stands for, alpha-3. */
  readonly country: string | null;
  /** True for the name itself, false for an alias. */
  readonly exact: boolean;
  /** An acronym, matched only in capitals ("US", never "us"). */
  readonly capitals: boolean;
}

/** A name found in a text: tokens first to last and what it may mean. */
export interface NameHit {
  readonly first: number;
  readonly last: number;
  readonly entries: readonly NameEntry[];
}

/** The names of actors and states, findable in texts. */
export interface Names {
  /** True for the key of a token that occurs in some name of the registry. */
  knows(key: string): boolean;
  /** The name that begins at token i; null when there is none. */
  at(tokens: readonly Token[], i: number, last: number): NameHit | null;
  /** Every name between two tokens (inclusive), in order, without overlaps. */
  within(tokens: readonly Token[], first: number, last: number): NameHit[];
  /** The person whose full name stands anywhere in folded words; null when none or several do. */
  fullName(words: readonly string[]): string | null;
  /** The organisation, group or state that the folded words name as a whole; null when there is none. */
  fullBody(words: readonly string[]): string | null;
  /** Persons by folded surname. */
  readonly surnames: ReadonlyMap<string, readonly string[]>;
}

/** Words around a state's name that make it another thing ("New Mexico", "South China Sea"). */
const NOT_BEFORE = new Set(
  'new native latin south-east north south gulf sea lake bank mount fort port saint university lord'.split(' '),
);
const NOT_AFTER = new Set(
  'sea post times street avenue airlines airways herald tribune university lake river gulf cypriot cypriots serb serbs'.split(
    ' ',
  ),
);

/** Makes the index of all names in the registry. */
export function namesOf(lexicons: Lexicons): Names {
  const phrases: { tokens: Token[]; value: NameEntry }[] = [];
  const add = (name: string, entry: Omit<NameEntry, 'capitals'>): void => {
    const tokens = tokenize(name.replace(/^the /i, ''));
    const capitals = tokens.length === 1 && isAllCapitals(tokens[0]!.text.replaceAll('.', ''));
    phrases.push({ tokens, value: { ...entry, capitals } });
  };
  const surnames = new Map<string, string[]>();
  for (const actor of lexicons.actors) {
    const entry = { actor_id: actor.actor_id, kind: actor.kind, country: actor.country };
    add(actor.name, { ...entry, exact: true });
    for (const alias of actor.aliases) add(alias, { ...entry, exact: false });
    if (actor.kind !== 'person') continue;
    for (const name of [actor.name, ...actor.aliases]) {
      const surname = surnameOf(name);
      const list = surnames.get(surname) ?? [];
      if (!list.includes(actor.actor_id)) surnames.set(surname, [...list, actor.actor_id]);
    }
  }
  for (const state of lexicons.countries) {
    const entry = { actor_id: state.actor_id, country: state.country };
    add(state.name, { ...entry, kind: 'country', exact: true });
    for (const alias of state.aliases) add(alias, { ...entry, kind: 'country', exact: false });
    for (const demonym of state.demonyms) add(demonym, { ...entry, kind: 'demonym', exact: false });
    for (const capital of state.capital) add(capital, { ...entry, kind: 'capital', exact: false });
  }
  const index = phraseIndex(phrases);
  const persons = new Map<string, string | null>();
  const bodies = new Map<string, string>();
  for (const { tokens, value } of phrases) {
    const key = foldName(tokens.map((token) => token.text).join(' '));
    if (value.kind === 'person')
      persons.set(key, (persons.get(key) ?? value.actor_id) === value.actor_id ? value.actor_id : null);
    else if (value.kind !== 'demonym' && !bodies.has(key)) bodies.set(key, value.actor_id);
  }
  const at = (tokens: readonly Token[], i: number, last: number): NameHit | null => {
    const token = tokens[i]!;
    if (token.kind !== 'word' || !isCapitalised(token.text)) return null;
    const found = index.at(tokens, i, last);
    if (!found) return null;
    const entries = found.values.filter((entry) => fits(entry, tokens, i, found.last));
    return entries.length ? { first: i, last: found.last, entries } : null;
  };
  return {
    knows: (key) => index.knows(key),
    at,
    surnames,
    fullName: (words) => {
      for (let from = 0; from < words.length - 1; from++) {
        for (let to = words.length; to - from >= 2; to--) {
          const found = persons.get(words.slice(from, to).join(' '));
          if (found) return found;
        }
      }
      return null;
    },
    fullBody: (words) => bodies.get(words.join(' ')) ?? null,
    within: (tokens, first, last) => {
      const hits: NameHit[] = [];
      for (let i = first; i <= last; i++) {
        const hit = at(tokens, i, last);
        if (!hit) continue;
        hits.push(hit);
        i = hit.last;
      }
      return hits;
    },
  };
}

function fits(entry: NameEntry, tokens: readonly Token[], first: number, last: number): boolean {
  if (entry.capitals && !isAllCapitals(tokens[first]!.text.replaceAll('.', ''))) return false;
  if (first === last && (entry.kind === 'country' || entry.kind === 'demonym' || entry.kind === 'capital')) {
    const before = tokens[first - 1];
    const after = tokens[last + 1];
    if (before && NOT_BEFORE.has(before.lower) && isCapitalised(before.text)) return false;
    if (after && NOT_AFTER.has(after.lower) && isCapitalised(after.text)) return false;
  }
  return true;
}

/** The last word of a person's name, folded; generational suffixes are passed over. */
export function surnameOf(name: string): string {
  const words = foldName(name).split(' ');
  while (words.length > 1 && /^(?:jr|sr|ii|iii|iv)$/.test(words.at(-1)!)) words.pop();
  return words.at(-1) ?? '';
}
