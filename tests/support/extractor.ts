import { makeExtractor, type Extractor } from '../../src/extract/extractor.js';
import { classifyWords } from '../../src/extract/parse/word-classes.js';
import { loadLexicons } from '../../src/files/lexicons.js';
import { convertDocument, type Converted } from '../../src/flows/convert-document.js';
import type { DocumentMetadata, Statement } from '../../src/model/generated.js';
import type { Lexicons } from '../../src/model/lexicons.js';
import { sliceCodePoints } from '../../src/text/offsets.js';
import { tokenize, type Token } from '../../src/text/tokens.js';

let lexicons: Lexicons | null = null;
let extractor: Extractor | null = null;

/** The shipped lexicons, read once. */
export function shippedLexicons(): Lexicons {
  return (lexicons ??= loadLexicons().lexicons);
}

/** An extractor made of the shipped lexicons, compiled once. */
export function shippedExtractor(): Extractor {
  return (extractor ??= makeExtractor(shippedLexicons()));
}

/** The tokens of one sentence with their word classes, by the shipped lexicons. */
export function classedTokens(sentence: string): Token[] {
  const tokens = tokenize(sentence);
  classifyWords(tokens, 0, tokens.length - 1, shippedExtractor().grammar.verbs);
  return tokens;
}

/** Converts a text as the line of a documents.jsonl; English unless the metadata say otherwise. */
export function convertText(
  text: string,
  metadata: DocumentMetadata = {},
  { using = shippedExtractor(), questions = false }: { readonly using?: Extractor; readonly questions?: boolean } = {},
): Converted {
  const source = { document_id: 'd', file: 'd.jsonl:1', content: text, metadata: { language: 'en', ...metadata } };
  return convertDocument(source, using, { questions });
}

/** The rows of a text. */
export function statementsOf(text: string, metadata: DocumentMetadata = {}): readonly Statement[] {
  return convertText(text, metadata).statements;
}

/** The pieces of a row's content as they stand in the text. */
export function piecesOf(text: string, row: Statement): string[] {
  return row.segments.map((segment) => sliceCodePoints(text, segment.start, segment.end));
}

/** Who said it, the reporting words, the pieces of the content joined by " / ", and the kind of quotation. */
export type Said = readonly [speaker: string | null, cue: string | null, content: string, type: string];

/** What each utterance of a text says, one entry for an utterance and speaker, whatever its targets. */
export function saidIn(text: string, metadata: DocumentMetadata = {}): Said[] {
  const seen = new Set<string>();
  const out: Said[] = [];
  for (const row of statementsOf(text, metadata)) {
    const said: Said = [row.speaker_text, row.cue, piecesOf(text, row).join(' / '), row.quote_type];
    const key = said.join('|');
    if (!seen.has(key)) out.push(said);
    seen.add(key);
  }
  return out;
}
