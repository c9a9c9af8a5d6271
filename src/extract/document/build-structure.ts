import { linesOf } from '../../text/lines.js';
import { paragraphQuotes, type Quote } from '../../text/quotes.js';
import { sentencesOf, type SentenceRules } from '../../text/sentences.js';
import { tokenize, type Token } from '../../text/tokens.js';
import type { VerbIndex } from '../parse/verb-index.js';
import { classifyWords } from '../parse/word-classes.js';
import { markLines, type KnownMark, type LineRules } from './mark-lines.js';
import type { MarkedLine, Paragraph, Sentence, TextStructure } from './structure.js';

/** Rules and knowledge that cutting a document needs. */
export interface StructureOptions {
  readonly lineRules: LineRules;
  readonly sentenceRules: SentenceRules;
  readonly known?: readonly KnownMark[];
  readonly title?: string | null;
  /** Words that may be verbs, to class the words of each sentence. */
  readonly verbs: VerbIndex;
}

/**
 * Cuts a normalised text into marked lines, paragraphs, tokens, quotations and sentences. Every token stands in exactly
 * one sentence; set-aside lines (boilerplate, bylines) have no sentences.
 */
export function buildStructure(text: string, options: StructureOptions): TextStructure {
  const { lineRules, sentenceRules, known = [], title = null, verbs } = options;
  const lines = markLines(linesOf(text), lineRules, { known, title });
  const paragraphs = paragraphsOf(text, lines);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const quoteLists: { last: number; quotes: readonly Quote[] }[] = [];
  const strayMarks: number[] = [];
  /** Position of the mark that the paragraph before left open; -1 when it left none. */
  let open = -1;
  const read = paragraphs.flatMap((paragraph, p) =>
    paragraph.mark === 'boilerplate' || paragraph.mark === 'byline' ? [] : [p],
  );
  read.forEach((p, n) => {
    const paragraph = paragraphs[p]!;
    const following = read[n + 1];
    const first = tokens.length;
    for (const token of tokenize(text, paragraph.start + datelineLength(text, paragraph), paragraph.end))
      tokens.push(token);
    const last = tokens.length - 1;
    if (last < first) return;
    const continues = open >= 0 && tokens[first]!.kind === 'quote';
    const reopens = following !== undefined && '“"„«'.includes(text[paragraphs[following]!.start]!);
    const found = paragraphQuotes(text, tokens, first, last, { continues, reopens });
    // An open quotation that the next paragraph does not take up again has lost its closing mark.
    if (open >= 0 && !continues) strayMarks.push(open);
    open = found.open < 0 ? -1 : tokens[found.open]!.start;
    for (const i of found.stray) strayMarks.push(tokens[i]!.start);
    quoteLists.push({ last, quotes: found.quotes });
    for (const range of sentencesOf(tokens, first, last, found.quotes, sentenceRules)) {
      const quotes = found.quotes.filter((q) => q.open >= range.first && q.open <= range.last);
      classifyWords(tokens, range.first, range.last, verbs);
      sentences.push({ first: range.first, last: range.last, paragraph: p, quotes });
    }
  });
  if (open >= 0) strayMarks.push(open);
  strayMarks.sort((a, b) => a - b);
  return { text, lines, paragraphs, tokens, sentences, quoted: quotedFlags(tokens.length, quoteLists), strayMarks };
}

function quotedFlags(
  length: number,
  lists: readonly { readonly last: number; readonly quotes: readonly Quote[] }[],
): Uint8Array {
  const flags = new Uint8Array(length);
  for (const { last, quotes } of lists) {
    for (const quote of quotes) {
      const value = quote.mark === 'double' ? 1 : 2;
      const end = quote.close < 0 ? last : quote.close;
      for (let i = quote.open; i <= end; i++) if (flags[i] !== 1) flags[i] = value;
    }
  }
  return flags;
}

/** Lines are paragraphs, unless the text is hard-wrapped: then lines without a blank line between them are joined. */
function paragraphsOf(text: string, lines: readonly MarkedLine[]): Paragraph[] {
  const wrapped = isHardWrapped(lines);
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1);
    const joins =
      wrapped &&
      before &&
      before.mark === 'body' &&
      line.mark === 'body' &&
      !/\n\s*\n/.test(text.slice(before.end, line.start));
    if (joins) paragraphs[paragraphs.length - 1] = { ...before, end: line.end };
    else paragraphs.push({ start: line.start, end: line.end, mark: line.mark });
  }
  return paragraphs;
}

function isHardWrapped(lines: readonly MarkedLine[]): boolean {
  const long = lines.filter((line) => line.mark === 'body' && line.text.length >= 50);
  if (long.length < 6 || long.some((line) => line.text.length > 100)) return false;
  const broken = long.filter((line) => !/[.!?…:"”’)]$/.test(line.text));
  return broken.length / long.length > 0.6;
}

/** "BERLIN (Agency) — …", "VALBRIDGE, 3 March (MPA) - …": a place in capitals, then perhaps a day and an agency, then a dash. */
const DATELINE =
  /^\p{Lu}{3}[\p{Lu}\s.'’-]{0,30}(?:,\s*[\p{L}\d.\s]{2,30})?\s*(?:\([^()]{2,40}\)\s*)?(?:--|—|–|-)\s+(?=\S)/u;
/** "Valbridge, 2 May 2031 (MPA): …". */
const DATED = /^\p{Lu}[\p{L}.'’ -]{2,40},\s*\d{1,2}\s+\p{Lu}\p{Ll}+\s+\d{4}\s*\([^()]{2,20}\)\s*[:—–-]\s*(?=\S)/u;

/** Length of the dateline that a paragraph opens with, 0 when there is none: it places the report and says nothing. */
function datelineLength(text: string, paragraph: Paragraph): number {
  if (paragraph.mark !== 'body') return 0;
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 120));
  // One ends in a dash, the other holds a bracket: most paragraphs have neither near their beginning.
  if (!/[-–—(]/.test(head)) return 0;
  return (DATELINE.exec(head) ?? DATED.exec(head))?.[0].length ?? 0;
}
