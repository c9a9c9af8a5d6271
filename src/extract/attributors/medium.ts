import { lowerAt, type SentenceContext } from '../parse/context.js';
import type { CueUse } from '../parse/cue-uses.js';
import type { Subject } from '../parse/subject.js';

/** Last token of the sentence without a closing ", the agency's correspondent reports". */
export function beforeMedium(context: SentenceContext, uses: readonly CueUse[]): number {
  const use = uses.at(-1);
  if (!use || uses.length < 2 || use.subject === 'inherit' || !use.subject || !isMedium(context, use, use.subject))
    return context.last;
  const boundary = use.subject.first - 1;
  return lowerAt(context, boundary) === ',' ? boundary - 1 : context.last;
}

/** A report by the medium itself ("…, the agency's correspondent reports") is not a second speaker. */
export function isMedium(context: SentenceContext, use: CueUse, subject: Subject): boolean {
  if (!use.senses.some((sense) => sense.cue === 'report')) return false;
  const { last } = subject.mentions.at(-1)!;
  return /^(?:correspondent|reporter|agency|newspaper|newswire|outlet|journalist)s?$/.test(lowerAt(context, last));
}
