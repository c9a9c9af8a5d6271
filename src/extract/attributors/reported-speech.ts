import { coordinators } from '../../text/function-words.js';
import { classAt, finiteAt, inQuote, lowerAt, type SentenceContext } from '../parse/context.js';
import { cueUses, type CueUse } from '../parse/cue-uses.js';
import { contentLimit } from '../parse/content-limit.js';
import { frameAfter, type FrameMatch } from '../parse/frames.js';
import { mainSubject } from '../parse/main-subject.js';
import { subjectBefore, type Subject } from '../parse/subject.js';
import { WORD } from '../parse/word-class.js';
import { accordingTo } from './according-to.js';
import type { Attribution } from './attribution.js';
import { colonQuote } from './colon-quote.js';
import { apartFrom, contentEnd, segmentsOf } from './content.js';
import { beforeMedium } from './medium.js';
import { parenthetical } from './parenthetical.js';
import { passiveSpeech } from './passive.js';
import { possessedCues } from './possessed-cue.js';
import type { ReportedDraft } from './reported-draft.js';

/**
 * Finds reported speech in one sentence: direct, mixed and indirect, attributed before, inside or after its content, with
 * coordinated and participial cues that share a subject. Cues inside another's content are left to it.
 */
export function reportedSpeech(context: SentenceContext, sentence: number): Attribution[] {
  const all = cueUses(context);
  // A relative clause describes the speaker; it counts only where the sentence has no other cue.
  const main = all.filter((use) => use.subject === 'inherit' || use.subject === null || !use.subject.relative);
  const uses = main.some((use) => use.group.kind === 'finite' && use.subject !== null) ? main : all;
  const source = accordingTo(context, sentence);
  // "…, according to the ministry" ends whatever else is reported in the sentence.
  const tail = source.find((found) => found.cue !== null && found.cue.first > context.first + 1);
  const drafts = draftsOf(context, uses, tail ? tail.cue!.first - 1 : context.last);
  const out = drafts.flatMap((draft) => finish(context, sentence, draft));
  const passive = uses.flatMap((use) => passiveSpeech(context, sentence, use));
  const own = [...out, ...passive, ...source];
  const colon = colonQuote(context, sentence, own);
  if (colon) own.push(colon);
  return [...own, ...possessedCues(context, sentence, own)];
}

function draftsOf(context: SentenceContext, uses: readonly CueUse[], last: number): ReportedDraft[] {
  const drafts: ReportedDraft[] = [];
  const end = contentEnd(context, Math.min(last, beforeMedium(context, uses)));
  const parenthesis = uses.map((use) => parenthetical(context, use, end)).find((draft) => draft !== null) ?? null;
  let covered = context.first - 1;
  let current: ReportedDraft | null = null;
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
    const limit = clauseEnd(context, use, end);
    const frame = asMixed(context, frameAfter(context, use.senses, use.last, limit), limit);
    // Behind an inverted cue stands its speaker; only "that" can open a content there.
    if (use.inverted && frame && lowerAt(context, frame.content - 1) !== 'that') return;
    if (frame && !subject.agent && !CLAUSES.has(frame.sense.frame)) return;
    if (!frame || (parenthesis && parenthesis.from <= frame.content && frame.content <= parenthesis.to)) return;
    if (current?.more && current.more.first <= use.first && use.first <= current.more.last) {
      // “…,” he said, adding: “…”: what follows the second cue is its own.
      const last = contentEnd(context, use.first - 1);
      drafts[drafts.length - 1] = {
        ...current,
        more: last > current.more.first ? { first: current.more.first, last } : null,
      };
    }
    if (current && current.to >= use.first) {
      const opens = use.subject !== 'inherit' && use.subject ? use.subject.first : use.first;
      const shortened = contentEnd(context, opens - 1);
      if (shortened >= current.from) drafts[drafts.length - 1] = { ...current, to: shortened };
    }
    const to = contentEnd(context, contentLimit(context, use, subject, frame, limit));
    const draft: ReportedDraft = { use, subject, frame, from: frame.content, to, more: null };
    drafts.push(draft);
    current = draft;
    covered = to;
  });
  return drafts;
}

/** “is confident” in the contrast: a quotation that ends inside its sentence is a piece of a content that goes on. */
function asMixed(context: SentenceContext, frame: FrameMatch | null, limit: number): FrameMatch | null {
  if (!frame?.quotation) return frame;
  const quote = context.sentence.quotes.find((q) => q.open === frame.content && q.mark === 'double');
  if (!quote || quote.close < 0 || quote.close >= limit) return frame;
  if (/^[.,;:!?…—–-]+$/.test(lowerAt(context, quote.close - 1))) return frame;
  const next = classAt(context, quote.close + 1);
  return next & (WORD.mark | WORD.conjunction) || finiteAt(context, quote.close + 1)
    ? frame
    : { ...frame, quotation: false };
}

/** Last token that a cue's content may reach: a relative clause between commas ends at its second comma. */
function clauseEnd(context: SentenceContext, use: CueUse, end: number): number {
  if (use.subject === 'inherit' || use.subject === null || use.inverted) return end;
  let opener = use.subject.relative ? use.group.first : use.subject.first;
  const pronoun = /^(?:who|which|whom|whose)$/;
  while (opener > use.subject.first && !pronoun.test(lowerAt(context, opener))) opener--;
  if (!use.subject.relative) opener = use.subject.first - 1;
  if (!pronoun.test(lowerAt(context, opener)) || lowerAt(context, opener - 1) !== ',') return end;
  for (let i = use.last + 1; i <= end; i++) if (lowerAt(context, i) === ',' && !inQuote(context, i)) return i - 1;
  return end;
}

/** The speaker of a use: its own subject, the previous cue's, a following main cue's, or the sentence's. */
function subjectFor(
  context: SentenceContext,
  use: CueUse,
  drafts: readonly ReportedDraft[],
  later: readonly CueUse[],
): Subject | null {
  if (use.subject !== 'inherit') return use.subject;
  const before = drafts.at(-1);
  if (before) return before.subject;
  if (use.first <= context.first + 1) {
    const main = later.find((other) => other.subject !== 'inherit' && other.subject !== null);
    return main ? (main.subject as Subject) : null;
  }
  // "after X hosted the leaders but announced nothing": a joined verb has the subject of the verb it is joined to.
  return joinedSubject(context, use) ?? mainSubject(context);
}

/** The subject of the nearest finite verb before a cue behind "and" or "but"; null where there is none. */
function joinedSubject(context: SentenceContext, use: CueUse): Subject | null {
  if (!coordinators.has(lowerAt(context, use.first - 1))) return null;
  for (let i = use.first - 2; i > context.first && !inQuote(context, i); i--) {
    if (!finiteAt(context, i)) continue;
    const subject = subjectBefore(context, i);
    return subject === 'inherit' || !subject?.agent ? null : subject;
  }
  return null;
}

/** Frames in which a clause is the content: whatever stands as its subject says or shows it. */
const CLAUSES: ReadonlySet<string> = new Set(['quote', 'that', 'wh', 'clause', 'obj_that']);

const SPEAKS: ReadonlySet<string> = new Set(['quote', 'that', 'wh']);

/** The word or mark before a cue; behind a closed quotation the mark that ends its words (“… ready,” adding). */
function beforeCue(context: SentenceContext, first: number): string {
  const closed = context.tokens[first - 1]?.kind === 'quote' && inQuote(context, first - 1);
  return lowerAt(context, closed ? first - 2 : first - 1);
}

/** Does a cue inside the current content stand beside its cue rather than within it? */
function isSibling(context: SentenceContext, use: CueUse, current: ReportedDraft, end: number): boolean {
  const before = beforeCue(context, use.first);
  const comma = before === ',' || before === ';' || before === '—';
  if (use.group.kind === 'participial')
    return comma || before === 'and'
      ? // "…, emphasizing its dedication to …": a verb with a nominal cue says as much as one with a clause.
        use.last > use.group.last || use.senses.some((sense) => SPEAKS.has(sense.frame))
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
    current.frame.sense.frame === 'that' ||
    current.frame.sense.frame === 'obj_that' ||
    current.frame.sense.frame === 'wh';
  if (use.subject === 'inherit') {
    if (!coordinators.has(before)) return false;
    if (use.form !== current.use.form && !(use.form === 'past' && current.use.form === 'participle')) return false;
    if (!clause || lowerAt(context, use.first - 2) === ',' || current.frame.quotation) return true;
    // "… but argues that …": saying again is what the same speaker does.
    const reports = use.senses.some((sense) => sense.frame === 'quote') && opensReport(context, use.last + 1);
    return before === 'but' || reports || !matchesTense(context, use, current.from);
  }
  if (!use.subject) return false;
  // "…, she replied: “…”" introduces a quotation of its own, whatever clause stands before it.
  if (/^[,:]$/.test(lowerAt(context, use.last + 1)) && frameAfter(context, use.senses, use.last, end)?.quotation)
    return true;
  const opener = lowerAt(context, use.subject.first - 1);
  const own = coordinators.has(opener) || opener === ';' || opener === 'while';
  const says = use.senses.some((sense) => sense.frame === 'quote');
  const apart = lowerAt(context, use.subject.first - 2) === ',';
  return own && use.form === 'past' && (clause ? says && apart : says || apart);
}

const opensReport = (context: SentenceContext, i: number): boolean =>
  lowerAt(context, i) === 'that' ||
  inQuote(context, i) ||
  (/^[,:]$/.test(lowerAt(context, i)) && inQuote(context, i + 1));

/** Could the cue go on with the clause that is reported ("said he had met him and told him …")? Only in that clause's tense. */
function matchesTense(context: SentenceContext, use: CueUse, from: number): boolean {
  for (let i = use.first - 1; i >= from; i--) {
    const word = classAt(context, i);
    if (word & WORD.modal) return false;
    if (word & WORD.past) return use.form === 'past' || use.form === 'participle';
    if (word & WORD.present) return use.form === 'third' || use.form === 'base';
    if (word & WORD.auxiliary) {
      const past = /^(?:was|were|had|did|wasn't|weren't|hadn't|didn't|'d)$/.test(lowerAt(context, i));
      return past === (use.form === 'past' || use.form === 'participle');
    }
  }
  return true;
}

function finish(context: SentenceContext, sentence: number, draft: ReportedDraft): Attribution[] {
  const { use, subject, frame } = draft;
  const { quotation } = frame;
  const cue = { first: use.first, last: frame.cueLast };
  const stretches = [{ first: draft.from, last: draft.to }, ...(draft.more ? [draft.more] : [])];
  const parts = segmentsOf(context, apartFrom(stretches, [cue, ...subject.mentions]), { quotation });
  if (!parts.segments.length) return [];
  return [
    // Written out field by field: most attributions are made here, and copying the plain ones took twentieths of the time.
    {
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
      continues: null,
      parent: null,
      flags: [],
    },
  ];
}
