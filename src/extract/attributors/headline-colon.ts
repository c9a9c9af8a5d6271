import { isCapitalised } from '../../text/letters.js';
import type { TextStructure } from '../document/structure.js';
import { contextOf, type Grammar, type Mention } from '../parse/context.js';
import { knownName } from '../parse/noun-kind.js';
import { isAgentPhrase } from '../parse/subject.js';
import { plainAttribution, type Attribution } from './attribution.js';
import { segmentsOf } from './content.js';

/**
 * Attribution by a mark alone: "Ministry: no plan to close the strait" at the beginning of a line, and "… — State
 * Department" at the end of one. Only short name-like speakers count.
 */
export function markAttribution(structure: TextStructure, sentence: number, grammar: Grammar): Attribution[] {
  const range = structure.sentences[sentence]!;
  const context = contextOf(structure, range, grammar);
  const { tokens } = context;
  const colon = indexOf(context.first, Math.min(range.last, context.first + 7), (text) => text === ':');
  const dash = lastIndexOf(Math.max(context.first, range.last - 7), range.last, (text) => /^[—–―]$/.test(text));
  function indexOf(from: number, to: number, test: (text: string) => boolean): number {
    for (let i = from; i <= to; i++) if (test(tokens[i]!.text)) return i;
    return -1;
  }
  function lastIndexOf(from: number, to: number, test: (text: string) => boolean): number {
    for (let i = to; i >= from; i--) if (test(tokens[i]!.text)) return i;
    return -1;
  }
  const headline =
    structure.paragraphs[range.paragraph]!.mark === 'headline' ||
    structure.paragraphs[range.paragraph]!.mark === 'related';
  const make = (speaker: Mention, content: Mention, cue: Mention): Attribution[] => {
    if (content.last - content.first < 3 || !nameLike(speaker) || !isAgentPhrase(context, speaker)) return [];
    // Labels of lines ("Also Read:") look like names; a known name, a role or a quotation tells them apart.
    if (!context.quoted[content.first] && !isKnown(speaker)) return [];
    const parts = segmentsOf(context, [content], {
      quotation: context.quoted[content.first] === 1 && context.sentence.quotes.length > 0,
    });
    if (!parts.segments.length) return [];
    return [
      {
        ...plainAttribution,
        sentence,
        quote_type: parts.quote_type,
        segments: parts.segments,
        content: parts.content,
        cue,
        speakers: [speaker],
      },
    ];
  };
  const isKnown = (mention: Mention): boolean => {
    for (let i = mention.first; i <= mention.last; i++)
      if (knownName(context, i) || grammar.nouns.has(tokens[i]!.lower)) return true;
    return false;
  };
  const nameLike = (mention: Mention): boolean => {
    for (let i = mention.first; i <= mention.last; i++) {
      if (context.quoted[i]) return false;
      if (!isCapitalised(tokens[i]!.text) && !/^(?:of|for|the|'s|’s|and|de|[.-])$/i.test(tokens[i]!.text)) return false;
    }
    return true;
  };
  const quoteFollows = colon > 0 && colon < range.last && context.quoted[colon + 1] === 1;
  if (colon > context.first && colon < range.last && (headline || quoteFollows)) {
    const found = make(
      { first: context.first, last: colon - 1 },
      { first: colon + 1, last: lastWord(range.last) },
      { first: colon, last: colon },
    );
    if (found.length) return found;
  }
  const quoteBefore = dash > 0 && context.quoted[dash - 1] === 1;
  if (dash > context.first && dash < range.last && (headline || quoteBefore)) {
    return make(
      { first: dash + 1, last: lastWord(range.last) },
      { first: context.first, last: dash - 1 },
      { first: dash, last: dash },
    );
  }
  return [];
  function lastWord(last: number): number {
    let i = last;
    while (i > context.first && tokens[i]!.kind === 'mark') i--;
    return i;
  }
}
