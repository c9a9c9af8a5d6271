import type { Span } from '../model/spans.js';
import type { Attribution } from './attributors/attribution.js';
import { embeddedSpeech } from './attributors/embedded-speech.js';
import { introducedQuote, introducerOf, type Introducer } from './attributors/introduced-quote.js';
import { floatingQuotes } from './attributors/floating-quotes.js';
import { markAttribution } from './attributors/headline-colon.js';
import { reportedSpeech } from './attributors/reported-speech.js';
import { spokenSentences } from './attributors/spoken.js';
import type { TurnSpan } from './attributors/turns.js';
import type { TextStructure } from './document/structure.js';
import type { Extractor } from './extractor.js';
import { contextOf } from './parse/context.js';

/** An attribution, and the turn (index) in which it was spoken. */
export interface PlacedAttribution extends Attribution {
  readonly turn: number | null;
}

/**
 * Finds every attribution of a document: the sentences of its turns or of the one speech it is, reported speech
 * elsewhere, quotations without a cue, and what is reported inside them. In reading order.
 */
export function attribute(
  structure: TextStructure,
  turns: readonly TurnSpan[],
  extractor: Extractor,
  { speech, questions }: { readonly speech: boolean; readonly questions: boolean },
): PlacedAttribution[] {
  const spoken = turns.flatMap((turn, t) => {
    if (turn.kind === 'question' && !questions) return [];
    if (turn.kind === 'moderator' || turn.kind === 'other') return [];
    const flags = turn.interpreted || turn.kind === 'interpreter' ? ['interpreter'] : [];
    return spokenSentences(structure, turn, 'turn', flags).map((found) => ({ ...found, turn: t }));
  });
  const whole: Span = { start: 0, end: structure.text.length };
  const speeches = speech ? spokenSentences(structure, whole, 'document') : [];
  const found: PlacedAttribution[] = [...spoken, ...speeches.map((a) => ({ ...a, turn: null }))];
  if (!speech) for (const a of reported(structure, turns, extractor)) found.push({ ...a, turn: null });
  found.sort((a, b) => a.sentence - b.sentence || a.content.first - b.content.first);
  return withEmbedded(structure, found, extractor);
}

/** Reported speech in the sentences outside turns. */
function reported(structure: TextStructure, turns: readonly TurnSpan[], extractor: Extractor): Attribution[] {
  const { grammar } = extractor;
  const plain: Attribution[] = [];
  let t = 0;
  let introducer: Introducer | null = null;
  structure.sentences.forEach((sentence, s) => {
    const { start } = structure.tokens[sentence.first]!;
    while (t < turns.length && turns[t]!.end <= start) t++;
    // A heading belongs to its turn.
    if (t < turns.length && turns[t]!.speaker.start <= start) return;
    const context = contextOf(structure, sentence, grammar);
    const introduced = introducedQuote(context, s, introducer);
    introducer = introducerOf(context);
    const own = introduced ? [introduced] : reportedSpeech(context, s);
    for (const attribution of own.length ? own : markAttribution(structure, s, grammar)) plain.push(attribution);
  });
  return floatingQuotes(structure, plain);
}

function withEmbedded(
  structure: TextStructure,
  found: readonly PlacedAttribution[],
  extractor: Extractor,
): PlacedAttribution[] {
  const out: PlacedAttribution[] = [...found];
  found.forEach((attribution, i) => {
    for (const inner of embeddedSpeech(structure, attribution, i, extractor.grammar, extractor.sentenceRules))
      out.push({ ...inner, turn: attribution.turn });
  });
  return out;
}
