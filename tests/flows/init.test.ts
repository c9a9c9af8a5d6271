import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadCodebook } from '../../src/files/dataset.js';
import { loadLexicons } from '../../src/files/lexicons.js';
import { shippedCodebook, shippedLexicons } from '../../src/files/package-root.js';
import { readTemplates } from '../../src/files/templates.js';
import { initProject, type InitMaterials, type InitResult } from '../../src/flows/init.js';
import type { InitChoices } from '../../src/flows/init-heads.js';
import type { Codebook } from '../../src/model/generated.js';
import { datasheetForm, readDatasheet } from '../../src/releases/datasheet-form.js';

const test = suite('a new project');

const materials: InitMaterials = {
  templates: readTemplates(),
  shippedLexicon: (file) => readFileSync(join(shippedLexicons(), file), 'utf8'),
  lexicons: loadLexicons().lexicons,
};
const codebook = loadCodebook();
const text = readFileSync(shippedCodebook(), 'utf8');

function made(choices: Partial<InitChoices> = {}): InitResult & { file: (path: string) => string } {
  const result = initProject(
    {
      title: 'Bridges',
      authors: [{ name: 'Ana Kern' }],
      license: 'CC-BY-4.0',
      language: 'en',
      codebook: { value: codebook, text },
      fields: [],
      lexicons: 'own',
      tool: null,
      sample: true,
      ...choices,
    },
    materials,
  );
  return { ...result, file: (path) => result.files.find((file) => file.path === path)?.content ?? '(none)' };
}

test('the codebook is copied byte for byte, and CODEBOOK.md says the same', () => {
  const { file } = made();
  assert.is(file('codebook.json'), text);
  assert.match(file('CODEBOOK.md'), /^# demarche codebook, version 1\.0\n/);
  assert.not.match(file('CODEBOOK.md'), /## Columns/);
});

test('the form of the datasheet is given, every question blank', () => {
  const { file } = made();
  assert.is(file('datasheet.md'), datasheetForm());
  assert.is(readDatasheet(file('datasheet.md')).answers.size, 0);
});

test('labels of the sample stand at its statements, and one disagreement is decided', () => {
  const { file, labels } = made();
  assert.is(labels, 31);
  const first = file('labels/batch-1/ann-1.csv').split('\n');
  assert.is(first.length - 2 + file('labels/batch-1/ann-2.csv').split('\n').length - 2, 31);
  const decided = /^(st_\w+),stance,none,toward-target,/m.exec(file('adjudication.csv'))?.[1] ?? '(none)';
  assert.ok(first.some((line) => line.startsWith(`${decided},batch-1,ann-1,stance,none,`)));
});

test('an own field gets a label at every labelled statement, said to be an example', () => {
  const { file } = made({ fields: [{ field: 'x_frame', categories: ['economy', 'security'] }] });
  const lines = file('labels/batch-1/ann-1.csv').split('\n');
  assert.is(lines.filter((line) => line.includes(',x_frame,')).length, 8);
  assert.ok(lines.some((line) => line.includes(',x_frame,security,1,,,shows the form of a label; no judgement,1.1,')));
  assert.match(file('batches.csv'), /^batch-1,production,1\.1,/m);
});

test('labels and rules that the codebook lacks are left out', () => {
  const other: Codebook = {
    ...codebook,
    version: '3.0',
    fields: codebook.fields.filter(({ field }) => field !== 'stance_score'),
    rules: codebook.rules.filter(({ rule_id }) => rule_id !== 'strength'),
  };
  const { file } = made({ codebook: { value: other, text: '{}' } });
  assert.not.match(file('labels/batch-1/ann-1.csv'), /stance_score|,strength,/);
  assert.match(file('labels/batch-1/ann-1.csv'), /,affirmative-target,/);
});

test('a codebook without the categories that the converter gives leaves the sample out and names them', () => {
  const fields = codebook.fields.map((field) =>
    field.field === 'stance'
      ? { ...field, categories: field.categories!.filter(({ value }) => value !== 'favor') }
      : field,
  );
  const { files, statements, unknownCategories } = made({ codebook: { value: { ...codebook, fields }, text } });
  assert.is(statements, 0);
  assert.equal(unknownCategories, ['stance "favor"']);
  assert.not.ok(files.some(({ path }) => path.startsWith('documents/tallis') || path.startsWith('labels/batch')));
});

test('shipped lexicons are sorted by key with the rows of the sample among them', () => {
  const { file } = made({ lexicons: 'shipped' });
  const ids = file('lexicons/actors.csv')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0]!);
  assert.ok(ids.length > 300 && ids.includes('irena-dovrek'));
  assert.equal(
    ids,
    [...ids].sort((a, b) => (a < b ? -1 : 1)),
  );
  const without = made({ lexicons: 'shipped', sample: false });
  assert.not.match(without.file('lexicons/actors.csv'), /irena-dovrek/);
});

test('no placeholder is left in a filled template, and a workflow keeps its expressions', () => {
  for (const { path, content } of made({ tool: '0.1.0' }).files) {
    if (!path.startsWith('.github/')) assert.not.match(content, /\{\{\w+\}\}/, path);
  }
});

test('the same choices give the same bytes', () => {
  assert.equal(made({ tool: '0.1.0' }).files, made({ tool: '0.1.0' }).files);
});

test.run();
