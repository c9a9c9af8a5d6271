import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { UsageError } from '../../src/model/errors.js';
import type { Statement } from '../../src/model/generated.js';
import { sha256 } from '../../src/model/hash.js';
import { textOf } from '../../src/releases/release.js';
import { standoff, type StandoffInput } from '../../src/releases/standoff.js';
import { id, label, smallDataset, statement } from './small-dataset.js';

const test = suite('standoff');

const filesOf = (more: Partial<StandoffInput> = {}): Map<string, string> => {
  const { project, codebook, documents, statements, turns, texts } = smallDataset();
  const input = { project, codebook, documents, statements, turns, texts, ...more };
  return new Map([...standoff(input)].map((file) => [file.path, textOf(file)]));
};

test('a convert output becomes a dataset of offsets and hashes that names its lexicon folder', () => {
  const files = filesOf({ lexicons: '../../seeds/lexicons' });
  assert.equal([...files.keys()], ['demarche.json', 'codebook.json', 'documents.csv', 'statements.csv']);
  const project = JSON.parse(files.get('demarche.json')!) as Record<string, unknown>;
  assert.equal(
    [project['standoff'], project['lexicons'], project['codebook']],
    [true, '../../seeds/lexicons', 'codebook.json'],
  );
  assert.not.match(files.get('documents.csv')!, 'title');
});

test('rows of the generated type are taken as they are', () => {
  const rows: readonly Statement[] = [statement(1, 'quay-report', 'Monday') as unknown as Statement];
  assert.match(filesOf({ statements: rows }).get('statements.csv')!, id(1));
});

test('the surroundings are cut at the ends of the text and counted in code points', () => {
  const document = smallDataset().documents[0]!;
  const text = '🚢🚢 ab 🚢';
  const row = {
    ...statement(1, 'quay-report', 'Monday'),
    start: 3,
    end: 5,
    segments: [{ start: 3, end: 5 }],
    text: 'ab',
  };
  const files = filesOf({ documents: [document], statements: [row], texts: () => text });
  assert.match(files.get('statements.csv')!, sha256('🚢🚢 \n 🚢'));
});

test('each mention with a place has a digest of its words, one without a place has none', () => {
  const row = {
    ...statement(1, 'quay-report', 'Monday'),
    cue: 'welcomed',
    cue_start: 9,
    cue_end: 17,
    speaker_text: 'Caldmere',
  };
  const [header = '', first = ''] = filesOf({ statements: [row] })
    .get('statements.csv')!
    .split('\n');
  const cell = (name: string): string => first.split(',')[header.split(',').indexOf(name)]!;
  assert.is(cell('cue_sha256'), sha256('welcomed'));
  assert.is(cell('speaker_sha256'), '');
  assert.is(cell('target_sha256'), '');
});

test('a turn has digests of what is said and of its heading, and those of a stand-off turn stay', () => {
  const turn = { turn_id: 'tu_1', document_id: 'quay-report', start: 9, end: 17, speaker_id: null };
  const heading = { speaker_text: 'Caldmere', speaker_start: 0, speaker_end: 8 };
  const turns = filesOf({ turns: [{ ...turn, ...heading }] }).get('turns.csv')!;
  assert.match(turns, `tu_1,quay-report,9,17,${sha256('welcomed')},0,8,${sha256('Caldmere')},\n`);
  const kept = { ...turn, speaker_start: null, speaker_end: null, span_sha256: 'a'.repeat(64), speaker_sha256: null };
  assert.match(filesOf({ turns: [kept] }).get('turns.csv')!, `9,17,${'a'.repeat(64)},,,,\n`);
});

test('a missing text is wrong use, for without it the surroundings have no hash', () => {
  assert.throws(
    () => filesOf({ texts: () => null }),
    (error: unknown) => error instanceof UsageError,
  );
});

test('labels lose their comments, and labels of words are dropped', () => {
  const labels = [label(1, 'stance', 'favor', { comment: 'says berths' }), label(1, 'speaker_text', 'Whitcombe')];
  const file = filesOf({ labels }).get('labels/b1/ann-1.csv')!;
  assert.match(file, `${id(1)},b1,ann-1,stance,favor,1,,,,1.0,`);
  assert.not.match(file, /berths|Whitcombe/);
});

test('custom fields of free text are dropped, those with categories stay', () => {
  const { codebook, statements } = smallDataset();
  const fields = [
    ...codebook.fields,
    { field: 'x_note', type: 'string', level: 'nominal', description: 'Note' } as const,
    { field: 'x_venue', type: 'category', level: 'nominal', description: 'Venue', categories: [] } as const,
  ];
  const own = { ...codebook, fields: fields.map((field) => ({ ...field })) } as typeof codebook;
  const rows = statements.map((row) => ({ ...row, x_note: 'berths', x_venue: 'quay' }));
  const [header = '', first = ''] = filesOf({ codebook: own, statements: rows }).get('statements.csv')!.split('\n');
  assert.match(header, /,status,x_venue$/);
  assert.match(first, /,auto,quay$/);
});

test('a dataset without statements still has its tables', () => {
  const files = filesOf({ statements: [] });
  assert.is(files.get('statements.csv')!.trimEnd().split('\n').length, 1);
});

test.run();
