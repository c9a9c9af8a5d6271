import { isAdverb, subordinators } from '../../text/function-words.js';
import { inQuote, lowerAt, type SentenceContext } from '../parse/context.js';
import type { CueUse } from '../parse/cue-uses.js';
import { objectPhrase } from '../parse/frames.js';
import { isAgentPhrase } from '../parse/subject.js';
import { plainAttribution, type Attribution } from './attribution.js';
import { contentEnd, segmentsOf } from './content.js';

/** "The plan was rejected by the ministry": the agent speaks, the grammatical subject is the content. */
export function passiveSpeech(context: SentenceContext, sentence: number, use: CueUse): Attribution[] {
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
