import type { Quote } from '../../text/quotes.js';
import type { Sentence, TextStructure } from '../document/structure.js';
import { plainAttribution, type Attribution } from './attribution.js';

/** Fewest words that make a quotation without a cue a statement; fewer are scare quotes, titles, mottos. */
const MIN_WORDS = 5;

/**
 * Quotations whose sentence has no cue: they go on with the attribution before them, in the same paragraph or across
 * paragraphs where the mark was opened again. Right behind a direct quotation they are more of its content; otherwise
 * they are an attribution of their own that takes its speaker over.
 */
export function floatingQuotes(structure: TextStructure, found: readonly Attribution[]): Attribution[] {
  const bySentence = new Map<number, Attribution[]>();
  for (const attribution of found) {
    const list = bySentence.get(attribution.sentence);
    if (list) list.push(attribution);
    else bySentence.set(attribution.sentence, [attribution]);
  }
  const out: Attribution[] = [];
  let current = -1;
  let currentSentence = -10;
  structure.sentences.forEach((sentence, s) => {
    const own = bySentence.get(s);
    if (own) {
      for (const attribution of own) out.push(attribution);
      current = lastDirect(out, own.length);
      currentSentence = s;
      return;
    }
    const quotes = wholeQuotes(structure, sentence);
    if (!quotes.length) return;
    const segments = quotes.map((quote) => ({ start: quote.start, end: quote.end }));
    const before = current >= 0 ? out[current]! : null;
    const near = before !== null && s - currentSentence <= 2;
    const same = near && structure.sentences[currentSentence]!.paragraph === sentence.paragraph;
    const reopened = near && quotes[0]!.continues;
    if (before && (same || reopened) && currentSentence === s - 1) {
      out[current] = {
        ...before,
        quote_type: before.quote_type === 'indirect' ? 'mixed' : before.quote_type,
        segments: [...before.segments, ...segments],
        content: { first: before.content.first, last: sentence.last },
      };
      currentSentence = s;
      return;
    }
    if (!before || s - currentSentence > 3 || words(structure, sentence) < MIN_WORDS) return;
    const content = { first: sentence.first, last: sentence.last };
    out.push({
      ...plainAttribution,
      sentence: s,
      quote_type: 'direct',
      segments,
      content,
      continues: current,
      flags: ['floating-quote'],
    });
    currentSentence = s;
  });
  return out;
}

/** Index in `out` of the direct quotation among its last `n` attributions; -1 when there is none. */
function lastDirect(out: readonly Attribution[], n: number): number {
  let introduced = -1;
  for (let i = out.length - 1; i >= out.length - n; i--) {
    if (out[i]!.quote_type === 'direct') return i;
    if (introduced < 0 && (out[i]!.quote_type === 'mixed' || says(out[i]!))) introduced = i;
  }
  return introduced;
}

/** A cue that can introduce what is quoted behind it, whatever it reports itself. */
const says = (attribution: Attribution): boolean =>
  attribution.sense?.frame === 'that' ||
  attribution.sense?.frame === 'quote' ||
  attribution.sense?.frame === 'obj_that';

function words(structure: TextStructure, { first, last }: Sentence): number {
  let n = 0;
  for (let i = first; i <= last; i++) if (structure.tokens[i]!.kind === 'word') n++;
  return n;
}

/** The double quotations of a sentence when they are (nearly) all of it. */
function wholeQuotes(structure: TextStructure, sentence: Sentence): Quote[] {
  let inside = 0;
  let outside = 0;
  for (let i = sentence.first; i <= sentence.last; i++) {
    if (structure.tokens[i]!.kind !== 'word') continue;
    if (structure.quoted[i] === 1) inside++;
    else outside++;
  }
  return inside >= 2 && outside <= 1 ? sentence.quotes.filter((quote) => quote.mark === 'double') : [];
}
