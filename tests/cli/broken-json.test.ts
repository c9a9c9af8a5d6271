import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { labelsBy, smallDataset, writeDataset } from '../releases/small-dataset.js';
import { demarche } from '../support/command.js';

const test = suite('broken JSON');

const root = writeDataset(smallDataset({ labels: labelsBy(1, 'stance', { 'ann-1': 'favor', 'ann-2': 'favor' }) }));
test.before(() => {
  const { code, stderr } = demarche(['release', '--version', '0.2.0', '--quiet'], { cwd: root });
  assert.is(code, 0, stderr);
});
test.after(() => rmSync(root, { recursive: true, force: true }));

/** Runs a command in a copy of the dataset in which one file has other content. */
const withFile = (path: string, text: string, args: readonly string[]) => {
  const copy = `${root}-broken`;
  try {
    cpSync(root, copy, { recursive: true });
    writeFileSync(join(copy, path), text);
    return demarche(args, { cwd: copy });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

const redact = ['redact', 'wire/note', '--reason', 'asked'];
const cases: readonly (readonly [path: string, args: readonly string[]])[] = [
  ['demarche.json', ['release', '--version', '0.3.0']],
  ['demarche.json', redact],
  ['demarche.json', ['diff', '0.2.0', '.']],
  ['demarche.json', ['agree', 'labels/b1/ann-1.csv']],
  ['codebook.json', ['release', '--version', '0.3.0']],
  ['codebook.json', ['diff', '0.2.0', '.']],
  // A release of a lower version reads what the later one tells of it; the one before is compared with its checksums.
  ['releases/0.2.0/versions.json', ['release', '--version', '0.1.0']],
  ['releases/0.2.0/versions.json', ['release', '--version', '0.3.0', '--previous', 'releases/0.2.0']],
  ['releases/0.2.0/versions.json', redact],
  ['releases/0.2.0/datapackage.json', ['diff', '0.2.0', '.']],
  ['releases/0.2.0/datapackage.json', redact],
  ['releases/0.2.0/croissant.json', redact],
  ['releases/0.2.0/codebook.json', ['diff', '0.2.0', '.']],
  ['releases/0.2.0/standoff/demarche.json', ['hydrate', 'releases/0.2.0/standoff', '--documents', 'texts']],
];

for (const [path, args] of cases) {
  test(`${args[0]} says where ${path} is no JSON, and what to do (${args.slice(1).join(' ')})`, () => {
    const { code, stdout, stderr } = withFile(path, '{\n  "title": "Quays"\n  "version": 1\n}\n', args);
    assert.is(code, 2, stderr);
    assert.is(stdout, '');
    assert.match(
      stderr,
      `demarche: ${path}:3:3: the file is no JSON: "," or "}" was expected; mend it there, or put the file back as it was\n`,
    );
    assert.not.match(stderr, '    at ');
  });
}

test('JSON of another form than an object is told, too', () => {
  for (const text of ['[]', 'null', '3'])
    for (const path of ['demarche.json', 'codebook.json']) {
      const { code, stderr } = withFile(path, text, ['release', '--version', '0.3.0']);
      assert.is(code, 2, stderr);
      assert.match(stderr, `demarche: ${path}:1:1: the file holds no object { … }; put it back as it was\n`);
    }
});

test('a history without versions is told', () => {
  for (const text of ['{}', '{"versions": 3}', '{"versions": [null]}', '{"versions": [{"version": 1}]}']) {
    const { code, stderr } = withFile('releases/0.2.0/versions.json', text, ['release', '--version', '0.1.0']);
    assert.is(code, 2, stderr);
    assert.match(
      stderr,
      'demarche: releases/0.2.0/versions.json:1:1: the file has no list "versions" whose entries have a version each; put the release back as it was published\n',
    );
  }
});

test('a byte order mark before the JSON is no fault', () => {
  const text = `\ufeff${readFileSync(join(root, 'demarche.json'), 'utf8')}`;
  assert.is(withFile('demarche.json', text, ['diff', '0.2.0', '.']).code, 0);
});

test('a codebook without fields is told, not a fault of the program', () => {
  for (const text of ['{}', '{"fields": 5}', '{"fields": [{}]}'])
    for (const path of ['codebook.json', 'releases/0.2.0/codebook.json']) {
      const { code, stderr } = withFile(path, text, ['diff', '0.2.0', '.']);
      assert.is(code, 2, stderr);
      assert.match(stderr, `demarche: ${path}:1:1: the codebook has no list "fields" whose entries name a field each`);
    }
});

test('a head without a license is told by diff', () => {
  const head: Record<string, unknown> = { ...smallDataset().project };
  delete head['license'];
  const { code, stderr } = withFile('demarche.json', JSON.stringify(head), ['diff', '0.2.0', '.']);
  assert.is(code, 2, stderr);
  assert.match(stderr, 'demarche: demarche.json:1:1: license is missing; demarche validate says what must stand there');
});

test.run();
