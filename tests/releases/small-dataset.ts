import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadCodebook } from '../../src/files/dataset.js';
import type { Adjudication, Country, Label, SchemaName, Statement } from '../../src/model/generated.js';
import { sha256 } from '../../src/model/hash.js';
import { tableOf } from '../../src/model/tables.js';
import type { DocumentRow, ReleaseDataset, StatementRow } from '../../src/releases/dataset.js';
import { groupBy } from '../../src/releases/group-by.js';
import { piecesOf, type ReleaseFile } from '../../src/releases/release.js';
import { formatCsv } from '../../src/tables/csv-writer.js';

const texts: Readonly<Record<string, string>> = {
  'quay-report':
    'Caldmere welcomed the quay agreement on Monday. “We will keep every berth open,” Minister Whitcombe said 🚢 in Port Ardel. She deplored the blockade.\n',
  'wire/note':
    'Belkaran envoys rejected the tariff schedule. Their spokeswoman declined to elaborate. Teaser: Islanders praised ferries.\n',
  'locked-page': 'Vaucourt applauded the lighthouse initiative, calling it overdue.\n',
};

/** A statement of the small world: `words` must stand in the document, and are its only segment. */
export function statement(n: number, documentId: string, words: string, more: Partial<Statement> = {}): StatementRow {
  const at = texts[documentId]!.indexOf(words);
  const start = [...texts[documentId]!.slice(0, at)].length;
  const end = start + [...words].length;
  const row = {
    statement_id: id(n),
    utterance_id: `ut_${String(n).padStart(16, '0')}`,
    document_id: documentId,
    start,
    end,
    segments: [{ start, end }],
    text: words,
    turn_id: null,
    quote_type: 'indirect',
    section: 'body',
    cue: null,
    cue_start: null,
    cue_end: null,
    speaker_text: null,
    speaker_start: null,
    speaker_end: null,
    speaker_id: 'ada-whitcombe',
    speaker_role: 'minister',
    speaker_country: 'XAA',
    on_behalf_of: null,
    speaker_method: 'exact',
    speaker_confidence: 0.9,
    addressee_ids: [],
    target_text: null,
    target_start: null,
    target_end: null,
    target_id: 'quay-opening',
    target_kind: 'issue',
    target_countries: ['XAA', 'XAB'],
    target_via_id: null,
    target_inferred: false,
    target_distance: null,
    speech_act: 'support',
    stance: 'favor',
    stance_score: 2,
    strength_source: 'speaker',
    stance_basis: 'auto',
    n_labels: 0,
    stance_auto: 'favor',
    stance_score_auto: 2,
    negated: false,
    hedged: false,
    conditional: false,
    embedded_in: null,
    restates: null,
    date: '2031-03-18',
    date_precision: 'day',
    date_basis: 'document',
    language: 'en',
    translated_from: null,
    cluster_id: null,
    flags: [],
    labeler: 'demarche@0.1.0',
    status: 'auto',
    ...more,
  };
  return row as unknown as StatementRow;
}

/** The n-th statement id of the small world. */
export const id = (n: number): string => `st_${String(n).padStart(16, '0')}`;

/** A label of annotator ann-1 in the production batch, round 1, unless told otherwise. */
export function label(n: number, field: string, value: string, more: Partial<Label> = {}): Label {
  return {
    statement_id: id(n),
    batch_id: 'b1',
    annotator_id: 'ann-1',
    field,
    value,
    round: 1,
    confidence: null,
    rule_id: null,
    comment: null,
    codebook_version: '1.0',
    created_at: '2031-04-02T23:30:00-05:00',
    ...more,
  };
}

/** Labels of one field by several annotators: `{ 'ann-1': 'favor', … }`. */
export function labelsBy(n: number, field: string, values: Readonly<Record<string, string>>): Label[] {
  return Object.entries(values).map(([annotator_id, value]) => label(n, field, value, { annotator_id }));
}

/** A decision by ann-1. */
export function decision(n: number, field: string, value: string, more: Partial<Adjudication> = {}): Adjudication {
  return { statement_id: id(n), field, value, rule_id: null, reason: null, decided_by: 'ann-1', ...more };
}

function document(document_id: string, more: Partial<DocumentRow> = {}): DocumentRow {
  const text = texts[document_id]!;
  return {
    document_id,
    title: 'Harbour talks: berths reopened',
    publisher: 'Gazette',
    speaker: null,
    url: 'https://ardel.example/a',
    archive_url: null,
    date: '2031-03-18',
    date_precision: 'day',
    date_basis: 'explicit',
    retrieved_at: null,
    document_type: 'news',
    language: 'en',
    license: 'CC-BY-4.0',
    text_allowed: true,
    reader: 'text@0.1.0',
    text_sha256: sha256(text),
    length: [...text].length,
    ...more,
  };
}

const annotator = { training: null, model: null, prompt_sha256: null } as const;

/** A dataset whose tables are lists. */
export type SmallDataset = ReleaseDataset & {
  readonly statements: readonly StatementRow[];
  readonly labels: readonly Label[];
  readonly adjudication: readonly Adjudication[];
};

const country = (code: string, name: string): Country => ({
  country: code,
  actor_id: `${name.toLowerCase()}-state`,
  name,
  aliases: [],
  demonyms: [],
  capital: [],
  iso2: null,
  iso_numeric: null,
  cow: null,
  gw: null,
});

/** A dataset of three documents (the text of one must not be released) and six statements; `more` replaces tables. */
export function smallDataset(more: Partial<SmallDataset> = {}): SmallDataset {
  return {
    project: {
      title: 'Harbour sample',
      description: 'Invented statements',
      version: '0.1.0',
      license: 'CC-BY-4.0',
      authors: [{ name: 'The authors' }],
      homepage: 'https://example.org/harbour',
      publisher: 'Harbour Archive',
      codebook: 'codebook.json',
      lexicons: 'lexicons',
      standoff: false,
      text_policy: 'by-license',
    },
    codebook: loadCodebook(),
    documents: [document('quay-report'), document('wire/note'), document('locked-page', { text_allowed: false })],
    statements: [
      statement(1, 'quay-report', 'welcomed the quay agreement'),
      statement(2, 'quay-report', 'We will keep every berth open', { quote_type: 'direct', speech_act: 'commit' }),
      statement(3, 'quay-report', 'deplored the blockade', {
        stance: 'against',
        stance_score: -2,
        stance_auto: 'against',
        stance_score_auto: -2,
        restates: id(4),
      }),
      statement(4, 'wire/note', 'rejected the tariff schedule', {
        stance: 'against',
        stance_score: -2,
        stance_auto: 'against',
        stance_score_auto: -2,
      }),
      statement(5, 'wire/note', 'praised ferries', { section: 'related' }),
      statement(6, 'locked-page', 'applauded the lighthouse initiative', { cue: 'calling it overdue' }),
    ],
    turns: [],
    actors: [
      { actor_id: 'ada-whitcombe', kind: 'person', name: 'Ada Whitcombe', aliases: [], country: null },
      { actor_id: 'jon-vaucourt', kind: 'person', name: 'Jon Vaucourt', aliases: [], country: null },
    ],
    memberships: [
      {
        membership_id: 'm1',
        actor_id: 'jon-vaucourt',
        role: 'envoy',
        organization_id: null,
        country: 'XAB',
        start_date: '2030',
        end_date: null,
      },
    ],
    targets: [
      {
        target_id: 'quay-opening',
        kind: 'issue',
        name: 'opening of the quay',
        aliases: [],
        parent_id: null,
        countries: ['XAB', 'XAA'],
      },
      {
        target_id: 'tariff-schedule',
        kind: 'issue',
        name: 'the tariff schedule',
        aliases: [],
        parent_id: null,
        countries: [],
      },
    ],
    countries: [country('XAA', 'Alland'), country('XAB', 'Bellond')],
    annotators: [
      { annotator_id: 'ann-1', kind: 'person', ...annotator },
      { annotator_id: 'ann-2', kind: 'person', ...annotator },
      { annotator_id: 'ann-3', kind: 'person', ...annotator },
      { annotator_id: 'm-1', kind: 'model', ...annotator },
      { annotator_id: 'm-2', kind: 'model', ...annotator },
    ],
    batches: [
      { batch_id: 'b1', phase: 'production', codebook_version: '1.0', design: 'all', seed: 1, state: 'closed' },
      { batch_id: 'b2', phase: 'production', codebook_version: '1.0', design: 'all', seed: 2, state: 'closed' },
      { batch_id: 'p1', phase: 'pilot', codebook_version: '1.0', design: 'all', seed: 3, state: 'closed' },
    ],
    labels: [],
    adjudication: [],
    tombstones: [],
    splits: [],
    texts: (documentId) => texts[documentId] ?? null,
    ...more,
  };
}

/** Writes a dataset as a folder below a new temporary one and returns its path. */
export function writeDataset(dataset: ReleaseDataset): string {
  const root = mkdtempSync(join(tmpdir(), 'demarche-release-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const table = (schema: SchemaName, path: string, given: Iterable<object>): void => {
    const rows = [...given];
    if (rows.length) write(path, formatCsv(tableOf(schema), rows));
  };
  write('demarche.json', JSON.stringify(dataset.project));
  write('codebook.json', JSON.stringify(dataset.codebook));
  table('document', 'documents.csv', dataset.documents);
  table('statement', 'statements.csv', dataset.statements);
  table('actor', 'lexicons/actors.csv', dataset.actors);
  table('membership', 'lexicons/memberships.csv', dataset.memberships);
  table('target', 'lexicons/targets.csv', dataset.targets);
  table('country', 'lexicons/countries.csv', dataset.countries);
  table('annotator', 'annotators.csv', dataset.annotators);
  table('batch', 'batches.csv', dataset.batches);
  table('adjudication', 'adjudication.csv', dataset.adjudication);
  table('tombstone', 'tombstones.csv', dataset.tombstones);
  const files = groupBy(dataset.labels, (row) => `labels/${row.batch_id}/${row.annotator_id}.csv`);
  for (const [path, rows] of files) table('label', path, rows);
  for (const { document_id } of dataset.documents) {
    const text = dataset.texts(document_id);
    if (text !== null) write(`texts/${encodeURIComponent(document_id)}.txt`, text);
  }
  return root;
}

/** The bytes of a release's file. */
export function fileBytes({ content }: Pick<ReleaseFile, 'content'>): Buffer {
  return Buffer.concat(Array.from(piecesOf(content), (piece) => Buffer.from(piece as Uint8Array)));
}
