import type { StandoffDocument, StandoffStatement, StandoffTurn } from '../../src/model/generated.js';
import { sha256 } from '../../src/model/hash.js';
import type { DocumentRow, StatementRow } from '../../src/releases/dataset.js';
import type { AnnotatedDocument, DocumentCopies, DocumentCopy } from '../../src/releases/hydration.js';
import { standoffStatements, standoffTurns } from './standoff-rows.js';
import { offsetsOf } from '../../src/text/offsets.js';

/** Words of a text that are a statement: its segments, and mentions beside or in them. */
export interface Quoted {
  /** One text, or the pieces of a broken content. */
  readonly words: string | readonly string[];
  readonly cue?: string;
  readonly speaker?: string;
  readonly target?: string;
  /** Number of the turn, from 1. */
  readonly turn?: number;
  /** Where its words are looked for, in UTF-16 units; for what is said twice. */
  readonly from?: number;
}

/** A turn: what is said, and who is named before it. */
export interface Said {
  readonly words: string;
  readonly speaker: string;
}

/** Offsets of words in a text, in code points. Throws where the text does not have them. */
export function placeOfWords(text: string, words: string, from = 0): { start: number; end: number } {
  const at = text.indexOf(words, from);
  if (at < 0) throw new Error(`the text does not have "${words}"`);
  const { toCodePoints } = offsetsOf(text);
  return { start: toCodePoints(at), end: toCodePoints(at + words.length) };
}

/** Rows with words, as a conversion would have made them. */
export function wordedRows(id: string, text: string, quoted: readonly Quoted[], said: readonly Said[] = []) {
  const mention = (name: string, words: string | undefined, from = 0) => {
    const place = words === undefined ? null : placeOfWords(text, words, from);
    return {
      [name === 'cue' ? 'cue' : `${name}_text`]: words ?? null,
      [`${name}_start`]: place?.start ?? null,
      [`${name}_end`]: place?.end ?? null,
    };
  };
  const turnId = (n: number): string => `tu_${String(n).padStart(16, '0')}`;
  const statements = quoted.map(({ words, cue, speaker, target, turn, from = 0 }, i) => {
    const segments = [words].flat().map((piece) => placeOfWords(text, piece, from));
    return {
      statement_id: `st_${String(i + 1).padStart(16, '0')}`,
      utterance_id: `ut_${String(i + 1).padStart(16, '0')}`,
      document_id: id,
      start: segments[0]!.start,
      end: segments.at(-1)!.end,
      segments,
      text: [words].flat().join(' '),
      turn_id: turn === undefined ? null : turnId(turn),
      ...mention('cue', cue),
      ...mention('speaker', speaker),
      ...mention('target', target),
      flags: [],
    } as unknown as StatementRow;
  });
  const turns = said.map(({ words, speaker }, i) => ({
    turn_id: turnId(i + 1),
    document_id: id,
    ...placeOfWords(text, words),
    ...mention('speaker', speaker),
    speaker_id: null,
  }));
  return { statements, turns: turns as never[] };
}

/** A stand-off document made of a text. */
export function annotatedDocument(
  id: string,
  text: string,
  quoted: readonly Quoted[],
  said: readonly Said[] = [],
): AnnotatedDocument {
  const rows = wordedRows(id, text, quoted, said);
  const document = {
    document_id: id,
    publisher: null,
    url: `https://example.org/${id}`,
    archive_url: null,
    date: null,
    reader: 'txt@1',
    text_sha256: sha256(text),
    length: offsetsOf(text).length,
  } as unknown as StandoffDocument;
  const documents = [document as unknown as DocumentRow];
  const bare = (row: object): object =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !/^(?:text|cue|speaker_text|target_text)$/.test(name)));
  return {
    document,
    statements: standoffStatements(rows.statements, documents, () => text).map(bare) as StandoffStatement[],
    turns: standoffTurns(rows.turns, documents, () => text).map(bare) as StandoffTurn[],
  };
}

/** Copies in memory: texts by id, with what the reader said of them. */
export function copiesOf(
  texts: Readonly<Record<string, string>>,
  more: Partial<DocumentCopy> = {},
  urls: Readonly<Record<string, string>> = {},
): DocumentCopies {
  const copy = (id: string | undefined): DocumentCopy | null =>
    id === undefined || texts[id] === undefined
      ? null
      : { file: `copies/${id}.txt`, text: texts[id], reader: 'txt@1', normalised: [], findings: [], ...more };
  return {
    where: 'copies',
    byId: copy,
    byText: ({ text_sha256 }) => copy(Object.keys(texts).find((id) => sha256(texts[id]!) === text_sha256)),
    byUrl: (asked) => copy(asked.map((url) => urls[url]).find((id) => id !== undefined)),
  };
}
