import { coordinators, dayWords, isAdverb, prepositions, subordinators } from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import { finiteAt, inQuote, lowerAt, type Mention, type SentenceContext } from '../parse/context.js';
import { cueUses, mainSubject, type CueUse } from '../parse/cue-uses.js';
import { frameAfter, objectPhrase, type FrameMatch } from '../parse/frames.js';
import { isAgentPhrase, type Subject } from '../parse/subject.js';
import { plainAttribution, type Attribution } from './attribution.js';
import { contentEnd, segmentsOf } from './content.js';

interface Draft {
  readonly use: CueUse;
  readonly subject: Subject;
  readonly frame: FrameMatch | null;
  readonly from: number;
  readonly to: number;
  /** A second stretch of content, where the attribution stands in its middle. */
  readonly more: Mention | null;
}

/**
 * Finds reported speech in one sentence: direct, mixed and indirect, attributed before, inside or after its content, with
 * coordinated and participial cues that share a subject. Cues inside another's content are left to it.
 */
export function reportedSpeech(context: SentenceContext, sentence: number): Attribution[] {
  const all = cueUses(context);
  // A relative clause describes the speaker; it counts only where the sentence has no other cue.
  const main = all.filter((use) => use.subject === 'inherit' || use.subject === null || !use.subject.relative);
  const uses = main.some((use) => use.group.kind === 'finite' && use.subject !== null) ? main : all;
  const drafts = draftsOf(context, uses);
  const out = drafts.flatMap((draft) => finish(context, sentence, draft));
  const passive = uses.flatMap((use) => passiveSpeech(context, sentence, use));
  const source = out.length || passive.length ? [] : accordingTo(context, sentence);
  return [...out, ...passive, ...source];
}

function draftsOf(context: SentenceContext, uses: readonly CueUse[]): Draft[] {
  const drafts: Draft[] = [];
  const end = contentEnd(context, beforeMedium(context, uses));
  const parenthesis = uses.map((use) => parenthetical(context, use, end)).find((draft) => draft !== null) ?? null;
  let covered = context.first - 1;
  let current: Draft | null = null;
  if (parenthesis) {
    drafts.push(parenthesis);
    current = parenthesis;
    covered = parenthesis.more ? parenthesis.more.last : Math.max(parenthesis.to, parenthesis.use.last);
  }
  uses.forEach((use, u) => {
    if (use.first <= covered && !(current && isSibling(context, use, current, end))) return;
    if (use === parenthesis?.use || use.group.kind === 'passive') return;
    const subject = subjectFor(context, use, drafts, uses.slice(u + 1));
    if (!subject) return;
    const frame = frameAfter(context, use.senses, use.last, end);
    if (!frame) return;
    if (current && current.to >= use.first) {
      const opens = use.subject !== 'inherit' && use.subject ? use.subject.first : use.first;
      const shortened = contentEnd(context, opens - 1);
      if (shortened >= current.from) drafts[drafts.length - 1] = { ...current, to: shortened };
    }
    const draft: Draft = { use, subject, frame, from: frame.content, to: end, more: null };
    drafts.push(draft);
    current = draft;
    covered = end;
  });
  return drafts;
}

/** The speaker of a use: its own subject, the previous cue's, a following main cue's, or the sentence's. */
function subjectFor(
  context: SentenceContext,
  use: CueUse,
  drafts: readonly Draft[],
  later: readonly CueUse[],
): Subject | null {
  if (use.subject !== 'inherit') return use.subject;
  const before = drafts.at(-1);
  if (before) return before.subject;
  if (use.first <= context.first + 1) {
    const main = later.find((other) => other.subject !== 'inherit' && other.subject !== null);
    return main ? (main.subject as Subject) : null;
  }
  return mainSubject(context);
}

const SPEAKS: ReadonlySet<string> = new Set(['quote', 'that', 'wh']);

/** Does a cue inside the current content stand beside its cue rather than within it? */
function isSibling(context: SentenceContext, use: CueUse, current: Draft, end: number): boolean {
  const before = lowerAt(context, use.first - 1);
  const comma = before === ',' || before === ';' || before === '—';
  if (use.group.kind === 'participial')
    return comma || before === 'and'
      ? use.senses.some((sense) => SPEAKS.has(sense.frame))
      : before === 'while' && use.senses.some((sense) => sense.frame === 'quote');
  // "Stating that …, she stressed that …": an opening participle ends where its main clause begins.
  if (
    current.use.group.kind === 'participial' &&
    current.use.first <= context.first + 1 &&
    use.subject !== 'inherit' &&
    use.subject
  )
    return true;
  const clause =
    current.frame?.sense.frame === 'that' ||
    current.frame?.sense.frame === 'obj_that' ||
    current.frame?.sense.frame === 'wh';
  if (use.subject === 'inherit') {
    if (!coordinators.has(before)) return false;
    if (use.form !== current.use.form && !(use.form === 'past' && current.use.form === 'participle')) return false;
    return !clause || lowerAt(context, use.first - 2) === ',' || current.frame?.quotation === true;
  }
  if (!use.subject) return false;
  // "…, she replied: “…”" introduces a quotation of its own, whatever clause stands before it.
  if (/^[,:]$/.test(lowerAt(context, use.last + 1)) && frameAfter(context, use.senses, use.last, end)?.quotation)
    return true;
  const opener = lowerAt(context, use.subject.first - 1);
  const own = coordinators.has(opener) || opener === ';' || opener === 'while';
  const says = use.senses.some((sense) => sense.frame === 'quote');
  return own && says && use.form === 'past' && (!clause || lowerAt(context, use.subject.first - 2) === ',');
}

/** An attribution behind its content ("…, he said on Monday.") or inside it ("…, he said, …"). */
function parenthetical(context: SentenceContext, use: CueUse, end: number): Draft | null {
  const { subject } = use;
  if (!subject || subject === 'inherit' || use.group.kind !== 'finite') return null;
  if (!use.senses.some((sense) => sense.frame === 'quote' || sense.frame === 'that' || sense.frame === 'obj_that'))
    return null;
  const boundary = (use.inverted ? use.first : subject.first) - 1;
  if (boundary <= context.first) return null;
  // “…, she replied: “…”” introduces what follows; a preposition of the cue's own governs what follows.
  const introduces = frameAfter(context, use.senses, use.last, end);
  const quotedThere = inQuote(context, boundary);
  if (introduces && !use.inverted && ((introduces.quotation && !quotedThere) || introduces.cueLast > use.last))
    return null;
  const quotedBefore = quotedThere;
  let to = boundary;
  if (!quotedBefore) {
    if (!/^[,—–]$/.test(lowerAt(context, boundary))) return null;
    to = boundary - 1;
  }
  const rest = restAfter(context, use, end, quotedBefore || inQuote(context, to));
  if (!rest) return null;
  let from = context.first;
  if (quotedBefore || inQuote(context, to)) from = firstOfQuotation(context, to);
  else if (!isClause(context, from, to) || subordinators.has(lowerAt(context, from))) return null;
  if (isMedium(context, use, subject) && from === context.first) return null;
  const sense =
    use.senses.find((s) => s.frame === 'quote') ??
    use.senses.find((s) => s.frame === 'that' || s.frame === 'obj_that')!;
  const frame: FrameMatch = { sense, content: from, object: null, cueLast: use.last, quotation: inQuote(context, to) };
  const more =
    rest.next > 0 && rest.next <= end && continuesContent(context, rest.next, end, frame.quotation)
      ? { first: rest.next, last: end }
      : null;
  return { use, subject, frame, from, to, more };
}

/** Last token of the sentence without a closing ", the agency's correspondent reports". */
function beforeMedium(context: SentenceContext, uses: readonly CueUse[]): number {
  const use = uses.at(-1);
  if (!use || uses.length < 2 || use.subject === 'inherit' || !use.subject || !isMedium(context, use, use.subject))
    return context.last;
  const boundary = use.subject.first - 1;
  return lowerAt(context, boundary) === ',' ? boundary - 1 : context.last;
}

/** A report by the medium itself ("…, the agency's correspondent reports") is not a second speaker. */
function isMedium(context: SentenceContext, use: CueUse, subject: Subject): boolean {
  if (!use.senses.some((sense) => sense.cue === 'report')) return false;
  const { last } = subject.mentions.at(-1)!;
  return /^(?:correspondent|reporter|agency|newspaper|newswire|outlet|journalist)s?$/.test(lowerAt(context, last));
}

/** Behind a parenthetical cue only adjuncts may stand: returns where the content may go on (0 = nowhere), null otherwise. */
function restAfter(context: SentenceContext, use: CueUse, end: number, quoted: boolean): { next: number } | null {
  let i = use.last + 1;
  if (use.inverted) i = Math.max(i, (use.subject as Subject).mentions.at(-1)!.last + 1);
  const addressed = !use.inverted && use.senses.some((sense) => sense.frame === 'obj_that');
  if (addressed && i <= end) {
    const object = objectPhrase(context, i, end);
    if (object) i = object.last + 1;
    if (object && quoted) return { next: nextQuotation(context, i, end) };
  }
  if (use.inverted && lowerAt(context, i) === ',') {
    // "said Ana Roth, the minister, …": an apposition of the speaker.
    for (let k = i + 1; k <= end && k < i + 12; k++) {
      if (finiteAt(context, k) || inQuote(context, k)) break;
      if (lowerAt(context, k) === ',' || k === end) {
        i = k === end ? end + 1 : k;
        break;
      }
    }
  }
  for (let k = i; k <= end; k++) {
    const token = context.tokens[k]!;
    if (inQuote(context, k)) return k > i || /^[,:—–]$/.test(lowerAt(context, k - 1)) ? { next: k } : null;
    if (/^[,;—–:]$/.test(token.text)) return { next: k + 1 };
    if (
      k === i &&
      !prepositions.has(token.lower) &&
      !dayWords.has(token.lower) &&
      !isAdverb(token.lower) &&
      token.lower !== 'to' &&
      !subordinators.has(token.lower)
    )
      return null;
    if (finiteAt(context, k) && !quoted && !subordinators.has(lowerAt(context, i))) return null;
    if (token.lower === 'that' && k === i) return null;
  }
  return { next: 0 };
}

/** First token of the next quotation behind i, 0 when there is none: a quotation broken by its attribution. */
function nextQuotation(context: SentenceContext, i: number, end: number): number {
  for (let k = i; k <= end; k++) if (inQuote(context, k)) return k;
  return 0;
}

function continuesContent(context: SentenceContext, from: number, end: number, quotation: boolean): boolean {
  if (quotation) {
    for (let i = from; i <= end; i++) if (inQuote(context, i)) return true;
    return false;
  }
  const opener = lowerAt(context, from);
  return (
    end - from >= 2 &&
    !coordinators.has(opener) &&
    !/ing$/.test(opener) &&
    !inQuote(context, from) &&
    !/^(?:as|who|which|after|before|during|following|citing|according|in|on|at)$/.test(opener)
  );
}

function firstOfQuotation(context: SentenceContext, to: number): number {
  let i = to;
  while (i > context.first && inQuote(context, i - 1)) i--;
  return i;
}

function isClause(context: SentenceContext, from: number, to: number): boolean {
  if (to - from < 2) return false;
  for (let i = from + 1; i <= to; i++) {
    if (
      finiteAt(context, i) ||
      (lowerAt(context, i).endsWith('s') && !isCapitalised(context.tokens[i]!.text) && i > from + 1)
    )
      return true;
  }
  return false;
}

function finish(context: SentenceContext, sentence: number, draft: Draft): Attribution[] {
  const { use, subject, frame } = draft;
  const quotation = frame?.quotation ?? false;
  const stretches = [{ first: draft.from, last: draft.to }, ...(draft.more ? [draft.more] : [])];
  const parts = segmentsOf(context, stretches, { quotation });
  if (!parts.segments.length || !frame) return [];
  const cue = { first: use.first, last: frame.cueLast };
  return [
    {
      ...plainAttribution,
      sentence,
      quote_type: parts.quote_type,
      segments: parts.segments,
      content: parts.content,
      cue,
      sense: frame.sense,
      speakers: subject.mentions,
      apposition: subject.apposition,
      object: frame.object,
      negated: use.group.negated,
      modal: use.group.modal,
    },
  ];
}

/** "The plan was rejected by the ministry": the agent speaks, the grammatical subject is the content. */
function passiveSpeech(context: SentenceContext, sentence: number, use: CueUse): Attribution[] {
  if (use.group.kind !== 'passive') return [];
  const sense = use.senses.find((s) => s.frame === 'np' && !s.preposition && s.polarity !== 'none');
  let by = use.last + 1;
  while (by <= use.last + 3 && isAdverb(lowerAt(context, by))) by++;
  if (!sense || lowerAt(context, by) !== 'by') return [];
  const agent = objectPhrase(context, by + 1, contentEnd(context, context.last));
  if (!agent || !isAgentPhrase(context, agent)) return [];
  let first = use.first - 1;
  while (
    first > context.first &&
    !/^[,;:—]$/.test(lowerAt(context, first - 1)) &&
    !subordinators.has(lowerAt(context, first - 1)) &&
    !inQuote(context, first - 1)
  )
    first--;
  if (first > use.first - 1 || use.first - 1 < context.first) return [];
  const content = { first, last: use.first - 1 };
  const parts = segmentsOf(context, [content], { quotation: false });
  if (!parts.segments.length) return [];
  const cue = { first: use.first, last: by };
  return [
    {
      ...plainAttribution,
      sentence,
      quote_type: parts.quote_type,
      segments: parts.segments,
      content: parts.content,
      cue,
      sense,
      speakers: [agent],
      object: content,
      negated: use.group.negated,
      modal: use.group.modal,
    },
  ];
}

/** "According to the ministry, …" and "…, according to the ministry". */
function accordingTo(context: SentenceContext, sentence: number): Attribution[] {
  for (let i = context.first; i <= context.last; i++) {
    if (inQuote(context, i)) continue;
    const match = context.grammar.cues.at(context.tokens, i, context.last).find((m) => m.part === 'preposition');
    if (!match) continue;
    const end = contentEnd(context, context.last);
    let speaker: Mention | null = null;
    for (let k = match.last + 1; k <= end; k++) {
      if (/^[,;—–]$/.test(lowerAt(context, k)) || inQuote(context, k)) break;
      if (finiteAt(context, k)) break;
      speaker = { first: match.last + 1, last: k };
    }
    if (!speaker || !isAgentPhrase(context, speaker)) return [];
    const behind = speaker.last + 2;
    const opens = i === context.first || (i === context.first + 1 && coordinators.has(lowerAt(context, context.first)));
    const content = opens ? { first: behind, last: end } : { first: context.first, last: contentEnd(context, i - 1) };
    if (content.last - content.first < 2) return [];
    const parts = segmentsOf(context, [content], { quotation: false });
    if (!parts.segments.length) return [];
    const cue = { first: i, last: match.last };
    return [
      {
        ...plainAttribution,
        sentence,
        quote_type: parts.quote_type,
        segments: parts.segments,
        content: parts.content,
        cue,
        sense: match.senses[0]!,
        speakers: [trimmed(context, speaker)],
      },
    ];
  }
  return [];
}

function trimmed(context: SentenceContext, mention: Mention): Mention {
  for (let i = mention.first + 1; i <= mention.last; i++) {
    const lower = lowerAt(context, i);
    if (prepositions.has(lower) && !/^(?:of|for|to|at)$/.test(lower)) return { first: mention.first, last: i - 1 };
  }
  return mention;
}
