import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gatherInput } from '../../src/files/validate-input.js';
import { validate } from '../../src/flows/validate.js';
import { UsageError } from '../../src/model/errors.js';
import { spoiled } from '../checks/dataset.js';

const test = suite('validate input');

const project = {
  title: 't',
  version: '0.1.0',
  license: 'CC-BY-4.0',
  authors: [{ name: 'A' }],
  codebook: 'codebook.json',
  lexicons: 'lexicons',
};

/** Writes the clean dataset into a temporary folder; lexicons in their own folder. */
function inFolder(work: (root: string) => void): void {
  const root = mkdtempSync(join(tmpdir(), 'dataset-'));
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  try {
    const { files, text } = spoiled();
    for (const { path, bytes } of files) {
      if (typeof bytes === 'function') throw new Error('a small file comes whole');
      put(/^(actors|memberships|targets|countries)/.test(path) ? `lexicons/${path}` : path, bytes);
    }
    put('texts/doc-1.txt', text!('doc-1')!.bytes);
    put('demarche.json', JSON.stringify(project));
    work(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const validated = (root: string, paths: string[], options: object = {}) => {
  const { inputs, findings } = gatherInput(paths, { from: root, ...options });
  const all = inputs.map((input) => validate(input));
  return {
    files: all.flatMap((one) => one.files.map(({ path, kind }) => `${path} ${kind}`)).sort(),
    findings: [...all.flatMap((one) => one.findings), ...findings].map(({ file, rule }) => `${file} ${rule}`),
  };
};

test('without paths the dataset around the folder is validated as a whole', () => {
  inFolder((root) => {
    const { files, findings } = validated(join(root, 'labels', 'b1'), []);
    assert.equal(findings, []);
    assert.is(files.length, 13);
    assert.equal(validated(root, []).files.slice(0, 3), [
      'annotators.csv annotators',
      'batches.csv batches',
      'codebook.json codebook',
    ]);
  });
});

test('a single file is validated against the dataset around it', () => {
  inFolder((root) => {
    const file = join(root, 'labels/b1/ann-1.csv');
    assert.equal(validated(root, [file]), { files: ['labels/b1/ann-1.csv labels'], findings: [] });
    writeFileSync(
      join(root, 'mine.csv'),
      'statement_id,annotator_id,field,value\nst_9999999999999999,ann-1,stance,favor\n',
    );
    const { files, findings } = validated(root, [join(root, 'mine.csv')]);
    assert.equal(files, ['mine.csv labels']);
    assert.ok(findings.includes('mine.csv label/unknown-statement'));
    assert.ok(findings.includes('mine.csv table/missing-column'));
  });
});

test('a convert output has no head: the shipped codebook stands in, and lexicons come by option', () => {
  inFolder((root) => {
    rmSync(join(root, 'demarche.json'));
    rmSync(join(root, 'codebook.json'));
    rmSync(join(root, 'labels'), { recursive: true });
    writeFileSync(
      join(root, 'statements.csv'),
      spoiled({ rows: (rows) => void (rows['statement']![0]!['stance'] = 'x') }).files.find(
        ({ schema }) => schema === 'statement',
      )!.bytes as Uint8Array,
    );
    const { findings } = validated(root, [root], { lexicons: join(root, 'lexicons') });
    assert.equal(findings, ['statements.csv codebook/undeclared-column', 'statements.csv codebook/unknown-category']);
  });
});

test('a path that is not there is a finding, and the others are validated', () => {
  inFolder((root) => {
    const { files, findings } = validated(root, [join(root, 'nowhere.csv'), root]);
    assert.equal(findings, ['nowhere.csv file/unreadable']);
    assert.is(files.length, 13);
  });
});

test('a named lexicon folder that is not there is a warning, not a hundred unknown ids', () => {
  inFolder((root) => {
    rmSync(join(root, 'lexicons'), { recursive: true });
    assert.equal(validated(root, []).findings, ['lexicons lexicon/no-folder']);
  });
});

test('a folder without a dataset and a file of another kind are wrong use', () => {
  inFolder((root) => {
    writeFileSync(join(root, 'notes.csv'), 'a,b\n1,2\n');
    assert.throws(
      () => gatherInput([join(root, 'notes.csv')], { from: root }),
      (error: unknown) => error instanceof UsageError,
    );
    assert.throws(
      () => gatherInput([join(root, 'texts')], { from: root }),
      (error: unknown) => error instanceof UsageError,
    );
  });
  assert.throws(
    () => gatherInput([], { from: tmpdir() }),
    (error: unknown) => error instanceof UsageError,
  );
});

test.run();
