import type { SourceFile, ValidationInput } from '../../src/checks/validation-input.js';
import { sha256 } from '../../src/model/hash.js';
import { tableOf } from '../../src/model/tables.js';
import { formatCsv } from '../../src/tables/csv-writer.js';
import { formatCell } from '../../src/tables/cells.js';
import { codebook } from '../checks/dataset.js';

/** Rows of the table in which defects are planted. */
export const ROWS = 41;

/** A table as raw cells, quotation marks and all: a defect changes one of them, and each cell's place can be counted. */
export interface RawTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SPEAKERS = [
  ['asa-angstrom', 'ÅSA ÅNGSTRÖM', 'envoy to Åsgård'],
  ['tomas-vrba', 'TOMAS VRBA', 'chair'],
  ['ines-marlow', 'INES MARLOW', 'harbour master'],
] as const;
const TARGETS = [
  ['night-ferry', 'the night ferry'],
  ['harbour-fees', 'the harbour fees'],
  ['safety-plan', 'the safety plan'],
  ['dredging', 'the dredging of the sound'],
] as const;
const STANCES = [
  ['welcome', 'commit', 'favor', 2],
  ['reject', 'criticize', 'against', -2],
  ['deplore', 'criticize', 'against', -3],
  ['will keep', 'commit', 'favor', 3],
] as const;
const TAILS = ['', ' this year', ', as before', ', “without a word” of doubt', ' "as promised"', ', whatever it costs'];
/** Reasons keep the sentences apart: no two of the clean table are nearly the same. */
const WHO = 'fishermen,pilots,shopkeepers,teachers,islanders,nurses,carpenters,farmers,engineers,students,poets'.split(
  ',',
);
const DO = 'need,fear,praise,doubt,expect,measure,remember,paint,repair'.split(',');
const WHAT = 'storms,bridges,lanterns,winters,timetables,ropes,tides,maps,gulls,engines,ledgers,songs,radios'.split(
  ',',
);

const quoted = (cell: string): string => (/[",;\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const id = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(16, '0')}`;

/** Invented statements in our schema: the table as raw cells, and the texts of its three documents. */
export function plantedTable(seed = 31): { readonly table: RawTable; readonly texts: ReadonlyMap<string, string> } {
  const random = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const texts = new Map<string, string>();
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const document = `session-${1 + Math.floor(at / 14)}`;
    const [speaker, name, role] = pick(SPEAKERS);
    const [target, words] = pick(TARGETS);
    const [verb, act, stance, score] = pick(STANCES);
    const reason = `${pick(WHO)} ${pick(DO)} ${pick(WHAT)} and ${pick(WHO)} ${pick(DO)} ${pick(WHAT)}`;
    // The tails of some rows bring commas and quotation marks into the cell.
    const text = `We ${verb} ${words}${at % 3 === 0 ? '' : pick(TAILS)} since ${reason}`;
    const before = texts.get(document) ?? '';
    const from = before.length;
    const start = from + name.length + 2;
    texts.set(document, `${before}${name}: ${text}.\n`);
    const found = start + text.indexOf(words);
    const values: Record<string, unknown> = {
      statement_id: id('st', at + 1),
      utterance_id: id('ut', at + 1),
      document_id: document,
      start,
      end: start + text.length,
      segments: [{ start, end: start + text.length }],
      text,
      quote_type: 'turn',
      section: 'body',
      speaker_text: name,
      speaker_start: from,
      speaker_end: from + name.length,
      speaker_id: speaker,
      speaker_role: role,
      speaker_country: 'XSK',
      speaker_method: 'heading',
      speaker_confidence: 1,
      target_text: words,
      target_start: found,
      target_end: found + words.length,
      target_id: target,
      target_kind: 'issue',
      target_countries: ['XSK'],
      target_inferred: false,
      target_distance: 0,
      speech_act: act,
      stance,
      stance_score: score,
      strength_source: 'speaker',
      stance_basis: 'auto',
      n_labels: 0,
      negated: false,
      hedged: false,
      conditional: false,
      date: '2031-03-04',
      date_precision: 'day',
      date_basis: 'document',
      language: 'en',
      labeler: 'rules@1.0',
      status: 'auto',
    };
    return tableOf('statement').columns.map((column) => quoted(formatCell(values[column.name])));
  });
  return { table: { header: tableOf('statement').columns.map(({ name }) => name), rows }, texts };
}

/** A table as a file. */
export function asCsv({ header, rows }: RawTable, { separator = ',' }: { readonly separator?: string } = {}): string {
  return [header, ...rows].map((cells) => `${cells.join(separator)}\n`).join('');
}

/** What is validated: the spoilt bytes as statements.csv, among the other tables and texts of the dataset. */
export function plantedInput(statements: Uint8Array, texts: ReadonlyMap<string, string>): ValidationInput {
  const file = (path: string, schema: SourceFile['schema'], content: string | Uint8Array): SourceFile => ({
    path,
    schema,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  });
  const documents = [...texts].map(([document_id, text]) => ({
    document_id,
    date: '2031-03-04',
    date_precision: 'day',
    date_basis: 'explicit',
    document_type: 'transcript',
    language: 'en',
    license: 'CC0-1.0',
    text_allowed: true,
    reader: 'text@1.0',
    text_sha256: sha256(text),
    length: text.length,
  }));
  const actors = SPEAKERS.map(([actor_id, name]) => ({ actor_id, kind: 'person', name, aliases: [], country: 'XSK' }));
  const targets = TARGETS.map(([target_id, name]) => ({ target_id, kind: 'issue', name, aliases: [], countries: [] }));
  const skerrow = { country: 'XSK', actor_id: 'skerrow', name: 'Skerrow', aliases: [], demonyms: [], capital: [] };
  return {
    files: [
      file('codebook.json', 'codebook', JSON.stringify(codebook)),
      file('documents.csv', 'document', formatCsv(tableOf('document'), documents)),
      file('statements.csv', 'statement', statements),
      file('actors.csv', 'actor', formatCsv(tableOf('actor'), actors)),
      file('targets.csv', 'target', formatCsv(tableOf('target'), targets)),
      file('countries.csv', 'country', formatCsv(tableOf('country'), [skerrow])),
    ],
    text: (document) => {
      const text = texts.get(document);
      return text === undefined ? null : { path: `texts/${document}.txt`, bytes: new TextEncoder().encode(text) };
    },
    textPaths: [...texts.keys()].map((document) => `texts/${document}.txt`),
  };
}
