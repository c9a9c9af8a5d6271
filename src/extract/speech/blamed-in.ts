import type { Token } from '../../text/tokens.js';
import type { ActorPlace, Place } from './actor-places.js';
import { isNamed, type SpokenSentence } from './charge.js';

/** Weight of what a sentence charges others with. */
export function weightOf(read: SpokenSentence, own: ReadonlySet<string>): number {
  let weight = 0;
  for (const { blame, strength, denied, ceased, doer } of read.charges) {
    if (blame === 'nobody' || denied || (ceased && !isNamed(doer) && doer !== 'pronoun')) continue;
    if (blame !== 'object' && (doer === 'self' || (isNamed(doer) && own.has(keyOf(doer, own))))) continue;
    weight += strength;
  }
  return weight;
}

/** Parties are states; of one's own state, each body stands for itself, since one may blame one's own parliament. */
const keyOf = ({ party, entry }: ActorPlace, own: ReadonlySet<string>): string =>
  own.has(party) && (entry.kind === 'organization' || entry.kind === 'group' || entry.kind === 'person')
    ? entry.actor_id
    : party;

/** Whom a sentence blames. */
export interface Blamed {
  readonly place: ActorPlace;
  readonly certain: boolean;
  readonly score: number;
}

/** How much a party's place alone speaks for its being the one who acts. */
const BASE: Readonly<Record<Place, number>> = {
  subject: 1,
  by: 1,
  witness: 0,
  of: 0.3,
  object: 0.2,
  against: -0.5,
  at: -0.5,
  other: -0.5,
};

/** Whom a sentence blames by its own words: doers first, then whoever acts in it; those who suffer last. */
export function blamedIn(
  tokens: readonly Token[],
  { places, charges }: SpokenSentence,
  own: ReadonlySet<string>,
): Blamed | null {
  const scores = new Map<string, { place: ActorPlace; score: number; doer: boolean }>();
  const add = (place: ActorPlace, n: number, doer = false): void => {
    const key = keyOf(place, own);
    const known = scores.get(key);
    scores.set(key, {
      place: known?.place ?? place,
      score: (known?.score ?? 0) + n,
      doer: doer || (known?.doer ?? false),
    });
  };
  for (const place of places) {
    add(place, BASE[place.place]);
  }
  for (const charge of charges) {
    if (charge.blame === 'nobody') continue;
    // "Valmora must not be attacked": whoever would suffer it is no more to blame for that.
    if (charge.sufferer) add(charge.sufferer, -charge.strength);
    if (charge.denied) continue;
    if (isNamed(charge.doer)) add(charge.doer, 1.5 * charge.strength, true);
  }
  // Where nothing is charged or asked, whoever is spoken of is blamed for nothing.
  const charged = charges.some((charge) => charge.blame !== 'nobody' && !charge.denied);
  for (const party of own) {
    const known = scores.get(party);
    if (known) scores.set(party, { ...known, score: known.score - 4 });
  }
  let best: { place: ActorPlace; score: number; doer: boolean } | null = null;
  for (const one of scores.values())
    if (one.score > 0 && (charged || one.doer || isAsked(tokens, one.place)) && (!best || one.score > best.score))
      best = one;
  return best ? { place: best.place, certain: best.doer, score: best.score } : null;
}

/** "Kestria must pull back its forces": who is told what to do is not doing it; what must be, others are to do. */
const isAsked = (tokens: readonly Token[], { mention, head, place }: ActorPlace): boolean => {
  const modal = (head ?? mention.last) + 1;
  const asked = /^(?:must|should|ought|shall)$/.test(tokens[modal]?.lower ?? '');
  return place === 'subject' && asked && !tokens.slice(modal, modal + 3).some(({ lower }) => lower === 'be');
};

/** The sentence's first subject is this party, by name or by a pronoun. */
export function subjectIs(tokens: readonly Token[], { range, places }: SpokenSentence, party: string): boolean {
  const subject = places.find((p) => p.place === 'subject' || p.place === 'witness');
  for (let i = range.first; i <= Math.min(range.last, range.first + 12); i++) {
    if (subject && i === subject.mention.first) return subject.party === party;
    const { lower } = tokens[i]!;
    if (/^(?:they|its|their|he|she)$/.test(lower)) return true;
    if (lower === 'it' && !/^(?:is|was|would|will|has)$/.test(tokens[i + 1]?.lower ?? '')) return true;
    if (/^(?:we|i|our|my)$/.test(lower)) return false;
  }
  return false;
}

/** Whom the sentences of a speech blame most, certain or not; null when they blame nobody. */
export function mostBlamed(named: readonly (Blamed | null)[]): ActorPlace | null {
  const sums = new Map<string, { place: ActorPlace; sum: number }>();
  for (const one of named) {
    if (!one) continue;
    const known = sums.get(one.place.party);
    sums.set(one.place.party, { place: known?.place ?? one.place, sum: (known?.sum ?? 0) + one.score });
  }
  let best: { place: ActorPlace; sum: number } | null = null;
  for (const one of sums.values()) if (!best || one.sum > best.sum) best = one;
  return best?.place ?? null;
}
