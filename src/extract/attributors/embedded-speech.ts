import { sentencesOf, type SentenceRules } from '../../text/sentences.js';
import type { TextStructure } from '../document/structure.js';
import { plainContext, type Grammar } from '../parse/context.js';
import type { Attribution } from './attribution.js';
import { reportedSpeech } from './reported-speech.js';

/**
 * Speech that a speaker reports inside a quotation or turn: "Secretary Roth has said this repeatedly". Only speakers
 * named by name count; "we" and one's own government are no embedding. `parent` is the index of the reporting attribution.
 */
export function embeddedSpeech(
  structure: TextStructure,
  parent: Attribution,
  index: number,
  grammar: Grammar,
  rules: SentenceRules,
): Attribution[] {
  const { tokens } = structure;
  const { first } = parent.content;
  let { last } = parent.content;
  // The outer quotation's closing mark belongs to nobody inside.
  while (last > first && tokens[last]!.kind === 'quote') last--;
  if (
    last - first < 4 ||
    (parent.quote_type !== 'direct' && parent.quote_type !== 'turn' && parent.quote_type !== 'document')
  )
    return [];
  if (!mayHoldName(structure, first, last, grammar)) return [];
  const { paragraph } = structure.sentences[parent.sentence]!;
  return sentencesOf(tokens, first, last, [], rules).flatMap((range) => {
    const context = plainContext(structure, range, paragraph, grammar);
    return reportedSpeech(context, parent.sentence)
      .filter(
        (found) =>
          found.speakers.length > 0 &&
          // “…,” she said on Monday. “…”: the outer attribution stands between the pieces and is not said there.
          found.cue?.first !== parent.cue?.first &&
          found.speakers.every((mention) => namesPerson(structure, mention.first, mention.last, grammar)),
      )
      .map((found) => ({ ...found, parent: index }));
  });
}

/** Cheap: whether any word may be of a name, before the stretch is read at all. */
function mayHoldName(structure: TextStructure, first: number, last: number, grammar: Grammar): boolean {
  for (let i = first; i <= last; i++) {
    const { text, key } = structure.tokens[i]!;
    if (text.charCodeAt(0) >= 65 && grammar.names.knows(key)) return true;
  }
  return false;
}

function namesPerson(structure: TextStructure, first: number, last: number, grammar: Grammar): boolean {
  for (let i = first; i <= last; i++) {
    const { text, key } = structure.tokens[i]!;
    if (/^\p{Lu}/u.test(text) && grammar.names.surnames.has(key)) return true;
    const hit = grammar.names.at(structure.tokens, i, last);
    if (hit?.entries.some((entry) => entry.kind === 'person')) return true;
  }
  return false;
}
