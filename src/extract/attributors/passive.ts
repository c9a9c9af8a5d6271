import { isAdverb, subordinators } from '../../text/function-words.js';
import { inQuote, lowerAt, type SentenceContext } from '../parse/context.js';
import type { CueUse } from '../parse/cue-uses.js';
import { objectPhrase } from '../parse/object-phrase.js';
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
  // "accused by the regulator of fraud": the cue's own preposition ends its agent.
  const of = !use.senses.some((s) => s.frame === 'obj_prep' && s.preposition === 'of');
  const agent = objectPhrase(context, by + 1, contentEnd(context, context.last), { of });
  if (!agent || !isAgentPhrase(context, agent)) return [];
  // "by the League and by the Office"
  const other = lowerAt(context, agent.last + 1) === 'and' && lowerAt(context, agent.last + 2) === 'by';
  const second = other ? objectPhrase(context, agent.last + 3, contentEnd(context, context.last)) : null;
  const last = beforeParenthesis(context, use.first - 1);
  let first = last;
  while (
    first > context.first &&
    !/^[,;:—]$/.test(lowerAt(context, first - 1)) &&
    !subordinators.has(lowerAt(context, first - 1)) &&
    !inQuote(context, first - 1)
  )
    first--;
  if (last < context.first) return [];
  const content = { first, last };
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
      speakers: second ? [agent, second] : [agent],
      object: content,
      negated: use.group.negated,
      modal: use.group.modal,
    },
  ];
}

/** "The law, under which she is held, was condemned": the last token of what stands before a parenthesis that ends at `end`. */
function beforeParenthesis(context: SentenceContext, end: number): number {
  if (lowerAt(context, end) !== ',') return end;
  for (let i = end - 1; i > context.first; i--) if (lowerAt(context, i) === ',') return i - 1;
  return end - 1;
}
