import type { Cue } from '../../model/generated.js';
import { formsOfBe, isAdverb } from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import type { CueMatch } from '../cue-index.js';

import { classAt, finiteAt, inQuote, lowerAt, partAt, type SentenceContext } from './context.js';
import { isQuantity, knownName, nounKind } from './noun-kind.js';
import { subjectAfter, subjectBefore, type Subject, type SubjectResult } from './subject.js';
import { verbGroup, type VerbGroup } from './verb-group.js';
import { WORD } from './word-class.js';

/** A cue at work in a sentence: its verb group, who stands as its subject, and the senses that may apply. */
export interface CueUse {
  readonly first: number;
  /** Last token of the cue's words. */
  readonly last: number;
  readonly group: VerbGroup;
  readonly form: CueMatch['form'];
  readonly senses: readonly Cue[];
  readonly subject: SubjectResult;
  /** True where the subject stands behind the cue (“…,” said Ana Roth). */
  readonly inverted: boolean;
}

/** Verbs that carry a nominal cue ("expressed concern", "issued a warning"), besides those of the cue lexicon. */
const SUPPORT = new Set(
  'make makes made making give gives gave given giving issue issues issued issuing have has had having offer offers offered offering show shows showed showing take takes took taking send sends sent sending hold holds held holding'.split(
    ' ',
  ),
);
/** Cue verbs that lend themselves to a nominal cue and leave it to say what the position is. */
const LENDING = new Set(
  'express voice convey extend reiterate reaffirm restate renew repeat declare state underline underscore stress emphasize emphasise highlight share note announce pledge offer signal indicate raise register record relay communicate articulate'.split(
    ' ',
  ),
);

/** Finds every cue of a sentence that stands outside double quotations, in order. */
export function cueUses(context: SentenceContext): CueUse[] {
  const uses: CueUse[] = [];
  for (let i = context.first; i <= context.last; i++) {
    if (inQuote(context, i)) continue;
    const opener = OPENERS.get(context.tokens[i]!.lower);
    const use =
      verbUse(context, i) ??
      (opener === 'state' ? adjectiveUse(context, i) : opener === 'support' ? supportUse(context, i) : null);
    if (!use) continue;
    uses.push(use);
    i = use.last;
  }
  return uses;
}

const STATES = new Set(
  'remain remains remained feel feels felt stand stands stood seem seems seemed sound sounds sounded'.split(' '),
);
/** Verbs that are no cue by themselves but open one, by the kind of word that they lean on; no verb is of both kinds. */
const OPENERS: ReadonlyMap<string, 'state' | 'support'> = new Map([
  ...Array.from(SUPPORT, (word) => [word, 'support'] as const),
  ...Array.from([...formsOfBe, ...STATES], (word) => [word, 'state'] as const),
]);

function verbUse(context: SentenceContext, i: number): CueUse | null {
  const match = partAt(context, i, 'verb');
  if (!match || isNamePart(context, i, match) || carries(context, match)) return null;
  // "swing states", "her emails": a noun or an adjective where it stands.
  if (classAt(context, i) & (WORD.noun | WORD.adjective | WORD.name)) return null;
  const group = verbGroup(context, match);
  if (!group) return null;
  const lends = LENDING.has(match.senses[0]!.cue);
  const nominal = lends || SUPPORT.has(lowerAt(context, i)) ? nominalCue(context, match.last) : null;
  const senses = (nominal?.senses ?? match.senses).filter((sense) => !isEncounter(sense));
  if (!senses.length) return null;
  const last = nominal?.last ?? match.last;
  const { subject, inverted } = subjectOf(context, group, match, last);
  return {
    first: group.first,
    last,
    group: deniedBy(context, group, match.last, last),
    form: match.form,
    senses,
    subject,
    inverted,
  };
}

/** "voiced no objection", "has no doubt": a "no" before the nominal cue denies it as "not" before the verb would. */
function deniedBy(context: SentenceContext, group: VerbGroup, verbLast: number, last: number): VerbGroup {
  for (let i = verbLast + 1; i < last; i++)
    if (lowerAt(context, i) === 'no') return { ...group, negated: !group.negated };
  return group;
}

/** Meeting somebody is no speech: only what was discussed is. */
const isEncounter = (sense: Cue): boolean =>
  (sense.frame === 'np' && sense.polarity === 'none' && /^(?:address|brief)$/.test(sense.cue)) ||
  (sense.speech_act === 'consult' &&
    sense.frame === 'np' &&
    (sense.preposition === 'with' || /^(?:meet|host|receive|visit|see|greet|call)$/.test(sense.cue)));

/** "United States": a word of a name is no verb, whatever the lexicon says of its lower-case twin. */
function isNamePart(context: SentenceContext, i: number, match: CueMatch): boolean {
  if (!isCapitalised(context.tokens[i]!.text) || i === context.first) return false;
  const { mark } = context.structure.paragraphs[context.sentence.paragraph]!;
  if (mark !== 'headline' && mark !== 'related') return true;
  if (context.grammar.names.at(context.tokens, i - 1, context.last)?.last === i) return true;
  // "at a Joint Press Availability": in title case only a name or a noun in front of a base form shows that it is a verb.
  const before = context.tokens[i - 1]!;
  return (
    match.form === 'base' &&
    isCapitalised(before.text) &&
    !knownName(context, i - 1) &&
    nounKind(context, { first: i - 1, last: i - 1 }) === 'name'
  );
}

/** "went on to say", "continued to insist": the verb only carries the cue behind it. */
function carries(context: SentenceContext, match: CueMatch): boolean {
  if (lowerAt(context, match.last + 1) !== 'to' || !/^(?:go|continue|proceed|begin|start)/.test(match.senses[0]!.cue))
    return false;
  return context.grammar.cues
    .at(context.tokens, match.last + 2, context.last)
    .some((m) => m.part === 'verb' && m.senses.some((s) => s.frame === 'quote' || s.frame === 'that'));
}

function subjectOf(
  context: SentenceContext,
  group: VerbGroup,
  match: CueMatch,
  last: number,
): { subject: SubjectResult; inverted: boolean } {
  if (group.kind === 'participial') return { subject: 'inherit', inverted: false };
  const before = group.first - 1;
  const closed = before >= context.first && (lowerAt(context, before) === ',' || inQuote(context, before));
  // "told" has its listener behind it, never its speaker.
  const addressed =
    match.senses.some((s) => s.frame === 'obj_that' && !s.preposition) && !match.senses.some((s) => s.frame === 'that');
  // Without a quotation only plain verbs of saying are turned round ("…, said the minister").
  const quote = match.senses.find((s) => s.frame === 'quote');
  const plain =
    quote !== undefined &&
    (inQuote(context, before) || (quote.polarity === 'content' && quote.speech_act === 'inform'));
  if (closed && !addressed && group.first === match.first && plain) {
    const after = framed(context, group.first) ? null : subjectAfter(context, last);
    if (after && (!isBareQuote(context, before) || mayQuote(context, after))) return { subject: after, inverted: true };
  }
  const subject = subjectBefore(context, group.first);
  // "Officials say": a base form without an auxiliary needs a plural subject.
  if (
    match.form === 'base' &&
    classAt(context, match.first) !== WORD.past &&
    group.first === match.first &&
    typeof subject === 'object' &&
    subject &&
    !isPlural(context, subject)
  ) {
    return { subject: null, inverted: false };
  }
  return { subject, inverted: false };
}

/** "Ana Roth, the minister, rejected …": the comma closes an apposition of a subject, not a content. */
function framed(context: SentenceContext, group: number): boolean {
  if (inQuote(context, group - 1)) return false;
  const subject = subjectBefore(context, group);
  // The mention ends before the comma: something stands in between.
  return subject !== null && subject !== 'inherit' && subject.mentions.at(-1)!.last < group - 2;
}

/** A quotation that ends without a mark of its own: “friends of the river” is more often a name than something said. */
const isBareQuote = (context: SentenceContext, i: number): boolean =>
  inQuote(context, i) && !/^[.,;:!?…—–-]+$/.test(lowerAt(context, i - 1));

function mayQuote(context: SentenceContext, subject: Subject): boolean {
  const kind = nounKind(context, subject.mentions[0]!);
  return kind === 'name' || kind === 'agent' || kind === 'pronoun';
}

function isPlural(context: SentenceContext, subject: Subject): boolean {
  if (subject.mentions.length > 1) return true;
  const mention = subject.mentions[0]!;
  let head = mention.first;
  if (isQuantity(context, head) || isQuantity(context, head + 1)) return true;
  for (let i = mention.first; i <= mention.last && !/^(?:of|in|for|from|at|to)$/.test(lowerAt(context, i)); i++)
    head = i;
  const word = lowerAt(context, head);
  return (
    /^(?:they|we|i|you|who|both|many|some|most|several|others|all|people|police)$/.test(word) ||
    (word.length > 3 && /(?:[^s]s|men|people)$/.test(word))
  );
}

/** A nominal cue behind a supporting verb: "expressed his serious concern over", "made a pledge to". */
function nominalCue(context: SentenceContext, verbLast: number): { senses: readonly Cue[]; last: number } | null {
  for (let i = verbLast + 1; i <= context.last && i <= verbLast + 7; i++) {
    if (inQuote(context, i)) return null;
    const token = context.tokens[i]!;
    if (token.kind === 'mark') return null;
    const match = partAt(context, i, 'noun');
    // "has rejected claims": the auxiliary of another verb carries nothing.
    if (i === verbLast + 1 && /(?:ed|en)$/.test(token.lower)) return null;
    // "has openly questioned": the verb that is said outweighs the noun behind it.
    const verbal = (classAt(context, i) & (WORD.participle | WORD.past | WORD.base)) !== 0;
    if (verbal && classAt(context, i - 1) & (WORD.adverb | WORD.auxiliary)) return null;
    if (match) {
      const next = lowerAt(context, match.last + 1);
      const governs = match.senses.some((s) =>
        s.preposition
          ? s.preposition === next
          : s.frame === 'that'
            ? next === 'that'
            : s.frame === 'to_inf'
              ? next === 'to'
              : false,
      );
      if (governs) return { senses: match.senses, last: match.last };
    }
    const lower = token.lower;
    if (
      /^(?:that|to|over|about|for|with|on|in|at|against|by|who|which|and|of)$/.test(lower) &&
      !(lower === 'and' && i > verbLast + 1)
    )
      return null;
    if (finiteAt(context, i) && !lower.endsWith('ed')) return null;
  }
  return null;
}

/** "made a pledge to …" where the supporting verb is no cue by itself. */
function supportUse(context: SentenceContext, i: number): CueUse | null {
  const nominal = nominalCue(context, i);
  if (!nominal) return null;
  const lower = lowerAt(context, i);
  const form = lower.endsWith('ing') ? 'ing' : lower.endsWith('s') ? 'third' : 'past';
  const match: CueMatch = { first: i, last: i, form, part: 'verb', senses: nominal.senses };
  const group = verbGroup(context, match);
  if (!group) return null;
  const subject = group.kind === 'participial' ? 'inherit' : subjectBefore(context, group.first);
  return {
    first: group.first,
    last: nominal.last,
    group: deniedBy(context, group, i, nominal.last),
    form,
    senses: nominal.senses,
    subject,
    inverted: false,
  };
}

/** "is deeply concerned about", "remain committed to". */
function adjectiveUse(context: SentenceContext, i: number): CueUse | null {
  let at = i + 1;
  let negated = /n't$/.test(lowerAt(context, i));
  while (
    at <= context.last &&
    (isAdverb(lowerAt(context, at)) || /^(?:not|as|no|been|so|too|more|most)$/.test(lowerAt(context, at)))
  ) {
    if (lowerAt(context, at) === 'not') negated = true;
    at++;
  }
  if (at > context.last || inQuote(context, at)) return null;
  const match = partAt(context, at, 'adjective');
  if (!match) return null;
  const carrier: CueMatch = { first: i, last: i, form: 'past', part: 'verb', senses: match.senses };
  const group = verbGroup(context, { ...carrier, form: /^(?:be|being)$/.test(lowerAt(context, i)) ? 'base' : 'third' });
  if (!group) return null;
  const subject = subjectBefore(context, group.first);
  return {
    first: group.first,
    last: match.last,
    group: { ...group, last: match.last, kind: 'finite', negated: negated || group.negated },
    form: 'past',
    senses: match.senses,
    subject,
    inverted: false,
  };
}
