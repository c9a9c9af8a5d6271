import type { Lexicons } from '../../model/lexicons.js';
import type { Mention } from '../parse/context.js';
import type { Labeler, LabelInput, StanceLabel } from './labeler.js';
import { polarityIndex, type Polarity } from './polarity-index.js';
import type { PhraseIndex } from '../resolve/phrase-index.js';
import { failingIn, uselessIn } from './failing.js';
import { necessityIn } from './necessity.js';
import { readContent, type ContentReading } from './read-content.js';
import { mainVerbSign, readReported } from './reported-judgement.js';
import { saysNotOnly, undertakingIn } from './undertaking.js';

/** Acts whose content words an aim: a call to stop X is against X, a call to do Y in favor of Y. */
const AIMING = new Set(['appeal', 'demand', 'commit', 'wish']);

/** Weight from which a sentence's charges count for more than its own friendly verb. */
const HEAVY = 3;

/**
 * The default labeler: offline, the same answer every time. The position comes from the cue's sense, turned by negation
 * and by what the content asks to end; where the cue takes none, from the evaluations inside the content; strength comes
 * from the words, never from the act.
 */
export function lexiconLabeler(lexicons: Lexicons): Labeler {
  const index = polarityIndex(lexicons);
  return {
    name: 'lexicon',
    version: '1',
    label: (input) => {
      const self = input.firstPerson ? 'first' : input.ownSubject ? 'reported' : 'none';
      const reading =
        input.reported && input.sense?.speech_act === 'inform'
          ? readReported(input, index, self)
          : readContent(input.tokens, input.content, index, { self, ownName: input.ownName });
      const emphatic = reading.emphatic || adverbs(input, index, 'emphasis');
      const hedged =
        reading.hedged ||
        adverbs(input, index, 'hedge') ||
        (input.modal !== null && /^(?:may|might|could)$/.test(input.modal));
      // "I should like to recall how they trampled on it": heavy charges outweigh the friendly words around them.
      const charged = input.blame !== null && input.blame.weight >= HEAVY && input.sense?.polarity === 'favor';
      return input.sense && input.sense.polarity !== 'content' && !charged
        ? bySense(input, reading, emphatic, hedged)
        : byContent(input, reading, index, emphatic, hedged);
    },
  };
}

type Sign = 'favor' | 'against' | 'neutral' | 'mixed' | 'none';

function result(
  input: LabelInput,
  reading: ContentReading,
  sign: Sign,
  strength: number,
  act: string,
  hedged: boolean,
  pivot: number | null,
): StanceLabel {
  const positioned = sign === 'favor' || sign === 'against';
  const condition = reading.conditional || input.condition;
  const conditional = condition || input.modal === 'would';
  const size = Math.max(1, Math.min(3, strength - (hedged || condition ? 1 : 0)));
  return {
    stance: sign,
    stance_score: positioned ? (sign === 'favor' ? size : -size) : sign === 'neutral' ? 0 : null,
    strength_source: positioned ? (input.sense?.strength_source ?? 'speaker') : null,
    speech_act: act,
    negated: input.negated || reading.negated,
    hedged,
    conditional,
    pivot,
    pivotVerb: pivot !== null && reading.pivotVerb && pivot === (reading.pivot ?? -1) + 1,
  };
}

function bySense(input: LabelInput, reading: ContentReading, emphatic: boolean, hedged: boolean): StanceLabel {
  const sense = input.sense!;
  const act = sense.speech_act;
  const base = sense.strength ?? 2;
  const pivot = input.content[0]?.first ?? null;
  const give = (sign: Sign, strength: number, as: string = act): StanceLabel =>
    result(input, reading, sign, strength, as, hedged, pivot);
  const strength = emphatic ? Math.min(3, base + 1) : base;
  if (sense.polarity === 'none') return give('none', base);
  if (sense.polarity === 'neutral') return give('neutral', base);
  if (sense.polarity === 'favor') {
    if (input.negated)
      return give('against', Math.max(1, base - 1), act === 'support' || act === 'commit' ? 'reject' : act);
    const forbidden = AIMING.has(act) && forbids(input);
    if (AIMING.has(act) && isCall(reading, input)) return give(forbidden ? 'favor' : 'against', strength);
    if (forbidden) return give('against', strength, act === 'commit' ? 'reject' : act);
    // "supports a halt to the talks": what is wished an end.
    if (opensWithEnd(reading, input)) return give('against', strength);
    // Stressing a threat is no praise of it: for assertions the content has the last word.
    if (act === 'assert' && reading.negative > reading.positive + 1) return give('against', strength);
    return give('favor', strength);
  }
  // A threat to do something is in favor of doing it; what it threatens is another target.
  if (act === 'threaten' && sense.frame === 'to_inf') return give('favor', strength);
  // "does not oppose", "did not rule out": a negated opposition is open, not in favor.
  if (input.negated) {
    // "will not lift the sanctions": who refuses to give something up stands by it.
    return act === 'concede' ? give('favor', 2, 'reject') : give('neutral', 1);
  }
  if (
    (act === 'reject' || act === 'deny') &&
    reading.cease !== null &&
    reading.cease - (input.content[0]?.first ?? 0) <= 1
  )
    return give('favor', 1);
  return give('against', strength);
}

/** "urged Kestria not to sign", "promised never to return": what is asked or promised is left undone. */
function forbids({ tokens, cue, content }: LabelInput): boolean {
  const first = content[0]?.first ?? 0;
  const denied = cue !== null && cue.last > cue.first && tokens[cue.last]!.lower === 'to';
  if (denied && /^(?:not|never)$/.test(tokens[cue.last - 1]!.lower)) return true;
  const from = cue && cue.last < first ? cue.last + 1 : first;
  const last = content[0]?.last ?? first;
  for (let i = from; i < last && i < first + 10; i++) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark') return false;
    const next = tokens[i + 1]!.lower;
    if (/^(?:not|never)$/.test(lower) && (next === 'to' || (i < first && i === first - 1))) return true;
    if (lower === 'to' && /^(?:not|never)$/.test(next)) return true;
    if (lower === 'to') return false;
  }
  return false;
}

/** The content is itself an end of something ("a halt to the talks"). */
const opensWithEnd = (reading: ContentReading, input: LabelInput): boolean =>
  isCall(reading, input) && input.sense?.frame === 'np' && reading.cease! - (input.content[0]?.first ?? 0) <= 1;

/** The content begins with what is to end: "to stop the attacks", "an end to the blockade". */
function isCall(reading: ContentReading, input: LabelInput): boolean {
  const first = input.content[0]?.first ?? 0;
  const { cease } = reading;
  // Where a list names the end itself ("an end to the war" as a settlement), that is what is called for.
  const whole = cease !== null && input.listed.some((m) => m.first <= cease && cease <= m.last);
  return cease !== null && cease - first <= 6 && !whole;
}

function byContent(
  input: LabelInput,
  reading: ContentReading,
  index: PhraseIndex<Polarity>,
  emphatic: boolean,
  hedged: boolean,
): StanceLabel {
  const act = input.sense?.speech_act ?? 'inform';
  const judged = reading.pivot === null ? null : reading.pivotVerb ? reading.pivot + 1 : reading.pivot;
  const give = (sign: Sign, strength: number, as: string, pivot: number | null = judged): StanceLabel =>
    result(input, reading, sign, strength, as, hedged, pivot);
  const plain = emphatic ? 3 : 2;
  const necessity = necessityIn(input.tokens, input.content, index);
  if (reading.decline) return give('none', 2, 'decline');
  if (act === 'ask') return give('none', 2, act);
  if (reading.balanced && reading.commitment === null) return give('neutral', 1, act);
  // A word of blame is a charge where somebody is blamed; where nobody is, several are needed.
  if (input.blame && input.blame.weight >= (input.blame.blamed ? 1 : HEAVY) && !reading.thanks)
    return give('against', plain, evaluated(act, 'criticize'));
  const { balance, positive, negative } = reading;
  if (reading.commitment === 'will not' && positive <= negative + 1 && !saysNotOnly(input))
    return give('against', plain, 'reject');
  const undertaking = reading.commitment === 'will' ? undertakingIn(input) : null;
  if (undertaking !== null && balance >= -1.5) return give('favor', plain, 'commit', undertaking);
  if (necessity?.spares && balance > -3) return give('favor', plain, 'assert', necessity.at);
  if (necessity && necessity.kind !== 'asked' && balance < 2)
    return give('against', plain, necessity.kind === 'missed' ? 'criticize' : 'demand', necessity.at);
  const isSpeaker = (subject: Mention): boolean =>
    input.ownSubject &&
    subject.first <= (input.content[0]?.first ?? 0) + 1 &&
    /^(?:he|she|it|they)$/.test(input.tokens[subject.last]!.lower);
  const failing = failingIn(input.tokens, input.content, isSpeaker);
  const useless = uselessIn(input.tokens, input.content, index, isSpeaker);
  if (useless !== null && balance < 2 && input.ownName === null)
    return give('against', plain, evaluated(act, 'challenge'), useless);
  if (failing !== null && balance < 1) return give('against', plain, evaluated(act, 'criticize'), failing);
  if (reading.demand === 'actor' && balance < 2) return give('against', plain, 'demand');
  if (
    reading.demand === 'aim' &&
    balance > -2 &&
    (necessity !== null || ((!input.reported || act !== 'inform') && namesAim(input, index)))
  )
    return give('favor', plain, act === 'inform' ? 'assert' : act, necessity?.at ?? judged);
  if (reading.thanks && balance > -1 && reading.negative < 1.5) return give('favor', plain, evaluated(act, 'support'));
  if (positive >= 2 && negative >= 2 && Math.abs(balance) < 0.5) return give('mixed', 2, act);
  if (reading.ceased > 0 && balance < 0.5 && input.blame === null)
    return give('against', plain, evaluated(act, 'appeal'));
  const main = Math.abs(balance) < 2.5 ? mainVerbSign(input, index) : null;
  if (main === 'against' && balance > -1) return give('against', plain, evaluated(act, 'criticize'));
  if (balance >= 1) return give('favor', plain, evaluated(act, reading.thanks ? 'support' : 'assert'));
  // A misfortune is no charge: in speeches it doesn't count.
  if (balance + (input.blame?.misfortune ?? 0) <= -1) return give('against', plain, evaluated(act, 'criticize'));
  if (reading.cease !== null && reading.demand !== null) return give('against', plain, 'demand');
  // "blamed the flood on the dam": the cue blames, whatever the words say.
  if (act === 'criticize' && input.sense?.frame === 'obj_prep') return give('against', plain, act);
  return give('none', 2, act);
}

/** "a need for talks", "our priority": an aim named by a noun. */
function namesAim({ tokens, content }: LabelInput, index: PhraseIndex<Polarity>): boolean {
  return content.some(({ first, last }) => {
    for (let i = first; i <= last; i++) {
      const polarity = index.at(tokens, i, last)?.values[0];
      if (polarity?.effect === 'goal' && polarity.part === 'noun') return true;
    }
    return false;
  });
}

const evaluated = (act: string, as: string): string => (act === 'inform' ? as : act);

/** An adverb of the cue: "strongly condemned", "reportedly". */
function adverbs(input: LabelInput, index: ReturnType<typeof polarityIndex>, effect: 'emphasis' | 'hedge'): boolean {
  if (!input.cue) return false;
  for (let i = input.cue.first; i <= input.cue.last; i++) {
    if (index.at(input.tokens, i, input.cue.last)?.values.some((polarity) => polarity.effect === effect)) return true;
  }
  return false;
}
