import { coordinators, determiners, formsOfBe, modals, negators, subordinators } from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { PhraseIndex } from '../resolve/phrase-index.js';
import { WORD } from '../parse/word-class.js';
import { negationEnd } from './negation-scope.js';
import type { Polarity } from './polarity-index.js';

/** What a content says by itself: the balance of its evaluations, and what frames them. */
export interface ContentReading {
  /** Sum of the signed strengths. */
  readonly balance: number;
  readonly positive: number;
  readonly negative: number;
  readonly emphatic: boolean;
  readonly hedged: boolean;
  readonly conditional: boolean;
  readonly negated: boolean;
  /** 'will' (a commitment), 'will not' (a refusal), of the speaker; null when there is none. */
  readonly commitment: 'will' | 'will not' | null;
  /** 'must' with an actor as subject (a demand on it), 'ought' where an aim is called needed; null when there is none. */
  readonly demand: 'actor' | 'aim' | null;
  /** The content asks to end or refrain from something. */
  readonly cease: number | null;
  /** Weight of the bad things that are to end. */
  readonly ceased: number;
  readonly decline: boolean;
  readonly thanks: boolean;
  /** "neither … nor …", "takes no side": a balance stated in words. */
  readonly balanced: boolean;
  /** Token of the strongest evaluation, and whether it is a verb (what it is about then follows it). */
  readonly pivot: number | null;
  readonly pivotVerb: boolean;
}

const WILL = new Set("will 'll would shall".split(' '));
const SELF = new Set('we i'.split(' '));
const REPORTED_SELF = new Set('it he she they'.split(' '));
const DECLINES = /^(?:comment|speculate|speak|discuss|answer|characterize|characterise|prejudge|preview|elaborate)$/;

/**
 * Reads the evaluations in a content. Negation reaches to the end of its clause or five words; "but" gives what follows
 * it twice the weight of what stands before. In a plain report of somebody else's doings (`report`) nouns and verbs name
 * things rather than judge them, so only adjectives count fully.
 */
export function readContent(
  tokens: readonly Token[],
  content: readonly Mention[],
  index: PhraseIndex<Polarity>,
  {
    self,
    report = false,
    ownName = null,
  }: {
    readonly self: 'first' | 'reported' | 'none';
    readonly report?: boolean;
    readonly ownName?: number | null;
  },
): ContentReading {
  let positive = 0;
  let negative = 0;
  let emphatic = false;
  let hedged = false;
  let conditional = false;
  let anyNegation = false;
  let commitment: ContentReading['commitment'] = null;
  let demand: ContentReading['demand'] = null;
  let cease: number | null = null;
  let ceased = 0;
  let decline = false;
  let thanks = false;
  let balanced = false;
  let pivot: number | null = null;
  let pivotVerb = false;
  let best = 0;
  let boost = 1;
  for (const range of content) {
    let negationUntil = -1;
    for (let i = range.first; i <= range.last; i++) {
      const token = tokens[i]!;
      const { lower } = token;
      if (token.kind === 'mark') {
        if (/^[.;:!?]$/.test(lower)) negationUntil = -1;
        continue;
      }
      if (lower === 'but' || lower === 'however') {
        // What stands behind the contrast is the point.
        positive /= 2;
        negative /= 2;
        negationUntil = -1;
      }
      if (lower === 'neither' || (lower === 'no' && /^(?:side|sides|position)$/.test(tokens[i + 1]?.lower ?? '')))
        balanced = true;
      if (lower === 'thank' || lower === 'thanks' || lower === 'grateful') thanks = true;
      if ((isSelf(lower, self, i, range.first) || i === ownName) && commitment === null)
        commitment = commitmentAt(tokens, i, range.last);
      if (
        lower === 'must' ||
        lower === 'should' ||
        ((lower === 'need' || lower === 'needs' || lower === 'has' || lower === 'have') &&
          tokens[i + 1]?.lower === 'to' &&
          i < range.last)
      ) {
        demand = demand ?? demandAt(tokens, i, range);
      }
      const hit = index.at(tokens, i, range.last);
      // "the United States": a word of praise inside a name praises nothing.
      if (hit && isNamePart(tokens, i, hit.last)) {
        i = hit.last;
        continue;
      }
      const polarity = hit?.values[0];
      // "no excuse", "doesn't care": a listed phrase says more than the negator that opens it.
      if ((negators.has(lower) && !(hit && hit.last > i)) || polarity?.effect === 'negation') {
        anyNegation = true;
        const reach = hit ? hit.last : i;
        negationUntil = negationEnd(tokens, reach, range.last);
        if (DECLINES.test(lowerAfterTo(tokens, reach, range.last))) decline = true;
        if (hit && polarity?.effect === 'negation') i = hit.last;
        continue;
      }
      if (!hit || !polarity) {
        boost = 1;
        continue;
      }
      const at = i;
      i = hit.last;
      switch (polarity.effect) {
        case 'emphasis':
          emphatic = true;
          boost = 1.5;
          continue;
        case 'hedge':
          hedged = true;
          continue;
        case 'condition':
          conditional = true;
          continue;
        case 'goal':
          if (polarity.part === 'noun') demand = demand ?? 'aim';
          continue;
        case 'cease':
          // "since the end of the war": a time, and nothing that is to end.
          if (isTimed(tokens, at, range.first)) continue;
          cease = cease ?? i;
          continue;
        default: {
          const turned = at <= negationUntil;
          const sign = (polarity.effect === 'positive') !== turned ? 1 : -1;
          // A negated evaluation is weaker than its opposite ("not opposed" is no support).
          const weight =
            polarity.strength *
            boost *
            (turned ? 0.6 : 1) *
            (polarity.part === 'noun'
              ? report
                ? 0.3
                : 0.7
              : polarity.part === 'verb'
                ? report
                  ? tokens[at - 1]?.lower === 'to' || tokens[at - 2]?.lower === 'to'
                    ? 0.15
                    : 0.4
                  : polarity.effect === 'positive'
                    ? 0.6
                    : 0.8
                : 1);
          if (sign > 0) positive += weight;
          // What is to end or be avoided is no charge against what the sentence asks for.
          else if (cease !== null && at > cease && at - cease <= 8) ceased += weight;
          else negative += weight;
          if (weight > best) {
            best = weight;
            pivot = i;
            pivotVerb = polarity.part === 'verb';
          }
          boost = 1;
        }
      }
    }
  }
  return {
    balance: positive - negative,
    positive,
    negative,
    emphatic,
    hedged,
    conditional,
    negated: anyNegation,
    commitment,
    demand,
    cease,
    ceased,
    decline,
    thanks,
    balanced,
    pivot,
    pivotVerb,
  };
}

function isSelf(lower: string, self: 'first' | 'reported' | 'none', i: number, first: number): boolean {
  if (self === 'first') return SELF.has(lower);
  return self === 'reported' && i <= first + 1 && (REPORTED_SELF.has(lower) || SELF.has(lower));
}

/** "we will do", "we are going to do", "it will not do": the speaker's own undertaking or refusal. */
function commitmentAt(tokens: readonly Token[], i: number, last: number): ContentReading['commitment'] {
  for (let k = i + 1; k <= last && k <= i + 4; k++) {
    const { lower } = tokens[k]!;
    if (lower === "won't") return 'will not';
    if (WILL.has(lower) || (lower === 'going' && tokens[k + 1]?.lower === 'to')) {
      const next = tokens[k + 1]?.lower ?? '';
      // "would like", "would say" are manners of speaking.
      if (lower === 'would' && /^(?:like|say|have|be|note|add|argue)$/.test(next)) return null;
      return next === 'not' || next === 'never' ? 'will not' : 'will';
    }
    if (modals.has(lower) || coordinators.has(lower) || subordinators.has(lower)) return null;
  }
  return null;
}

/** Who must? An actor who is to do something is the target of the demand; an aim that must be reached is favoured. */
function demandAt(tokens: readonly Token[], i: number, range: Mention): 'actor' | 'aim' {
  const subject = i > range.first ? tokens[i - 1]! : null;
  const passive = formsOfBe.has(tokens[i + 1]?.lower ?? '') && /(?:ed|en|t)$/.test(tokens[i + 2]?.lower ?? '');
  if (!subject || passive || SELF.has(subject.lower) || subject.lower === 'there') return 'aim';
  for (let k = i - 1; k >= range.first && k >= i - 4; k--) {
    const { text, kind, lower } = tokens[k]!;
    if (kind === 'mark' || subordinators.has(lower) || coordinators.has(lower)) break;
    if (isCapitalised(text) && !/^(?:There|It|This|That|All|Both|Everyone|The|A|We|I)$/.test(text)) return 'actor';
  }
  return 'aim';
}

function lowerAfterTo(tokens: readonly Token[], i: number, last: number): string {
  let k = i + 1;
  while (k <= last && /^(?:to|be|going|able|in|a|position|for|us|me|here|want|wish|like)$/.test(tokens[k]!.lower)) k++;
  return k <= last ? tokens[k]!.lower : '';
}

/** Capitals beside capitals: the words from i to last are (part of) a name. */
function isNamePart(tokens: readonly Token[], i: number, last: number): boolean {
  for (let k = i; k <= last; k++) if (tokens[k]!.word !== WORD.name) return false;
  const beside = (token: Token | undefined): boolean => token?.kind === 'word' && isCapitalised(token.text);
  return beside(tokens[i - 1]) || beside(tokens[last + 1]);
}

function isTimed(tokens: readonly Token[], at: number, first: number): boolean {
  let k = at - 1;
  while (k > first && determiners.has(tokens[k]!.lower)) k--;
  return k >= first && /^(?:since|after|before|until|by)$/.test(tokens[k]!.lower);
}
