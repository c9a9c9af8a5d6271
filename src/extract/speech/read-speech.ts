import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { Names } from '../resolve/names.js';
import type { PhraseIndex } from '../resolve/phrase-index.js';
import { actorPlaces, type ActorPlace, type Place } from './actor-places.js';
import type { BlameWord } from './blame-words.js';
import { isNamed, type Charge } from './charge.js';
import { chargesIn } from './charges.js';
import { ownStates } from './own-states.js';

/** What one sentence of a speech charges, and whom. */
export interface SpokenBlame {
  /** Weight of its blaming words that are not denied and not the speaker's own deeds. */
  readonly weight: number;
  /** Weight of misfortunes that it names, blaming nobody. */
  readonly misfortune: number;
  /** Whom it blames, as far as it says so itself or by a pronoun; null when it names nobody. */
  readonly blamed: ActorPlace | null;
  /** The one blamed is, or stands for, a state other than the speaker's. */
  readonly foreign: boolean;
  /** True where the one blamed is named as doer of a deed. */
  readonly certain: boolean;
  /** Sentences back to where the one blamed was named; 0 in this sentence, null when nobody is blamed. */
  readonly distance: number | null;
  /** The subject is the one whom the sentences before blamed. */
  readonly goesOn: boolean;
}

/** Sentences over which somebody blamed stays in mind, and within which one blamed later is looked for. */
const BACK = 6;
const AHEAD = 6;

interface Read {
  readonly range: Mention;
  readonly places: readonly ActorPlace[];
  readonly charges: readonly Charge[];
}

const noBlame: SpokenBlame = {
  weight: 0,
  misfortune: 0,
  blamed: null,
  foreign: false,
  certain: false,
  distance: null,
  goesOn: false,
};

function mayCharge(tokens: readonly Token[], first: number, last: number, words: PhraseIndex<BlameWord>): boolean {
  for (let i = first; i <= last; i++) if (tokens[i]!.kind === 'word' && words.at(tokens, i, last)) return true;
  return false;
}

/** Reads a speech or a turn, sentence by sentence: charges, whom they blame, and how long the one blamed stays in mind. */
export function readSpeech(
  tokens: readonly Token[],
  sentences: readonly Mention[],
  known: ReadonlySet<string>,
  names: Names,
  words: PhraseIndex<BlameWord>,
): SpokenBlame[] {
  // Most turns of a briefing charge nobody with anything.
  if (!sentences.some(({ first, last }) => mayCharge(tokens, first, last, words))) return sentences.map(() => noBlame);
  const reads = sentences.map((range): Read => {
    const places = actorPlaces(tokens, range.first, range.last, names);
    return { range, places, charges: chargesIn(tokens, range.first, range.last, places, words) };
  });
  const own = ownStates(tokens, reads, known);
  const named = reads.map((read) => blamedIn(read, own));
  const out: SpokenBlame[] = [];
  let antagonist: { place: ActorPlace; sentence: number } | null = null;
  for (let i = 0; i < reads.length; i++) {
    const read = reads[i]!;
    const found = named[i]!;
    const weight = weightOf(read, own);
    const misfortune = read.charges.reduce((n, c) => n + (c.blame === 'nobody' && !c.denied ? c.strength : 0), 0);
    const goesOn = antagonist !== null && subjectIs(tokens, read, antagonist.place.party);
    let blamed: ActorPlace | null = found?.place ?? null;
    let distance: number | null = blamed ? 0 : null;
    if (antagonist && i - antagonist.sentence > BACK) antagonist = null;
    if (!found?.certain && antagonist && (!blamed || antagonist.place.party !== blamed.party)) {
      const pronoun = read.charges.some((c) => c.doer === 'pronoun' && !c.denied);
      if (!blamed || pronoun || found!.score < 1) {
        blamed = antagonist.place;
        distance = i - antagonist.sentence;
      }
    }
    // Who nobody is known to speak for can't be told from those blamed: then only what is said counts.
    if (!blamed && own.size > 0) {
      const near = named.slice(Math.max(0, i - BACK), i + AHEAD + 1);
      blamed = near.slice(Math.min(i, BACK)).find((one) => one?.certain)?.place ?? mostBlamed(near);
    }
    if (found && (found.certain || !antagonist) && weight > 0) antagonist = { place: found.place, sentence: i };
    out.push({
      weight,
      misfortune,
      blamed,
      foreign: blamed !== null && !own.has(blamed.party),
      certain: found?.certain ?? false,
      distance,
      goesOn,
    });
  }
  return out;
}

/** Whom the sentences of a speech blame most, certain or not; null when they blame nobody. */
function mostBlamed(named: readonly (Blamed | null)[]): ActorPlace | null {
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

function weightOf(read: Read, own: ReadonlySet<string>): number {
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

interface Blamed {
  readonly place: ActorPlace;
  readonly certain: boolean;
  readonly score: number;
}

/** How much a party's place alone speaks for its being the one who acts. */
const BASE: Readonly<Record<Place, number>> = {
  subject: 1,
  by: 1,
  of: 0.3,
  object: 0.2,
  against: -0.5,
  at: -0.5,
  other: -0.5,
};

/** Whom a sentence blames by its own words: doers first, then whoever acts in it; those who suffer last. */
function blamedIn({ places, charges }: Read, own: ReadonlySet<string>): Blamed | null {
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
    if (charge.blame === 'nobody' || charge.denied) continue;
    if (isNamed(charge.doer)) add(charge.doer, 1.5 * charge.strength, true);
    if (charge.sufferer) add(charge.sufferer, -charge.strength);
  }
  for (const party of own) {
    const known = scores.get(party);
    if (known) scores.set(party, { ...known, score: known.score - 4 });
  }
  let best: { place: ActorPlace; score: number; doer: boolean } | null = null;
  for (const one of scores.values()) if (one.score > 0 && (!best || one.score > best.score)) best = one;
  return best ? { place: best.place, certain: best.doer, score: best.score } : null;
}

/** The sentence's first subject is this party, by name or by a pronoun. */
function subjectIs(tokens: readonly Token[], { range, places }: Read, party: string): boolean {
  const subject = places.find((p) => p.place === 'subject');
  for (let i = range.first; i <= Math.min(range.last, range.first + 12); i++) {
    if (subject && i === subject.mention.first) return subject.party === party;
    const { lower } = tokens[i]!;
    if (/^(?:they|its|their|he|she)$/.test(lower)) return true;
    if (lower === 'it' && !/^(?:is|was|would|will|has)$/.test(tokens[i + 1]?.lower ?? '')) return true;
    if (/^(?:we|i|our|my)$/.test(lower)) return false;
  }
  return false;
}
