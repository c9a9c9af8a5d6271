import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadCodebook } from '../../src/files/dataset.js';
import { versionFindings } from '../../src/flows/version-findings.js';
import { testDocuments, versionStep, type ReleaseStep } from '../../src/flows/version-step.js';
import type { Codebook } from '../../src/model/generated.js';
import { makeDelta } from '../../src/releases/make-delta.js';
import { withheldSince } from '../../src/releases/withheld.js';
import type { ReleaseMeaning, TableSchema } from '../../src/releases/release-meaning.js';
import { memoryStore } from '../../src/tables/row-store.js';
import { csvTables } from '../support/release-tables.js';

const test = suite('version step');
const codebook = loadCodebook();
const store = memoryStore();

/** The release that all others follow: 1.2.3, with one test document. */
const base = {
  documents: 'document_id,title\nd1,One\nd2,Two\n',
  statements: 'statement_id,document_id,stance\ns1,d1,favor\ns2,d1,none\ns3,d2,favor\n',
  splits: 'document_id,split\nd1,train\nd2,test\n',
  tombstones: 'id,withdrawn_in,reason,replaced_by\ns0,1.0.0,no statement,\n',
};

const statementSchema: TableSchema = {
  'x-file': 'statements.csv',
  properties: {
    statement_id: { type: 'string', description: 'Id' },
    document_id: { type: 'string', description: 'Document' },
    stance: { type: 'string', description: 'Stance' },
    quote_type: { type: 'string', enum: ['direct', 'mixed'], description: 'Kind' },
  },
};

interface Change {
  /** Tables that are other than in the base; null takes one away. */
  readonly tables?: Readonly<Record<string, string | null>>;
  readonly meaning?: Partial<ReleaseMeaning>;
  readonly before?: Partial<ReleaseMeaning>;
  readonly from?: string;
  readonly most?: number;
  /** Documents of the new release's standoff/, each with the ids of its statements; by default nobody knows. */
  readonly standoff?: Readonly<Record<string, readonly string[]>>;
}

function stepOf({ tables = {}, meaning = {}, before = {}, from = '1.2.3', most, standoff = {} }: Change): ReleaseStep {
  const previous = csvTables(base);
  const kept = Object.entries({ ...base, ...tables }).filter(([, csv]) => csv !== null) as [string, string][];
  const next = csvTables(Object.fromEntries(kept));
  const withheld = withheldSince(previous, next, {
    documents: Object.keys(standoff),
    statements: Object.entries(standoff).flatMap(([document_id, ids]) =>
      ids.map((statement_id) => ({ statement_id, document_id })),
    ),
  });
  const delta = makeDelta(previous, next, { from, to: 'next', store, withheld });
  const same: ReleaseMeaning = { codebook, schemas: [statementSchema], metadata: { title: 'T' } };
  return versionStep(delta, {
    before: { ...same, ...before },
    after: { ...same, ...meaning },
    testDocuments: testDocuments(previous),
    ...(most === undefined ? {} : { most }),
  });
}

/** A change's step, the lowest version, and its demands: rule, table or field, rows and ids. */
function demanded(change: Change): readonly unknown[] {
  const { step, least, demands } = stepOf(change);
  return [step, least, ...demands.map((one) => [one.rule, one.field ?? one.table, one.rows, one.ids.join(' ')])];
}

const statements = (rows: string, header = 'statement_id,document_id,stance'): Change => ({
  tables: { statements: `${header}\n${rows}` },
});

test('the same rows packed anew are a PATCH', () => {
  assert.equal(demanded({}), ['patch', '1.2.4']);
});

test('another title is a PATCH', () => {
  const change = { meaning: { metadata: { title: 'U', license: 'CC0-1.0' } } };
  assert.equal(demanded(change), [
    'patch',
    '1.2.4',
    ['metadata', 'title', null, ''],
    ['metadata', 'license', null, ''],
  ]);
});

test('columns in another order are a PATCH', () => {
  const change = statements('favor,s1,d1\nnone,s2,d1\nfavor,s3,d2\n', 'stance,statement_id,document_id');
  assert.equal(demanded(change), ['patch', '1.2.4', ['columns-reordered', 'statements', null, '']]);
});

test('new rows are a MINOR step', () => {
  assert.equal(demanded(statements('s1,d1,favor\ns2,d1,none\ns3,d2,favor\ns4,d1,none\ns5,d2,none\n')), [
    'minor',
    '1.3.0',
    ['row-added', 'statements', 2, 's4 s5'],
  ]);
});

test('corrected cells are a MINOR step', () => {
  assert.equal(demanded(statements('s1,d1,against\ns2,d1,favor\ns3,d2,favor\n')), [
    'minor',
    '1.3.0',
    ['row-corrected', 'statements', 2, 's1 s2'],
  ]);
});

test('corrected cells of a statement in the frozen test split are a MAJOR step', () => {
  assert.equal(demanded(statements('s1,d1,against\ns2,d1,none\ns3,d2,against\n')), [
    'major',
    '2.0.0',
    ['test-corrected', 'statements', 1, 's3'],
    ['row-corrected', 'statements', 1, 's1'],
  ]);
});

test('a document that comes into the test split only now does not freeze what it was before', () => {
  const tables = {
    splits: 'document_id,split\nd1,test\nd2,test\n',
    statements: 'statement_id,document_id,stance\ns1,d1,against\ns2,d1,none\ns3,d2,favor\n',
  };
  assert.equal(demanded({ tables }).slice(2), [
    ['split-moved', 'splits', 1, 'd1'],
    ['row-corrected', 'statements', 1, 's1'],
  ]);
});

test('cells of a new column correct nothing, in the test split neither', () => {
  const change = statements('s1,d1,favor,a\ns2,d1,none,\ns3,d2,favor,b\n', 'statement_id,document_id,stance,x_topic');
  assert.equal(demanded(change), ['minor', '1.3.0', ['column-added', 'x_topic', null, '']]);
});

test('a new column that may not be empty is a MAJOR step', () => {
  const properties = { ...(statementSchema['properties'] as object), kind: { type: 'string', description: 'K' } };
  const change = statements('s1,d1,favor,a\ns2,d1,none,a\ns3,d2,favor,b\n', 'statement_id,document_id,stance,kind');
  const found = demanded({ ...change, meaning: { schemas: [{ ...statementSchema, properties }] } });
  assert.equal(found, ['major', '2.0.0', ['column-required', 'kind', null, '']]);
});

test('a withdrawn row with a tombstone is a MINOR step, one without it a MAJOR one', () => {
  const rows = 'statement_id,document_id,stance\ns1,d1,favor\n';
  const tombstones = `${base.tombstones}s2,1.3.0,said twice,s1\n`;
  assert.equal(demanded({ tables: { statements: rows, tombstones } }), [
    'major',
    '2.0.0',
    ['row-lost', 'statements', 1, 's3'],
    ['row-added', 'tombstones', 1, 's2'],
    ['row-withdrawn', 'statements', 1, 's2'],
  ]);
});

test('a document that is gone without a tombstone is lost; its split has not moved', () => {
  const tables = { documents: 'document_id,title\nd1,One\n', splits: 'document_id,split\nd1,train\n' };
  assert.equal(demanded({ tables }), [
    'major',
    '2.0.0',
    ['row-lost', 'documents', 1, 'd2'],
    ['row-withdrawn', 'splits', 1, 'd2'],
  ]);
});

/** The release of which the license of d2 was withdrawn. */
const withdrawnLicense: Change = {
  tables: {
    documents: 'document_id,title\nd1,One\n',
    statements: 'statement_id,document_id,stance\ns1,d1,favor\ns2,d1,none\n',
    splits: 'document_id,split\nd1,train\n',
  },
  standoff: { d1: ['s1', 's2'], d2: ['s3'] },
};

test('rows that are in standoff/ only now, as the license of their document was withdrawn, are a MINOR step', () => {
  assert.equal(demanded(withdrawnLicense), [
    'minor',
    '1.3.0',
    ['row-withheld', 'documents', 1, 'd2'],
    ['row-withheld', 'statements', 1, 's3'],
    ['row-withheld', 'splits', 1, 'd2'],
  ]);
  const { demands, conventions } = stepOf(withdrawnLicense);
  assert.is(
    demands[0]!.says,
    "1 row of documents now in standoff/ only, as its document's text may no longer be handed on",
  );
  assert.equal([conventions.data_package.step, conventions.croissant.step], ['major', 'major']);
});

test('a statement that is not in standoff/ either is lost, whatever became of its document; a tombstone says more', () => {
  const gone = { ...withdrawnLicense, standoff: { d1: ['s1', 's2'], d2: [] } };
  assert.equal(demanded(gone).slice(0, 3), ['major', '2.0.0', ['row-lost', 'statements', 1, 's3']]);
  const tombstones = `${base.tombstones}s3,1.3.0,said twice,s1\n`;
  const buried = { ...withdrawnLicense, tables: { ...withdrawnLicense.tables, tombstones } };
  assert.equal(demanded(buried)[3], ['row-withdrawn', 'statements', 1, 's3']);
});

test('a table that is gone because all of its rows are in standoff/ only now is no MAJOR step', () => {
  const splits = { ...withdrawnLicense.tables, splits: null };
  const all = {
    tables: { ...splits, documents: 'document_id,title\n', statements: 'statement_id,document_id,stance\n' },
  };
  assert.equal(demanded({ ...all, standoff: { d1: ['s1', 's2'], d2: ['s3'] } }), [
    'minor',
    '1.3.0',
    ['row-withheld', 'documents', 2, 'd1 d2'],
    ['row-withheld', 'statements', 3, 's1 s2 s3'],
    ['row-withheld', 'splits', 2, 'd1 d2'],
  ]);
});

test('documents moved between splits are a MAJOR step, and so are those that leave their split', () => {
  assert.equal(demanded({ tables: { splits: 'document_id,split\nd1,dev\n' } }), [
    'major',
    '2.0.0',
    ['split-moved', 'splits', 2, 'd1 d2'],
  ]);
});

test('a tombstone that is gone is a MAJOR step', () => {
  const tables = { tombstones: 'id,withdrawn_in,reason,replaced_by\n' };
  assert.equal(demanded({ tables }), ['major', '2.0.0', ['tombstone-lost', 'tombstones', 1, 's0']]);
});

test('a column that is gone is a MAJOR step', () => {
  const change = statements('s1,d1\ns2,d1\ns3,d2\n', 'statement_id,document_id');
  assert.equal(demanded(change), ['major', '2.0.0', ['column-removed', 'stance', null, '']]);
});

test('a column that has another name, and is described in the same words, was renamed', () => {
  const { stance, ...others } = statementSchema['properties'] as Record<string, object>;
  const change = statements('s1,d1,favor\ns2,d1,none\ns3,d2,favor\n', 'statement_id,document_id,position');
  const schemas = [{ ...statementSchema, properties: { ...others, position: stance } }];
  const { demands } = stepOf({ ...change, meaning: { schemas } });
  assert.is(demands[0]!.says, 'statements, stance: the column has another name ("position" now)');
});

test('a column of another type is a MAJOR step, one that takes fewer or more values a MINOR one', () => {
  const properties = statementSchema['properties'] as Record<string, object>;
  const now = (column: string, property: object): Change => ({
    meaning: { schemas: [{ ...statementSchema, properties: { ...properties, [column]: property } }] },
  });
  assert.equal(
    stepOf(now('stance', { type: 'integer', description: 'Stance' })).demands.map((one) => one.says),
    ['statements, stance: the column has another type (string, now integer)'],
  );
  const optional = now('stance', { type: ['string', 'null'], description: 'Stance' });
  assert.equal(demanded(optional).slice(0, 3), ['minor', '1.3.0', ['constraint-relaxed', 'stance', null, '']]);
});

test('values of a schema that are gone are a MAJOR step, new ones a MINOR one', () => {
  const header = 'statement_id,document_id,stance,quote_type';
  const rows = 's1,d1,favor,direct\ns2,d1,none,direct\ns3,d2,favor,direct\n';
  const previous = csvTables({ statements: `${header}\n${rows}` });
  const delta = makeDelta(previous, previous, { from: '1.0.0', to: '1.1.0', store });
  const properties = statementSchema['properties'] as Record<string, object>;
  const other = { ...statementSchema, properties: { ...properties, quote_type: { enum: ['direct', 'turn'] } } };
  const meaning = (schema: TableSchema): ReleaseMeaning => ({ codebook, schemas: [schema], metadata: {} });
  const { demands } = versionStep(delta, {
    before: meaning(statementSchema),
    after: meaning(other),
    testDocuments: new Set(),
  });
  assert.equal(
    demands.map((one) => one.says),
    [
      'statements, quote_type: the label value is gone ("mixed")',
      'statements, quote_type: the label value is new ("turn")',
    ],
  );
});

test('a table that is gone is a MAJOR step, a new one a MINOR one', () => {
  assert.equal(demanded({ tables: { splits: null } }), [
    'major',
    '2.0.0',
    ['table-removed', 'splits', null, ''],
    ['split-moved', 'splits', 2, 'd1 d2'],
  ]);
  const actors = 'actor_id,kind,name,aliases,country\na1,person,A,,\n';
  assert.equal(demanded({ tables: { actors } }), ['minor', '1.3.0', ['table-added', 'actors', null, '']]);
});

/** The codebook with its stance categories changed. */
function stances(change: (values: readonly Category[]) => readonly Category[]): Codebook {
  return {
    ...codebook,
    fields: codebook.fields.map((field) =>
      field.field === 'stance' ? { ...field, categories: [...change(field.categories!)] } : field,
    ),
  };
}
type Category = NonNullable<Codebook['fields'][number]['categories']>[number];

test('a label value that is gone or redefined is a MAJOR step, a new one a MINOR one', () => {
  const without = stances((values) => values.filter(({ value }) => value !== 'unclear'));
  assert.equal(demanded({ meaning: { codebook: without } }), [
    'major',
    '2.0.0',
    ['label-value-removed', 'stance:unclear', null, ''],
  ]);
  assert.equal(demanded({ before: { codebook: without } }), [
    'minor',
    '1.3.0',
    ['label-value-added', 'stance:unclear', null, ''],
  ]);
  const redefined = stances((values) =>
    values.map((one) => (one.value === 'mixed' ? { ...one, definition: 'Anything that is left.' } : one)),
  );
  assert.equal(demanded({ meaning: { codebook: redefined } }), [
    'major',
    '2.0.0',
    ['label-value-redefined', 'stance:mixed', null, ''],
  ]);
});

test('the count of rows is exact, the ids are the first few', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `t${String(i).padStart(2, '0')},d1,none\n`).join('');
  const change = statements(`s1,d1,favor\ns2,d1,none\ns3,d2,favor\n${rows}`);
  assert.equal(demanded({ ...change, most: 3 })[2], ['row-added', 'statements', 40, 't00 t01 t02']);
});

test('the conventions of others ask for other steps of the same change', () => {
  const corrected = stepOf(statements('s1,d1,against\ns2,d1,none\ns3,d2,favor\n'));
  assert.equal(corrected.conventions, {
    data_package: { step: 'patch', least: '1.2.4', satisfied: true },
    croissant: { step: 'major', least: '2.0.0', satisfied: false },
  });
  const column = stepOf(
    statements('s1,d1,favor,a\ns2,d1,none,\ns3,d2,favor,b\n', 'statement_id,document_id,stance,x_a'),
  );
  assert.equal(column.conventions.data_package, { step: 'major', least: '2.0.0', satisfied: false });
  assert.equal(column.conventions.croissant, { step: 'minor', least: '1.3.0', satisfied: true });
  assert.equal(stepOf({}).conventions.croissant, { step: null, least: '1.2.3', satisfied: true });
});

test('versions 0.y.z obey the same rule', () => {
  const added = statements('s1,d1,favor\ns2,d1,none\ns3,d2,favor\ns4,d1,none\n');
  assert.is(stepOf({ ...added, from: '0.1.0' }).least, '0.2.0');
  assert.is(stepOf({ tables: { splits: 'document_id,split\nd1,dev\nd2,test\n' }, from: '0.1.0' }).least, '1.0.0');
});

test('a version that is too low is an error for each demand that it does not meet', () => {
  const step = stepOf({
    ...statements('s1,d1,against\ns2,d1,none\ns3,d2,against\n'),
    meaning: { metadata: { title: 'U' } },
  });
  const messages = (version: string): string[] => versionFindings(step, version).map((one) => one.message);
  assert.equal(messages('2.0.0'), []);
  assert.equal(messages('1.3.0'), [
    '1.3.0 is too low after 1.2.3: 1 row of statements corrected in the frozen test split, a MAJOR step; give it 2.0.0 or more: s3',
  ]);
  assert.equal(messages('1.2.4').length, 2);
  const [found] = versionFindings(step, '1.2.9');
  assert.equal(
    [found!.rule, found!.severity, found!.value, found!.suggestion, found!.record_id],
    ['release/version-too-low', 'error', '1.2.9', { value: '2.0.0', safe: false }, 's3'],
  );
});

test('rows that were lost come with the other way out, and only the first ids', () => {
  const step = stepOf({ ...statements('s2,d1,none\n'), most: 1 });
  assert.is(
    versionFindings(step, '1.3.0')[0]!.message,
    '1.3.0 is too low after 1.2.3: 2 rows of statements gone without a tombstone, a MAJOR step; give it 2.0.0 or more, or write a tombstone for each into tombstones.csv, and the step is MINOR: s1, …',
  );
});

test('rows in standoff/ only do not ask for tombstones', () => {
  assert.equal(
    versionFindings(stepOf(withdrawnLicense), '1.2.4').map((one) => one.message)[1],
    "1.2.4 is too low after 1.2.3: 1 row of statements now in standoff/ only, as its document's text may no longer be handed on, a MINOR step; give it 1.3.0 or more: s3",
  );
});

test('a version that is not above the one before is refused, whatever has changed', () => {
  for (const version of ['1.2.3', '1.2.2', '0.9.0']) {
    assert.equal(
      versionFindings(stepOf({}), version).map((one) => one.message),
      [`${version} is not above 1.2.3, the release before; give it 1.2.4 or more (a PATCH step)`],
    );
  }
});

test.run();
