import { negators } from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { Names } from '../resolve/names.js';
import type { PhraseIndex } from '../resolve/phrase-index.js';
import { actorPlaces, type ActorPlace } from './actor-places.js';
import type { BlameWord } from './blame-words.js';
import { blamedIn, mostBlamed, subjectIs, weightOf } from './blamed-in.js';
import type { SpokenSentence } from './charge.js';
import { chargesIn } from './charges.js';
import { ownStates } from './own-states.js';

/** What one sentence of a speech charges, and whom. */
export interface SpokenBlame {
  /** Weight of its blaming words that are not denied and not the speaker's own deeds. */
  readonly weight: number;
  /** Weight of misfortunes that it names, and of deeds that are to end: words of ill that blame nobody. */
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
  for (let i = first; i <= last; i++) {
    const { kind, lower } = tokens[i]!;
    if (kind === 'word' && (negators.has(lower) || lower === 'yet' || words.at(tokens, i, last))) return true;
  }
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
  const reads = sentences.map((range): SpokenSentence => {
    const places = actorPlaces(tokens, range.first, range.last, names);
    return { range, places, charges: chargesIn(tokens, range.first, range.last, places, words) };
  });
  const own = ownStates(tokens, reads, known);
  const named = reads.map((read) => blamedIn(tokens, read, own));
  const charging = named.map((one, i) => (weightOf(reads[i]!, own) > 0 ? one : null));
  const out: SpokenBlame[] = [];
  let antagonist: { place: ActorPlace; sentence: number } | null = null;
  for (let i = 0; i < reads.length; i++) {
    const read = reads[i]!;
    // Where the speaker's own state isn't known, a state that is only named may be his: it takes a deed to blame it.
    const found = own.size > 0 || named[i]?.certain ? named[i]! : null;
    const weight = weightOf(read, own);
    const misfortune = read.charges.reduce(
      (n, c) => n + ((c.blame === 'nobody' || c.ceased) && !c.denied ? c.strength : 0),
      0,
    );
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
      const near = charging.slice(Math.max(0, i - BACK), i + AHEAD + 1);
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
