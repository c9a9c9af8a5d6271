import type { Span } from '../../model/spans.js';
import type { TextStructure } from '../document/structure.js';
import { plainAttribution, type Attribution } from './attribution.js';

const SMALL_TALK = new Set(
  'thank you thanks all very much good afternoon morning evening day night everyone everybody hello hi welcome please sir madam ok okay yes no well great right next question questions sure again so and today go ahead one more last first the a to here back over with it is be my your yeah oh ah um uh let me start see that there we i now for'.split(
    ' ',
  ),
);

/** Words of stage directions that transcripts put into brackets. */
const ASIDE =
  /^(?:laughter|laughs|applause|inaudible|crosstalk|cross-talk|off-mike|off mic|off-mic|pause|in [a-z]+|via [a-z]+|through [a-z]+|interruption|no response|sic|break|music|ph|phonetic)/i;

/**
 * The sentences that a stretch of text holds, as attributions without a cue: what is said in a turn ('turn') or in a
 * speech ('document'). Small talk and stage directions give none; asides inside a sentence are cut out of its content.
 */
export function spokenSentences(
  structure: TextStructure,
  stretch: Span,
  quote_type: 'turn' | 'document',
  flags: readonly string[] = [],
): Attribution[] {
  const { sentences, tokens, paragraphs } = structure;
  const found: Attribution[] = [];
  for (let s = firstSentence(structure, stretch.start); s < sentences.length; s++) {
    const sentence = sentences[s]!;
    if (tokens[sentence.first]!.start >= stretch.end) break;
    if (paragraphs[sentence.paragraph]!.mark !== 'body') continue;
    let first = sentence.first;
    while (first <= sentence.last && tokens[first]!.start < stretch.start) first++;
    let last = sentence.last;
    while (last > first && tokens[last]!.kind === 'mark' && /^[.!?…]+$/.test(tokens[last]!.text)) last--;
    if (first > last || isSmallTalk(structure, first, last)) continue;
    const segments = withoutAsides(structure, first, last);
    if (!segments.length) continue;
    found.push({ ...plainAttribution, sentence: s, quote_type, segments, content: { first, last }, flags });
  }
  return found;
}

/** Index of the first sentence that reaches beyond a position; sentences are in order, so halving finds it. */
function firstSentence(structure: TextStructure, start: number): number {
  let low = 0;
  let high = structure.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (structure.tokens[structure.sentences[middle]!.last]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSmallTalk(structure: TextStructure, first: number, last: number): boolean {
  let words = 0;
  let other = 0;
  for (let i = first; i <= last; i++) {
    const { kind, lower } = structure.tokens[i]!;
    if (kind !== 'word') continue;
    words++;
    if (!SMALL_TALK.has(lower)) other++;
  }
  return words < 4 || other === 0 || (other === 1 && words <= 6);
}

function withoutAsides(structure: TextStructure, first: number, last: number): Span[] {
  const { text, tokens } = structure;
  const segments: Span[] = [];
  let start = tokens[first]!.start;
  for (let i = first; i <= last; i++) {
    if (!/^[([]$/.test(tokens[i]!.text)) continue;
    let close = i + 1;
    while (close <= last && !/^[)\]]$/.test(tokens[close]!.text)) close++;
    const inside = text.slice(tokens[i]!.end, tokens[Math.min(close, last)]!.start).trim();
    if (!ASIDE.test(inside)) continue;
    if (i > first && tokens[i - 1]!.end > start) segments.push({ start, end: tokens[i - 1]!.end });
    i = close;
    start = tokens[close + 1]?.start ?? tokens[last]!.end;
  }
  if (start < tokens[last]!.end) segments.push({ start, end: tokens[last]!.end });
  return segments.filter((segment) => /[\p{L}\p{N}]/u.test(text.slice(segment.start, segment.end)));
}
