import type { Cue } from '../../model/generated.js';
import { coordinators, dayWords, determiners, isAdverb, monthWords, prepositions } from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import { classAt, finiteAt, inQuote, lowerAt, type Mention, type SentenceContext } from './context.js';
import { WORD } from './word-class.js';
import { CLAUSE_OPENERS, objectPhrase, opensNounPhrase, WH_WORDS } from './object-phrase.js';

/** How a cue governs what follows it: the sense that fits, where the content begins, and the governed object if any. */
export interface FrameMatch {
  readonly sense: Cue;
  /** First token of the content. */
  readonly content: number;
  /** The noun phrase that the cue governs (np, obj_to, obj_that, obj_prep); null for clauses. */
  readonly object: Mention | null;
  /** Last token of cue words behind the verb (a preposition); the cue's own last token when there are none. */
  readonly cueLast: number;
  /** True where a quotation follows directly. */
  readonly quotation: boolean;
}

/** Tries the frames of a cue's senses on the tokens behind it (from `next` to `limit`); null when none fits. */
export function frameAfter(
  context: SentenceContext,
  senses: readonly Cue[],
  cueLast: number,
  limit: number,
): FrameMatch | null {
  let next = cueLast + 1;
  while (next <= limit && isAdverb(lowerAt(context, next)) && !inQuote(context, next)) next++;
  // "We regret, however, that …"
  if (lowerAt(context, next) === ',' && isAdverb(lowerAt(context, next + 1)) && lowerAt(context, next + 2) === ',')
    next += 3;
  if (next > limit) return null;
  const sense = (frame: Cue['frame'], preposition: string | null = null): Cue | undefined =>
    senses.find((s) => s.frame === frame && (s.preposition ?? null) === preposition);
  const found = (s: Cue, content: number, more: Partial<FrameMatch> = {}): FrameMatch => ({
    sense: s,
    content,
    object: null,
    cueLast,
    quotation: false,
    ...more,
  });

  const quotation = quotationAt(context, next, limit);
  const quoting = sense('quote') ?? sense('that');
  if (quotation >= 0 && quoting) return found(quoting, quotation, { quotation: true });
  if (lowerAt(context, next) === ',' && lowerAt(context, next + 1) === 'that' && sense('that')) next++;
  const that = thatAfter(context, senses, next, limit);
  // "accused Kestria of delaying": where the cue itself takes "of", it ends the noun phrase.
  const takesOf = senses.some((s) => s.frame === 'obj_prep' && s.preposition === 'of');
  const object = objectPhrase(context, next, limit, { of: !takesOf });
  if (that >= 0) {
    const s =
      object && object.last < that && that - next > 0
        ? (sense('obj_that') ?? sense('that'))
        : (sense('that') ?? sense('obj_that'));
    const content = lowerAt(context, that + 1) === ',' ? that + 2 : that + 1;
    if (s) return found(s, content, { object: s.frame === 'obj_that' ? object : null });
  }
  const word = lowerAt(context, next);
  if (prepositions.has(word) || word === 'to') {
    const byPreposition = prepositional(context, senses, next, limit);
    if (byPreposition) return found(byPreposition.sense, next + 1, { cueLast: next, object: byPreposition.object });
  }
  const infinitive = sense('to_inf');
  if (infinitive && word === 'to' && isBaseVerb(context, next + 1)) return found(infinitive, next);
  const wh = sense('wh');
  if (wh && WH_WORDS.has(word)) return found(wh, next);
  if (object) {
    const governed = governedObject(context, senses, object, limit);
    if (governed) return found(governed, next, { object });
  }
  const gerund = sense('ing');
  if (gerund && /.{2}ing$/.test(word)) return found(gerund, next);
  const clause = sense('that') ?? (object ? sense('obj_that') : undefined);
  if (clause && opensClause(context, next, limit, sense('np') !== undefined)) return found(clause, next);
  const np = sense('np');
  if (np && opensNounPhrase(context, next)) return found(np, next, { object: object ?? { first: next, last: next } });
  return null;
}

/** Senses with the preposition that stands at `next`: np, ing, obj_prep and to_inf behind a preposition ("call on X to"). */
function prepositional(
  context: SentenceContext,
  senses: readonly Cue[],
  next: number,
  limit: number,
): { sense: Cue; object: Mention | null } | null {
  const preposition = lowerAt(context, next);
  const fitting = senses.filter((s) => s.preposition === preposition);
  if (!fitting.length || next + 1 > limit || isTime(context, next + 1)) return null;
  const gerund = /.{2}ing$/.test(lowerAt(context, next + 1));
  const object = objectPhrase(context, next + 1, limit);
  const toFollows = object !== null && lowerAt(context, object.last + 1) === 'to';
  const order: Cue['frame'][] = toFollows
    ? ['obj_to', 'np', 'ing']
    : gerund
      ? ['ing', 'np']
      : ['np', 'ing', 'obj_to', 'that', 'wh', 'to_inf'];
  for (const frame of order) {
    const sense = fitting.find((s) => s.frame === frame);
    if (sense) return { sense, object };
  }
  return fitting[0] ? { sense: fitting[0], object } : null;
}

/** "spoke on Monday", "rejected in March": when, not what. */
function isTime(context: SentenceContext, i: number): boolean {
  const lower = lowerAt(context, i);
  if (dayWords.has(lower) || /^(?:19|20)\d\d$/.test(lower)) return true;
  return monthWords.has(lower)
    ? isCapitalised(context.tokens[i]!.text)
    : monthWords.has(lowerAt(context, i + 1)) && /^\d/.test(lower);
}

/** Object + "to" + verb, object + preposition: the senses in which the noun phrase is addressed or judged. */
function governedObject(context: SentenceContext, senses: readonly Cue[], object: Mention, limit: number): Cue | null {
  const after = object.last + 1;
  if (after > limit) return null;
  const word = lowerAt(context, after);
  if (word === 'to' && isBaseVerb(context, after + 1)) {
    const sense = senses.find((s) => s.frame === 'obj_to');
    if (sense) return sense;
  }
  // "told reporters the plan …": an addressee of one or two words, then a clause.
  const withClause = senses.find((s) => s.frame === 'obj_that');
  if (withClause && opensClause(context, after, limit)) return withClause;
  // "accused Kestria on Tuesday of": a day may stand in between.
  const behind = word === 'on' && dayWords.has(lowerAt(context, after + 1)) ? lowerAt(context, after + 2) : word;
  return senses.find((s) => s.frame === 'obj_prep' && s.preposition === behind) ?? null;
}

/** Index of the opening mark when a quotation follows, directly or behind a comma or colon; -1 otherwise. */
function quotationAt(context: SentenceContext, next: number, limit: number): number {
  let i = next;
  // "told reporters on Tuesday: “…”" – an adjunct of a few words may stand between.
  for (; i <= limit && i < next + 10; i++) {
    if (inQuote(context, i)) break;
    const token = context.tokens[i]!;
    if (token.kind === 'mark') {
      if (/^[,:–—-]$/.test(token.text) && i + 1 <= limit && inQuote(context, i + 1)) return i + 1;
      return -1;
    }
    if (finiteAt(context, i)) return -1;
    if (i > next && (token.lower === 'that' || coordinators.has(token.lower))) return -1;
  }
  if (i !== next || i > limit || !inQuote(context, i)) return -1;
  const quote = context.sentence.quotes.find((q) => q.open === i && q.mark === 'double');
  if (!quote) return -1;
  const close = quote.close < 0 ? context.last : quote.close;
  return close - i >= 6 ? i : -1;
}

/** Index of "that" when it opens the content, directly or behind an addressee or a short adjunct; -1 otherwise. */
function thatAfter(context: SentenceContext, senses: readonly Cue[], next: number, limit: number): number {
  for (let i = next; i <= limit && i < next + 12; i++) {
    if (inQuote(context, i)) return -1;
    const token = context.tokens[i]!;
    // Behind the cue only an addressee or an adjunct may stand before "that".
    if (
      i === next + 1 &&
      !prepositions.has(lowerAt(context, next)) &&
      !dayWords.has(lowerAt(context, next)) &&
      lowerAt(context, next) !== 'to' &&
      !(lowerAt(context, next) === ',' && prepositions.has(lowerAt(context, next + 1)))
    ) {
      const object = objectPhrase(context, next, limit);
      if (!object || object.last - object.first >= 5) return -1;
      if (lowerAt(context, object.last + 1) === 'that') return object.last + 1;
      return senses.some((s) => s.frame === 'obj_that') ? behindAdjuncts(context, object.last + 1, limit) : -1;
    }
    if (token.lower === 'that') {
      // "that decision": a determiner, not a conjunction, when a verb does not follow within the clause.
      const determiner =
        i === next &&
        lowerAt(context, i + 1) !== ',' &&
        !inQuote(context, i + 1) &&
        !joins(context, senses, i + 1) &&
        !opensClause(context, i + 1, limit);
      return determiner ? -1 : i;
    }
    if (token.kind === 'mark' && token.text !== ',') return -1;
    if (finiteAt(context, i)) return -1;
    if (token.lower === 'to' && isBaseVerb(context, i + 1) && !dayWords.has(lowerAt(context, i + 1))) return -1;
  }
  return -1;
}

/** "told supporters after the vote that …": the index of "that" behind an addressee and short adjuncts; -1 where none stands. */
function behindAdjuncts(context: SentenceContext, first: number, limit: number): number {
  if (!prepositions.has(lowerAt(context, first)) && !dayWords.has(lowerAt(context, first))) return -1;
  for (let i = first; i <= limit && i < first + 10; i++) {
    if (lowerAt(context, i) === 'that') return i;
    if (inQuote(context, i) || context.tokens[i]!.kind === 'mark' || finiteAt(context, i)) return -1;
  }
  return -1;
}

/** Behind "that": a word that begins a noun phrase of its own, so that "that" can only join a clause. */
function joins(context: SentenceContext, senses: readonly Cue[], i: number): boolean {
  const token = context.tokens[i];
  if (!token || i >= context.last || token.kind === 'mark') return false;
  return (
    determiners.has(token.lower) ||
    CLAUSE_OPENERS.has(token.lower) ||
    isCapitalised(token.text) ||
    senses.every((s) => s.frame !== 'np' && s.frame !== 'obj_prep')
  );
}

/** Does a clause with a finite verb of its own begin at `first`? `bare`: the cue takes a noun phrase as well. */
function opensClause(context: SentenceContext, first: number, limit: number, bare = false): boolean {
  if (first > limit) return false;
  const token = context.tokens[first]!;
  const lower = token.lower;
  if (token.kind === 'mark' || coordinators.has(lower)) return false;
  if (prepositions.has(lower) && !/^(?:after|before|since|despite|as|in|on|at|with|during|under|for)$/.test(lower))
    return false;
  for (let i = first + 1; i <= limit && i < first + 30; i++) {
    const word = context.tokens[i]!;
    // The full stop of an abbreviation ("says Sen. Roth is") ends nothing.
    if (word.kind === 'mark' && /^[;:?!]$/.test(word.text)) return false;
    // Behind "and" it may belong to the cue itself ("highlighted the visit and expressed …").
    if (coordinators.has(lowerAt(context, i - 1))) {
      if (finiteAt(context, i)) return false;
      continue;
    }
    if (finiteAt(context, i) && lowerAt(context, i - 1) !== 'to') {
      // A past form right behind a noun may be a participle ("the plan announced by …").
      // "criticized the accord adopted after long talks": where a noun phrase would do, the past form describes it.
      const follows = lowerAt(context, i + 1);
      const participle =
        classAt(context, i) === WORD.past &&
        (follows === 'by' ||
          follows === 'in' ||
          lowerAt(context, i - 1) === 'the' ||
          (bare && prepositions.has(follows)));
      if (!participle) return true;
    }
  }
  return false;
}

function isBaseVerb(context: SentenceContext, i: number): boolean {
  let k = i;
  while (classAt(context, k) === WORD.adverb) k++;
  return classAt(context, k) === WORD.base;
}
