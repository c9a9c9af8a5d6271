import { coordinators, prepositions } from '../../text/function-words.js';
import { finiteAt, inQuote, lowerAt, partAt, type Mention, type SentenceContext } from '../parse/context.js';
import { isAgentPhrase } from '../parse/subject.js';
import { plainAttribution, type Attribution } from './attribution.js';
import { contentEnd, segmentsOf } from './content.js';

/** "According to the ministry, …" and "…, according to the ministry". */
export function accordingTo(context: SentenceContext, sentence: number): Attribution[] {
  for (let i = context.first; i <= context.last; i++) {
    if (inQuote(context, i)) continue;
    const match = partAt(context, i, 'preposition');
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
