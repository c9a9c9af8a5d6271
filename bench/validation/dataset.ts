import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/model/hash.js';
import { tableOf } from '../../src/model/tables.js';

/** How the table is made: rows, and what is wrong with each of them. */
export interface Recipe {
  readonly rows: number;
  /** "none", or a fault that every row has. */
  readonly fault: Fault;
  /** Whether the documents' texts are there too, so that every offset is compared with them. */
  readonly texts?: boolean;
}

/** Faults that every row can be given. */
export const faults = ['none', 'stance', 'date', 'speaker', 'span', 'short', 'all'] as const;

/** One of them. */
export type Fault = (typeof faults)[number];

/** Rows of a document, as in a long news report. */
const ROWS_PER_DOCUMENT = 25;

/** Characters of a document that belong to a row: its text first, then cue, speaker and target. */
const PITCH = 400;
const CUE = 300;
const SPEAKER = 310;
const TARGET = 340;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SPEAKERS = ['vera-linde', 'kerem-ozdalan', 'harlan-whitcombe', 'anna-brandt', 'ivo-marek'] as const;
const STANCES = [
  ['favor', '2'],
  ['against', '-2'],
  ['none', ''],
  ['neutral', '0'],
] as const;
const WORDS = 'the corridor remains open and çok söz that fees for the strait would be lowered in spring'.split(' ');

/**
 * Writes a dataset with one large table of statements into a folder: invented rows of the shipped schema, two of a
 * hundred with a line break inside of a quoted text, names outside of ASCII.
 * Returns the size of statements.csv in bytes.
 */
export function writeDataset(folder: string, { rows, fault, texts = false }: Recipe): number {
  mkdirSync(join(folder, 'lexicons'), { recursive: true });
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const head = { title: 'bench', version: '0.1.0', license: 'CC0-1.0', authors: [{ name: 'bench' }] };
  put(
    'demarche.json',
    JSON.stringify({ ...head, codebook: 'codebook.json', lexicons: 'lexicons', text_policy: 'none' }),
  );
  const category = (value: string, sign: string | null): object => ({ value, sign, definition: 'd' });
  const stance = [category('favor', '+'), category('against', '-'), category('neutral', '0'), category('none', null)];
  const fields = [
    { field: 'stance', type: 'category', level: 'nominal', description: 'd', categories: stance },
    { field: 'stance_score', type: 'integer', level: 'interval', description: 'd', minimum: -3, maximum: 3 },
    {
      field: 'speech_act',
      type: 'category',
      level: 'nominal',
      description: 'd',
      categories: [category('inform', null)],
    },
  ];
  put('codebook.json', JSON.stringify({ version: '1.0', title: 'bench', fields, rules: [] }));
  const actors = SPEAKERS.map((id) => `${id},person,${id},,XAA\n`).join('');
  put('lexicons/actors.csv', `actor_id,kind,name,aliases,country\n${actors}`);
  put('lexicons/targets.csv', 'target_id,kind,name,aliases,parent_id,countries\ncorridor,issue,the corridor,,,XAA\n');
  put('lexicons/memberships.csv', 'membership_id,actor_id,role,organization_id,country,start_date,end_date\n');
  put(
    'lexicons/countries.csv',
    'country,actor_id,name,aliases,demonyms,capital,iso2,iso_numeric,cow,gw\nXAA,aland,Aland,,,,,,,\n',
  );
  writeDocuments(folder, rows, texts);
  return writeStatements(join(folder, 'statements.csv'), rows, fault);
}

function writeDocuments(folder: string, rows: number, texts: boolean): void {
  const columns = tableOf('document').columns.map((column) => column.name);
  if (texts) mkdirSync(join(folder, 'texts'), { recursive: true });
  const lines = Array.from({ length: Math.ceil(rows / ROWS_PER_DOCUMENT) }, (_, i) => {
    const text = documentText(i, rows);
    if (texts) writeFileSync(join(folder, 'texts', `doc-${i}.txt`), text);
    const cells = ['', '', '', '', '2031-03-04', 'day', 'explicit', '', 'news', 'en', '', String(texts), 'text@1.0'];
    return [`doc-${i}`, `Title ${i}`, ...cells, sha256(text), Array.from(text).length].join(',');
  });
  writeFileSync(join(folder, 'documents.csv'), `${columns.join(',')}\n${lines.join('\n')}\n`);
}

/** The text that the statements of a document are slices of. */
function documentText(document: number, rows: number): string {
  const first = document * ROWS_PER_DOCUMENT;
  return Array.from({ length: Math.min(ROWS_PER_DOCUMENT, rows - first) }, (_, i) => {
    const parts = rowText(first + i).padEnd(CUE) + 'said'.padEnd(SPEAKER - CUE);
    return `${parts}${'Minister Özdalan'.padEnd(TARGET - SPEAKER)}the corridor`.padEnd(PITCH - 1);
  }).join('\n');
}

/** What is said in a row. */
function rowText(row: number): string {
  const words = Array.from({ length: 20 }, (_, i) => WORDS[(row * 7 + i * i) % WORDS.length]!).join(' ');
  return row % 50 === 0 ? `${words}\n${words.slice(20)}` : row % 3 === 0 ? `${words}, they said` : words;
}

function writeStatements(path: string, rows: number, fault: Fault): number {
  const columns = tableOf('statement').columns.map((column) => column.name);
  const file = openSync(path, 'w');
  let bytes = writeSync(file, `${columns.join(',')}\n`);
  let kept = '';
  for (let row = 0; row < rows; row++) {
    kept += `${statementLine(row, fault)}\n`;
    if (kept.length < 1 << 20 && row < rows - 1) continue;
    bytes += writeSync(file, kept);
    kept = '';
  }
  closeSync(file);
  return bytes;
}

/** Sixteen letters that look like those of a minted id, different for each row. */
function letters(row: number): string {
  let state = Math.imul(row + 1, 0x9e3779b1);
  let out = '';
  for (let i = 0; i < 10; i++) {
    state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + i;
    out += ALPHABET[(state >>> 24) & 31]!;
  }
  for (let i = 25; i >= 0; i -= 5) out += ALPHABET[(row >>> i) & 31]!;
  return out;
}

function statementLine(row: number, fault: Fault): string {
  const has = (one: Fault): boolean => fault === one || fault === 'all';
  const at = (row % ROWS_PER_DOCUMENT) * PITCH;
  const said = rowText(row);
  const text = /[,\n]/.test(said) ? `"${said}"` : said;
  const [stance, score] = STANCES[row % STANCES.length]!;
  const end = at + Array.from(said).length;
  const speaker = SPEAKERS[row % SPEAKERS.length]!;
  const cells = [
    `st_${letters(row)}`,
    `ut_${letters(row)}`,
    `doc-${Math.floor(row / ROWS_PER_DOCUMENT)}`,
    has('span') ? end : at,
    has('span') ? at : end,
    `${at}-${end}`,
    text,
    '',
    'indirect',
    'body',
    'said',
    at + CUE,
    at + CUE + 4,
    'Minister Özdalan',
    at + SPEAKER,
    at + SPEAKER + 16,
    has('speaker') ? `${speaker}-x` : speaker,
    'foreign minister',
    'XAA',
    '',
    'surname',
    '0.95',
    '',
    'the corridor',
    at + TARGET,
    at + TARGET + 12,
    'corridor',
    'issue',
    'XAA',
    '',
    'false',
    '0',
    'inform',
    has('stance') ? `${stance}r` : stance,
    score,
    'speaker',
    'auto',
    '0',
    stance,
    score,
    'false',
    'false',
    'false',
    '',
    '',
    has('date') ? '2031-02-30' : '2031-03-04',
    'day',
    'document',
    'en',
    '',
    '',
    '',
    'lexicon@1',
    'auto',
  ];
  return (has('short') ? cells.slice(0, -1) : cells).join(',');
}
