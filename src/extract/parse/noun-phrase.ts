import {
  auxiliaries,
  coordinators,
  dayWords,
  determiners,
  isAdverb,
  modals,
  monthWords,
  negators,
  objectPronouns,
  possessives,
  prepositions,
  speakerPronouns,
  subordinators,
} from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from './context.js';
import { isFiniteVerb, WORD } from './word-class.js';

/** Most tokens of a noun phrase that names a target: beyond it stands a clause that the finder took for a name. */
const MOST = 12;

/** Prepositions that may join a second noun to the first and still name one thing ("the ban on flights"). */
const JOINING: ReadonlySet<string> = new Set(
  'in on for to against with from at between among about over toward towards into by under behind within'.split(' '),
);

const CLAUSE_WORDS: ReadonlySet<string> = new Set('that which who whom whose where when'.split(' '));

/** The full stop of "Mr." or "J." in front of a name. */
export function isAbbreviationStop(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  if (tokens[i]!.text !== '.' || !before || !next || before.end !== tokens[i]!.start || !isCapitalised(next.text))
    return false;
  return /^(?:mr|mrs|ms|dr|sen|rep|gov|gen|lt|col|sgt|del|st|prof|rev|sept|hon)$/.test(before.lower);
}

/** True for a word that can stand inside a noun phrase behind its first word. */
function goesOn(tokens: readonly Token[], i: number, head: boolean): boolean {
  const token = tokens[i]!;
  const { lower } = token;
  if (token.kind === 'mark') return /^[/%$€£&-]$/.test(token.text) || isAbbreviationStop(tokens, i);
  if (token.kind === 'quote') return false;
  if (lower === "'s" || lower === "'") return head;
  if (
    prepositions.has(lower) ||
    coordinators.has(lower) ||
    subordinators.has(lower) ||
    speakerPronouns.has(lower) ||
    objectPronouns.has(lower) ||
    auxiliaries.has(lower) ||
    modals.has(lower) ||
    negators.has(lower)
  )
    return false;
  if (dayWords.has(lower) && head && lower !== 'last' && lower !== 'next') return false;
  if (head && (determiners.has(lower) || possessives.has(lower))) return false;
  // An adverb goes with an adjective behind it ("deeply flawed"), never with the noun before it.
  if (head && isAdverb(lower) && !isCapitalised(token.text)) return false;
  if (head && lower.length > 5 && lower.endsWith('ing') && !isCapitalised(token.text) && !opensNoun(tokens, i - 1))
    return (
      NOUNS_IN_ING.test(lower) ||
      /(?:ic|al|ive|ous|ful|less|able|ible|ary)$|^(?:new|old|recent|further|more|big|heavy|first)$/.test(
        tokens[i - 1]!.lower,
      ) ||
      (nounFollows(tokens, i + 1) && !determiners.has(tokens[i + 1]!.lower) && !isCapitalised(tokens[i + 1]!.text))
    );
  return !(
    head &&
    isFiniteVerb(tokens, i) &&
    !(looksAdjectival(lower) && nounFollows(tokens, i + 1) && !isCapitalised(tokens[i + 1]!.text))
  );
}

/** Nouns that look like participles. */
const NOUNS_IN_ING =
  /^(?:spending|funding|training|housing|hearing|meeting|building|warming|trading|lending|banking|policing|profiling|shooting|shelling|bombing|killing|hacking|voting|polling|ruling|filing|beginning|feeling|setting|planning|fundraising|campaigning|bargaining|sharing|drilling|fracking|mining|farming|fishing|cloning|rating|standing|thinking|understanding|writing|offering|morning|evening)s?$/;

const looksAdjectival = (lower: string): boolean => lower.endsWith('ed');

const opensNoun = (tokens: readonly Token[], i: number): boolean => {
  const lower = tokens[i]?.lower ?? '';
  return determiners.has(lower) || possessives.has(lower) || lower === "'s";
};

/** A plain noun or adjective stands at token i: neither a function word nor a mark. */
function nounFollows(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || token.kind !== 'word') return false;
  return (
    !prepositions.has(token.lower) &&
    !determiners.has(token.lower) &&
    !coordinators.has(token.lower) &&
    !subordinators.has(token.lower) &&
    !objectPronouns.has(token.lower) &&
    !speakerPronouns.has(token.lower) &&
    !auxiliaries.has(token.lower) &&
    !modals.has(token.lower) &&
    !isAdverb(token.lower) &&
    token.lower !== 'to' &&
    !/^(?:off|up|down|out|away|back|aside|apart)$/.test(token.lower)
  );
}

/** The quotation opened at token i holds one to three words. */
function closesSoon(tokens: readonly Token[], i: number, limit: number): boolean {
  for (let k = i + 2; k <= limit && k <= i + 4; k++) if (tokens[k]!.kind === 'quote') return true;
  return false;
}

/** The mark at token i closes one that stands behind `from`. */
function closed(tokens: readonly Token[], from: number, i: number): boolean {
  let marks = 0;
  for (let k = from; k < i; k++) if (tokens[k]!.kind === 'quote') marks++;
  return marks % 2 === 1;
}

/** The words from `first` that make one noun with its modifiers, without what prepositions add; null when none is there. */
export function simplePhraseAt(tokens: readonly Token[], first: number, limit: number): Mention | null {
  let i = first;
  while (i <= limit && tokens[i]!.kind === 'quote') i++;
  const from = i;
  let last = -1;
  for (; i <= limit && i < from + MOST; i++) {
    const { lower, kind } = tokens[i]!;
    if (last < 0 && i === from && (determiners.has(lower) || possessives.has(lower) || negators.has(lower))) continue;
    // "the “outlaw” state": marks around a word or two of the phrase are passed over.
    if (kind === 'quote' && last >= 0) {
      if (i + 1 <= limit && (closesSoon(tokens, i, limit) || closed(tokens, from, i)) && nounFollows(tokens, i + 1))
        continue;
      break;
    }
    if (kind === 'quote' && last < 0) continue;
    // "a permanent, amicable resolution": two modifiers with a comma between them.
    if (lower === ',' && i + 2 <= limit && determiners.has(tokens[i - 2]?.lower ?? '')) {
      const listed = (tokens[i + 1]!.word & WORD.adjective) !== 0 && (tokens[i + 2]!.word & WORD.noun) !== 0;
      if (listed) continue;
    }
    if (!goesOn(tokens, i, last >= 0)) break;
    if (last < 0 && determiners.has(lower)) continue;
    // What stands right behind an adverb or determiner is a modifier still.
    if (!(isAdverb(lower) && !isCapitalised(tokens[i]!.text)) && lower !== "'s" && lower !== "'" && kind !== 'mark')
      last = i;
  }
  while (last > from && EMPTY_END.test(tokens[last]!.lower)) last--;
  return last < 0 ||
    EMPTY_END.test(tokens[last]!.lower) ||
    determiners.has(tokens[last]!.lower) ||
    possessives.has(tokens[last]!.lower)
    ? null
    : { first: from, last };
}

/** Words that no noun phrase ends in. */
const EMPTY_END =
  /^(?:more|most|less|much|many|such|very|so|too|like|else|same|least|just|nevertheless|nonetheless|indeed|perhaps|maybe|away|here|now|anymore|forward|alone|enough|ahead|long|far|back|but|wow|oh|yes|okay|hey)$/;

/**
 * The noun phrase that begins at `first`: determiner, modifiers and noun, "of"-phrases, joined nouns, and with
 * `attach` one more phrase behind another preposition ("the ban on flights over the strait"); null when none is there.
 */
export function nounPhraseAt(
  tokens: readonly Token[],
  first: number,
  limit: number,
  { attach = true }: { readonly attach?: boolean } = {},
): Mention | null {
  // "some of the plans"
  if (first + 2 <= limit && tokens[first + 1]!.lower === 'of' && determiners.has(tokens[first]!.lower))
    return nounPhraseAt(tokens, first + 2, limit, { attach });
  const head = simplePhraseAt(tokens, first, limit);
  if (!head) return null;
  let { last } = head;
  let free = attach ? 1 : 0;
  while (last + 2 <= limit && last - head.first < MOST) {
    const next = tokens[last + 1]!.lower;
    const of = next === 'of';
    const joined = next === 'and' || next === 'or' || next === '&';
    if (!of && !joined && !(free > 0 && JOINING.has(next))) break;
    const after = tokens[last + 2]!;
    if (isTime(tokens, last + 2) || objectPronouns.has(after.lower) || CLAUSE_WORDS.has(after.lower)) break;
    if (next === 'to' && !nominalStart(tokens, last + 2)) break;
    // Behind a name only "of" goes on naming; the rest says what he is praised or blamed for.
    if (!of && !joined && head.first === last && isCapitalised(tokens[last]!.text)) break;
    const more = simplePhraseAt(tokens, last + 2, limit);
    if (!more || (next === 'in' && MEDIA.test(tokens[more.last]!.lower))) break;
    if (joined) {
      // "the plan and the minister said": what is joined must not be the subject of another clause.
      const behind = more.last + 1 <= limit ? more.last + 1 : -1;
      if (determiners.has(after.lower) || isFiniteVerb(tokens, last + 2)) break;
      if (behind > 0 && isFiniteVerb(tokens, behind) && free < (attach ? 1 : 0)) break;
    } else if (!of) {
      // "by" names a doer only behind a noun of doing; times and manners were sorted out above.
      free--;
    }
    last = more.last;
  }
  return { first: head.first, last };
}

/** "in a statement", "in the strongest terms": where or how it was said. */
const MEDIA =
  /^(?:statement|speech|interview|letter|terms|tweet|tweets|report|remarks|address|post|message|way|manner|place|email|ad|video|briefing|words)$/;

/** Behind "to" a noun begins with a determiner, a possessive or a capital; anything else may be a verb. */
const nominalStart = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i]!;
  return determiners.has(token.lower) || possessives.has(token.lower) || isCapitalised(token.text);
};

/** "on Monday", "in 2031", "for years": when, not what. */
function isTime(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.kind === 'number') return /^(?:1[89]|20)\d\d$/.test(token.text) || isTimeUnit(tokens[i + 1]?.lower ?? '');
  if (/^['’]s?$/.test(tokens[i + 1]?.text ?? '')) return false;
  if (dayWords.has(token.lower)) return true;
  if (monthWords.has(token.lower) && isCapitalised(token.text)) return true;
  const next = tokens[i + 1]?.lower ?? '';
  return (
    isTimeUnit(token.lower) ||
    (/^(?:the|this|that|a|recent|many|several|two|three|past|last|next|all|more)$/.test(token.lower) &&
      (isTimeUnit(next) ||
        (/^(?:past|last|next|same|first|end|recent|few|two)$/.test(next) && isTimeUnit(tokens[i + 2]?.lower ?? ''))))
  );
}

const isTimeUnit = (lower: string): boolean =>
  /^(?:time|times|year|years|day|days|week|weeks|month|months|decade|decades|hour|hours|minute|minutes|morning|afternoon|evening|night|moment|century|past|future|end|first|least|all|fact|general|particular|addition|response|order|part)$/.test(
    lower,
  );

/**
 * The noun phrase that ends at `last`, looked for from `from` on: the longest that reaches exactly so far, so that an
 * adverbial in front ("On 9 March the town") stays outside.
 */
export function nounPhraseEndingAt(tokens: readonly Token[], last: number, from: number): Mention | null {
  for (let first = from; first <= last; first++) {
    const { lower, kind } = tokens[first]!;
    if (kind === 'mark' || kind === 'quote' || prepositions.has(lower) || coordinators.has(lower)) continue;
    if (isAdverb(lower) && first < last) continue;
    let found = simplePhraseAt(tokens, first, last);
    while (found && found.last < last - 1 && tokens[found.last + 1]!.kind === 'word') {
      const joint = tokens[found.last + 1]!.lower;
      if (!prepositions.has(joint) && joint !== 'and' && joint !== 'or') break;
      const more: Mention | null = simplePhraseAt(tokens, found.last + 2, last);
      if (!more) break;
      found = { first: found.first, last: more.last };
    }
    if (found && found.last === last) return { first: found.first, last };
  }
  const end = tokens[last]!;
  return end.kind === 'word' &&
    !EMPTY_END.test(end.lower) &&
    !prepositions.has(end.lower) &&
    !coordinators.has(end.lower)
    ? { first: last, last }
    : null;
}
