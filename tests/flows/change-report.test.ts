import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { SourceFile } from '../../src/checks/validation-input.js';
import { census, movedShares, newNames } from '../../src/flows/change-report.js';
import type { SchemaName } from '../../src/model/generated.js';
import { annotatorRules } from '../../src/reports/changes/change-report.js';

const test = suite('change report');

const file = (path: string, schema: SchemaName, text: string): SourceFile => ({
  path,
  schema,
  bytes: new TextEncoder().encode(text),
});
const statements = (...rows: string[]): SourceFile =>
  file('statements.csv', 'statement', `statement_id,speaker_id,speaker_text,target_id,stance\n${rows.join('\n')}\n`);
const labels = (...rows: string[]): SourceFile =>
  file('labels/b/a.csv', 'label', `statement_id,field,value\n${rows.join('\n')}\n`);

test('speakers and targets are new when no statement had them; a name in words counts where there is no id', () => {
  const before = census([statements('1,ana,Ana,t1,favor')]);
  const after = census([
    statements('1,ana,Ana,t1,favor', '2,,a sailor,t2,none', '3,,a sailor,t1,none', '4,bo,Bo,t2,none'),
  ]);
  assert.equal(newNames(before.speakers, after.speakers), [
    { name: 'a sailor', statements: 2 },
    { name: 'bo', statements: 1 },
  ]);
  assert.equal(newNames(before.targets, after.targets), [{ name: 't2', statements: 2 }]);
});

test('shares are told of fields whose counts moved, for labels and for the categories of statements', () => {
  const before = census([statements('1,a,A,t,favor'), labels('1,stance,favor', '1,status,rejected')]);
  const after = census([
    statements('1,a,A,t,against'),
    labels('1,stance,favor', '1,status,rejected', '2,stance,none', '3,stance,'),
  ]);
  assert.equal(movedShares(before, after), [
    {
      table: 'labels',
      field: 'stance',
      before: 1,
      after: 2,
      values: [
        { value: 'favor', before: 1, after: 1 },
        { value: 'none', before: 0, after: 1 },
      ],
    },
    {
      table: 'statements',
      field: 'stance',
      before: 1,
      after: 1,
      values: [
        { value: 'against', before: 0, after: 1 },
        { value: 'favor', before: 1, after: 0 },
      ],
    },
  ]);
  assert.equal(movedShares(before, before), []);
});

test('rules that judge a person’s work are rules that there are', () => {
  const rules = readFileSync('docs/rules.md', 'utf8');
  for (const rule of annotatorRules) assert.ok(rules.includes(rule), rule);
});

test.run();
