import type { SourceFile, ValidationInput } from '../../src/checks/validation-input.js';
import { validate } from '../../src/flows/validate.js';
import type { Codebook, Finding, SchemaName } from '../../src/model/generated.js';
import { sha256 } from '../../src/model/hash.js';
import { tableOf } from '../../src/model/tables.js';
import { formatCell } from '../../src/tables/cells.js';
import { formatCsv } from '../../src/tables/csv-writer.js';

/** A small dataset that is clean; tests spoil one thing in it. */
export const TEXT = '“We will keep the corridor open,” Linde said.\nShe deplored the new fees.\n';

export const codebook: Codebook = {
  version: '1.0',
  title: 'test',
  fields: [
    {
      field: 'stance',
      type: 'category',
      level: 'nominal',
      description: 'd',
      categories: [
        { value: 'favor', sign: '+', definition: 'd' },
        { value: 'against', sign: '-', definition: 'd' },
        { value: 'neutral', sign: '0', definition: 'd' },
        { value: 'none', sign: null, definition: 'd' },
      ],
    },
    { field: 'stance_score', type: 'integer', level: 'interval', description: 'd', minimum: -3, maximum: 3 },
    {
      field: 'speech_act',
      type: 'category',
      level: 'nominal',
      description: 'd',
      categories: ['commit', 'criticize'].map((value) => ({ value, definition: 'd' })),
    },
    {
      field: 'x_frame',
      type: 'category',
      level: 'nominal',
      description: 'd',
      categories: ['security', 'economy'].map((value) => ({ value, definition: 'd' })),
    },
  ],
  rules: [],
};

export const FIRST = `st_${'0'.repeat(16)}`;
export const SECOND = `st_${'1'.repeat(16)}`;

const statement = {
  utterance_id: `ut_${'0'.repeat(16)}`,
  document_id: 'doc-1',
  turn_id: null,
  section: 'body',
  speaker_id: 'vera-linde',
  speaker_role: null,
  speaker_country: 'XAA',
  on_behalf_of: null,
  speaker_confidence: 1,
  addressee_ids: [],
  target_kind: 'issue',
  target_countries: ['XAA'],
  target_via_id: null,
  target_inferred: false,
  target_distance: 0,
  strength_source: 'speaker',
  stance_basis: 'auto',
  n_labels: 0,
  stance_auto: null,
  stance_score_auto: null,
  negated: false,
  hedged: false,
  conditional: false,
  embedded_in: null,
  restates: null,
  date: '2031-03-04',
  date_precision: 'day',
  date_basis: 'document',
  language: 'en',
  translated_from: null,
  cluster_id: null,
  flags: [],
  labeler: 'rules@1.0',
  status: 'auto',
};

/** The rows of the clean dataset, by schema. */
export function cleanRows(): Record<string, Record<string, unknown>[]> {
  return {
    document: [
      {
        document_id: 'doc-1',
        title: 'A title',
        publisher: null,
        speaker: null,
        url: 'https://example.org/a',
        archive_url: null,
        date: '2031-03-04',
        date_precision: 'day',
        date_basis: 'explicit',
        retrieved_at: null,
        document_type: 'news',
        language: 'en',
        license: 'CC-BY-4.0',
        text_allowed: true,
        reader: 'text@1.0',
        text_sha256: sha256(TEXT),
        length: Array.from(TEXT).length,
      },
    ],
    statement: [
      {
        ...statement,
        statement_id: FIRST,
        start: 1,
        end: 31,
        segments: [{ start: 1, end: 31 }],
        text: TEXT.slice(1, 31),
        quote_type: 'direct',
        cue: 'said',
        cue_start: 40,
        cue_end: 44,
        speaker_text: 'Linde',
        speaker_start: 34,
        speaker_end: 39,
        speaker_method: 'surname',
        target_text: 'the corridor',
        target_start: 14,
        target_end: 26,
        target_id: 'corridor',
        speech_act: 'commit',
        stance: 'favor',
        stance_score: 2,
        x_frame: 'security',
      },
      {
        ...statement,
        statement_id: SECOND,
        utterance_id: `ut_${'1'.repeat(16)}`,
        start: 59,
        end: 71,
        segments: [{ start: 59, end: 71 }],
        text: TEXT.slice(59, 71),
        quote_type: 'indirect',
        cue: 'deplored',
        cue_start: 50,
        cue_end: 58,
        speaker_text: 'She',
        speaker_start: 46,
        speaker_end: 49,
        speaker_method: 'pronoun',
        target_text: 'the new fees',
        target_start: 59,
        target_end: 71,
        target_id: 'fees',
        speech_act: 'criticize',
        stance: 'against',
        stance_score: -2,
        x_frame: 'economy',
      },
    ],
    actor: [{ actor_id: 'vera-linde', kind: 'person', name: 'Vera Linde', aliases: [], country: null }],
    membership: [
      {
        membership_id: 'm1',
        actor_id: 'vera-linde',
        role: 'minister',
        organization_id: null,
        country: 'XAA',
        start_date: '2030-01-01',
        end_date: null,
      },
    ],
    target: ['corridor', 'fees'].map((id) => ({
      target_id: id,
      kind: 'issue',
      name: `the ${id}`,
      aliases: [],
      parent_id: null,
      countries: ['XAA'],
    })),
    country: [
      {
        country: 'XAA',
        actor_id: 'aland',
        name: 'Aland',
        aliases: [],
        demonyms: [],
        capital: [],
        iso2: null,
        iso_numeric: null,
        cow: null,
        gw: null,
      },
    ],
    annotator: [{ annotator_id: 'ann-1', kind: 'person', training: null, model: null, prompt_sha256: null }],
    batch: [{ batch_id: 'b1', phase: 'production', codebook_version: '1.0', design: null, seed: 1, state: 'closed' }],
    label: [FIRST, SECOND].map((id, i) => ({
      statement_id: id,
      batch_id: 'b1',
      annotator_id: 'ann-1',
      field: 'stance',
      value: i ? 'against' : 'favor',
      round: 1,
      confidence: null,
      rule_id: null,
      comment: null,
      codebook_version: '1.0',
      created_at: null,
    })),
    tombstone: [{ id: `st_${'2'.repeat(16)}`, withdrawn_in: '0.1.0', reason: 'no statement', replaced_by: FIRST }],
  };
}

const FILES: Readonly<Record<string, string>> = { label: 'labels/b1/ann-1.csv' };

/** The file of a schema in the test dataset. */
export const fileOf = (schema: string): string => FILES[schema] ?? tableOf(schema as SchemaName).file;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a test changes of the clean dataset. */
export interface Spoiled {
  /** Rows by schema, in place of the clean ones; undefined = the table is not there. */
  readonly rows?: (rows: ReturnType<typeof cleanRows>) => void;
  /** A file's text or bytes, in place of what the rows give, by schema. */
  readonly files?: (texts: Record<string, string>) => Record<string, string | Uint8Array>;
  readonly more?: readonly SourceFile[];
  readonly text?: string | Uint8Array | null;
  readonly codebook?: unknown;
  readonly textPaths?: readonly string[];
}

/** The dataset as `validate` takes it, with a test's changes. */
export function spoiled({
  rows: change,
  files,
  more = [],
  text = TEXT,
  codebook: book = codebook,
  textPaths = ['texts/doc-1.txt'],
}: Spoiled = {}): ValidationInput {
  const rows = cleanRows();
  change?.(rows);
  const texts: Record<string, string> = {};
  for (const [schema, some] of Object.entries(rows)) {
    const custom = schema === 'statement' ? ['x_frame'] : [];
    texts[schema] = formatCsv(tableOf(schema as SchemaName), some, { custom });
  }
  const changed: Record<string, string | Uint8Array> = { ...texts, ...files?.(texts) };
  return {
    files: [
      {
        path: 'codebook.json',
        schema: 'codebook',
        bytes: bytes(typeof book === 'string' ? book : JSON.stringify(book)),
      },
      ...Object.entries(changed).map(([schema, content]) => ({
        path: fileOf(schema),
        schema: schema as SchemaName,
        bytes: typeof content === 'string' ? bytes(content) : content,
      })),
      ...more,
    ],
    text: (id) =>
      id === 'doc-1' && text !== null
        ? { path: 'texts/doc-1.txt', bytes: typeof text === 'string' ? bytes(text) : text }
        : null,
    textPaths,
  };
}

/** Findings of the dataset with a test's changes, as "file:line:column severity rule". */
export function placesOf(change: Spoiled): string[] {
  return findingsOf(change).map(
    ({ file, line, column, severity, rule }) => `${file}:${line}:${column} ${severity} ${rule}`,
  );
}

/** Findings of the dataset with a test's changes. */
export function findingsOf(change: Spoiled): readonly Finding[] {
  return validate(spoiled(change)).findings;
}

/** Place and rule expected of a cell: the line of a row (0 = first) and the column where its cell begins. */
export function at(
  rows: ReturnType<typeof cleanRows>,
  schema: string,
  row: number,
  field: string,
  rule: string,
  severity = 'error',
): string {
  const table = tableOf(schema as SchemaName);
  let column = 1;
  for (const { name } of table.columns) {
    if (name === field) break;
    const cell = formatCell(rows[schema]![row]![name]);
    column += (/[",\n]/.test(cell) ? cell.length + 2 + cell.split('"').length - 1 : cell.length) + 1;
  }
  return `${fileOf(schema)}:${row + 2}:${column} ${severity} ${rule}`;
}
