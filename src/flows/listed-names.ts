import { surnameOf } from '../extract/resolve/names.js';
import type { Lexicons } from '../model/lexicons.js';
import type { Suggestion } from '../reports/name-check-report.js';
import { foldName } from '../text/letters.js';
import { editDistance, nearest } from '../text/nearest.js';

/** Names of a lexicon, to be compared with mentions. */
export interface ListedNames {
  /** What bears exactly this name (folded); empty where nothing does. */
  exactly(key: string): readonly Suggestion[];
  /** What is spelt nearly so, if it is one thing. */
  nearly(key: string): readonly Suggestion[];
  /** The name of an id; the id itself where it is not listed. */
  nameOf(id: string): string;
  /** Surnames that a person is listed with, folded; none for what is no person. */
  surnamesOf(id: string): readonly string[];
  /** Persons of this surname. */
  bySurname(surname: string): readonly Suggestion[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
}

/** Shorter words are near too many others. */
const SHORTEST = 5;

function listedNames(entries: readonly Named[], surnames: ReadonlyMap<string, readonly Suggestion[]>): ListedNames {
  const byKey = new Map<string, Suggestion[]>();
  for (const { id, name, words } of entries) {
    for (const word of [name, ...words]) {
      const key = foldName(word.replace(/^(?:the|a|an) /i, ''));
      const list = byKey.get(key) ?? [];
      if (key !== '' && !list.some((one) => one.id === id)) byKey.set(key, [...list, { id, name }]);
    }
  }
  const byPerson = new Map<string, string[]>();
  for (const [surname, bearers] of surnames)
    for (const { id } of bearers) byPerson.set(id, [...(byPerson.get(id) ?? []), surname]);
  const keys = [...byKey.keys()];
  const byId = new Map(entries.map(({ id, name }) => [id, name]));
  const exactly = (key: string): readonly Suggestion[] => byKey.get(key) ?? [];
  return {
    exactly,
    nameOf: (id) => byId.get(id) ?? id,
    surnamesOf: (id) => byPerson.get(id) ?? [],
    bySurname: (surname) => surnames.get(surname) ?? [],
    nearly: (key) => {
      if (key.length < SHORTEST) return [];
      const most = Math.floor(key.length / 4);
      const close = keys.filter((other) => other.length >= SHORTEST && Math.abs(other.length - key.length) <= most);
      const found = nearest(key, close);
      // Names are asked to be nearer than a misspelt option: a wrong person is worse than none.
      return found !== null && isNear(key, found, most) ? exactly(found) : [];
    },
  };
}

/** The same first letter, as many words, and few letters apart: "ole dorn" is near "ola dorn", not near "the dorn". */
const isNear = (a: string, b: string, most: number): boolean =>
  a[0] === b[0] && a.split(' ').length === b.split(' ').length && editDistance(a, b) <= most;

const actorsAndStates = ({ actors, countries }: Lexicons): Named[] => [
  ...actors.map(({ actor_id: id, name, aliases }) => ({ id, name, words: aliases })),
  ...countries.map(({ actor_id: id, name, aliases }) => ({ id, name, words: aliases })),
];

/** Names of actors and states. */
export function listedActors(lexicons: Lexicons): ListedNames {
  const surnames = new Map<string, Suggestion[]>();
  for (const { actor_id: id, kind, name, aliases } of lexicons.actors) {
    if (kind !== 'person') continue;
    for (const surname of new Set([name, ...aliases].map(surnameOf)))
      surnames.set(surname, [...(surnames.get(surname) ?? []), { id, name }]);
  }
  return listedNames(actorsAndStates(lexicons), surnames);
}

/** Names of targets, actors and states. */
export function listedTargets(lexicons: Lexicons): ListedNames {
  const targets = lexicons.targets.map(({ target_id: id, name, aliases }) => ({ id, name, words: aliases }));
  return listedNames([...targets, ...actorsAndStates(lexicons)], new Map());
}
