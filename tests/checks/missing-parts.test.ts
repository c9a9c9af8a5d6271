import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { CheckedTable } from '../../src/checks/check.js';
import { missingParts } from '../../src/checks/missing-parts.js';
import type { Project } from '../../src/model/generated.js';
import { tableOf } from '../../src/model/tables.js';

const test = suite('missing parts');

const project: Project = {
  title: 't',
  version: '0.1.0',
  license: 'CC0',
  authors: [{ name: 'A' }],
  codebook: 'codebook.json',
  lexicons: 'lexicons',
};

const table = (name: 'statements' | 'documents' | 'turns', row: Record<string, unknown>): CheckedTable => {
  const schema = name.slice(0, -1) as 'statement' | 'document' | 'turn';
  return {
    schema,
    table: tableOf(schema),
    name,
    file: `${name}.csv`,
    header: [],
    headerPlaces: [],
    rows: [{ row, file: `${name}.csv`, line: 2, columns: {} }] as never,
    lookup: false,
    copy: false,
  };
};

const rules = (tables: readonly CheckedTable[], hasTexts: boolean, more: Partial<Project> = {}): string[] =>
  missingParts(tables, { ...project, ...more }, hasTexts).map((found) => `${found.rule} ${found.value ?? ''}`.trim());

test('statements without documents can not be checked', () => {
  assert.equal(rules([table('statements', { turn_id: null })], true), ['dataset/missing-table documents.csv']);
});

test('turns are asked for only where a statement stands in one', () => {
  const documents = table('documents', {});
  assert.equal(rules([table('statements', { turn_id: null }), documents], true), []);
  assert.equal(rules([table('statements', { turn_id: 'tu_1' }), documents], true), ['dataset/missing-table turns.csv']);
});

test('texts are asked for unless the project has none by policy', () => {
  const tables = [table('documents', {})];
  assert.equal(rules(tables, false), ['dataset/no-texts']);
  assert.equal(rules(tables, false, { text_policy: 'none' }), []);
  assert.equal(rules(tables, false, { standoff: true }), []);
});

test.run();
