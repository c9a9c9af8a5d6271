import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { validate } from '../../src/flows/validate.js';
import type { Project } from '../../src/model/generated.js';
import { spoiled } from './dataset.js';

const test = suite('missing parts');

const project: Project = {
  title: 't',
  version: '0.1.0',
  license: 'CC0',
  authors: [{ name: 'A' }],
  codebook: 'codebook.json',
  lexicons: 'lexicons',
};

type Rows = Record<string, Record<string, unknown>[]>;

/** What is said to be missing, of the clean dataset with a project and other rows. */
function missing(change: (rows: Rows) => void, more: Partial<Project> = {}, hasTexts = true): string[] {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...project, ...more }));
  const input = spoiled({ rows: change, more: [{ path: 'demarche.json', schema: 'project', bytes }] });
  const { findings } = validate(hasTexts ? input : { files: input.files });
  return findings
    .filter(({ rule }) => rule.startsWith('dataset/'))
    .map(({ rule, value }) => `${rule} ${value ?? ''}`.trim());
}

test('statements without documents can not be checked', () => {
  assert.equal(
    missing((rows) => delete rows['document']),
    ['dataset/missing-table documents.csv'],
  );
});

test('turns are asked for only where a statement stands in one', () => {
  assert.equal(
    missing(() => undefined),
    [],
  );
  const inTurn = (rows: Rows): void => void (rows['statement']![0]!['turn_id'] = `tu_${'0'.repeat(16)}`);
  assert.equal(missing(inTurn), ['dataset/missing-table turns.csv']);
});

test('texts are asked for unless the project has none by policy', () => {
  const nothing = (): void => undefined;
  assert.equal(missing(nothing, {}, false), ['dataset/no-texts']);
  assert.equal(missing(nothing, { text_policy: 'none' }, false), []);
  assert.equal(missing(nothing, { standoff: true }, false), []);
});

test.run();
