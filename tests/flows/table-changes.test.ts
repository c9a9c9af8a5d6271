import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { SourceFile } from '../../src/checks/validation-input.js';
import { knownSince } from '../../src/flows/known-since.js';
import { fileChanges } from '../../src/flows/table-changes.js';
import { finding } from '../../src/model/findings.js';
import type { SchemaName } from '../../src/model/generated.js';

const test = suite('table changes');

const file = (path: string, schema: SchemaName, text: string, more: Partial<SourceFile> = {}): SourceFile => ({
  path,
  schema,
  bytes: new TextEncoder().encode(text),
  ...more,
});
const actors = (rows: string, path = 'actors.csv'): SourceFile =>
  file(path, 'actor', `actor_id,kind,name,aliases,country\n${rows}`);
const found = (path: string, line: number, record_id = 'r') =>
  finding('table/value', { file: path, line, column: 3 }, 'wrong', { record_id, field: 'kind', value: 'v' });

test('files that are the same, and those that are only looked up in, are not compared', () => {
  const lookup = actors('a,person,A,,\n');
  const changes = fileChanges(
    [actors('a,person,A,,\n'), { ...actors('x,person,X,,\n', 'other.csv'), lookup: true }],
    [lookup, { ...actors('y,person,X,,\n', 'other.csv'), lookup: true }],
  );
  assert.equal([changes.tables, changes.touchedFiles, changes.others], [[], [], []]);
});

test('a finding is in a touched row wherever in its lines it stands', () => {
  const old = actors('a,person,"A\nB",,\nb,person,B,,\n');
  const fresh = actors('b,person,B,,\na,person,"A\nC",,\n\nc,person,C,,\n');
  const { isTouched } = knownSince([], fileChanges([old], [fresh]));
  assert.equal(
    [1, 2, 3, 4, 5, 6, 7].map((line) => isTouched(found('actors.csv', line))),
    [false, false, true, true, true, true, true],
  );
  assert.is(isTouched(finding('file/encoding', { file: 'actors.csv' }, 'm')), false);
  assert.is(isTouched(found('else.csv', 2)), false);
});

test('a finding of a renamed file is found again under its new name, each as often as it was there', () => {
  const changes = fileChanges([actors('a,person,A,,\n', 'old.csv')], [actors('a,person,A,,\n', 'new.csv')]);
  assert.equal([...changes.renamed], [['old.csv', 'new.csv']]);
  const { wasThere, isTouched } = knownSince([found('old.csv', 2)], changes);
  assert.is(isTouched(found('new.csv', 2)), false);
  assert.equal([wasThere(found('new.csv', 2)), wasThere(found('new.csv', 2))], [true, false]);
});

test('a file with few of the old rows is another file', () => {
  const old = actors('a,person,A,,\nb,person,B,,\nc,person,C,,\n', 'old.csv');
  const fresh = actors('a,person,A,,\nd,person,D,,\ne,person,E,,\n', 'new.csv');
  assert.equal([...fileChanges([old], [fresh]).renamed], []);
});

test('lines of JSON Lines are compared by key and value, whatever the order of their fields', () => {
  const json = (text: string): SourceFile => file('actors.jsonl', 'actor', text);
  const old = json('{"actor_id":"a","aliases":["x"]}\n{"actor_id":"b","aliases":[]}\n');
  const fresh = json('{"aliases":[],"actor_id":"b"}\n{"actor_id":"a","aliases":["x","y"]}\n');
  const [change] = fileChanges([old], [fresh]).tables;
  assert.is(change!.name, 'actors.jsonl');
  assert.equal(
    change!.diff.changed.map(({ cells }) => cells),
    [[{ column: 'aliases', old: '["x"]', new: '["x","y"]' }]],
  );
});

test('a codebook that came, changed or went is named', () => {
  const book = (text: string): SourceFile => file('codebook.json', 'codebook', text);
  assert.equal(fileChanges([book('{}')], [book('{ }')]).others, [{ path: 'codebook.json', what: 'changed' }]);
  assert.equal(fileChanges([], [book('{}')]).others, [{ path: 'codebook.json', what: 'added' }]);
  assert.equal(fileChanges([book('{}')], []).others, [{ path: 'codebook.json', what: 'withdrawn' }]);
});

test('bytes may come in pieces', () => {
  const bytes = new TextEncoder().encode('actor_id,kind,name,aliases,country\na,person,A,,\n');
  const pieces = { ...actors(''), bytes: () => [bytes.subarray(0, 10), bytes.subarray(10)] } as never as SourceFile;
  assert.is(fileChanges([], [pieces]).tables[0]!.diff.added.length, 1);
});

test.run();
