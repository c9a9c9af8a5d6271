import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openStandoff, readStandoff } from '../../src/files/standoff-folder.js';
import { UsageError } from '../../src/model/errors.js';
import { standoff } from '../../src/releases/standoff.js';
import { textOf } from '../../src/releases/release.js';
import { memoryStore } from '../../src/tables/row-store.js';
import { smallDataset } from '../releases/small-dataset.js';
import { inFolder } from '../support/command.js';

const test = suite('stand-off folder');

const files = (): Record<string, string> =>
  Object.fromEntries([...standoff(smallDataset())].map((file) => [file.path, textOf(file)]));
const isWrongUse =
  (words: string) =>
  (error: unknown): boolean =>
    error instanceof UsageError && error.message.includes(words);

test('a stand-off dataset and a release folder that has one are opened', () => {
  inFolder(files(), (folder) => assert.is(openStandoff(folder).root, folder));
  const inRelease = Object.fromEntries(Object.entries(files()).map(([name, text]) => [`standoff/${name}`, text]));
  inFolder(inRelease, (folder) => assert.is(openStandoff(folder).root, join(folder, 'standoff')));
  inFolder({ 'demarche.json': '{}', ...inRelease }, (folder) => {
    assert.is(openStandoff(folder).root, join(folder, 'standoff'));
  });
});

test('anything else is wrong use, which says what is wanted', () => {
  inFolder({ 'demarche.json': '{}' }, (folder) =>
    assert.throws(() => openStandoff(folder), isWrongUse('is no stand-off dataset')),
  );
  inFolder({}, (folder) => {
    assert.throws(() => openStandoff(folder), isWrongUse('holds no demarche.json'));
    assert.throws(() => openStandoff(join(folder, 'x')), isWrongUse('no such folder'));
  });
});

test('a dataset around the folder is not taken for it', () => {
  inFolder({ 'demarche.json': '{"standoff": true}', 'sub/x.txt': '' }, (folder) => {
    assert.throws(() => openStandoff(join(folder, 'sub')), isWrongUse('holds no demarche.json'));
  });
});

test('documents come in the order of their ids, each with its rows and their lines', () => {
  inFolder(files(), (folder) => {
    const read = readStandoff(openStandoff(folder), memoryStore(), { shown: (file) => `so/${file}` });
    assert.equal([read.documents, read.statements, read.findings], [3, 6, []]);
    const seen = [...read.annotated()].map(({ document, statements, placeOf }) => [
      document.document_id,
      ...statements.map((row) => `${row.statement_id.slice(-1)} ${placeOf!(row).file}:${placeOf!(row).line}`),
      ...statements.map((row) => read.numberOf(row)),
    ]);
    assert.equal(seen, [
      ['locked-page', '6 so/statements.csv:7', 5],
      ['quay-report', '1 so/statements.csv:2', '2 so/statements.csv:3', '3 so/statements.csv:4', 0, 1, 2],
      ['wire/note', '4 so/statements.csv:5', '5 so/statements.csv:6', 3, 4],
    ]);
  });
});

test('a statement of an unknown document, a document that stands twice and a cell of another type are errors', () => {
  inFolder(files(), (folder) => {
    const edit = (name: string, change: (text: string) => string): void => {
      const all = files();
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), change(all[name]!));
    };
    edit('statements.csv', (text) =>
      text.replace(',wire/note,', ',wire/lost,').replace(/(st_0+1,[^,]*,[^,]*,)\d+/, '$1x'),
    );
    edit('documents.csv', (text) => `${text}${text.split('\n')[1]}\n`);
    const read = readStandoff(openStandoff(folder), memoryStore());
    assert.equal(read.findings.map(({ rule }) => rule).sort(), [
      'reference/unknown',
      'table/duplicate-key',
      'table/type',
    ]);
    assert.is([...read.annotated()].length, 3);
  });
});

test('a dataset without statements.csv is wrong use', () => {
  const others = Object.fromEntries(Object.entries(files()).filter(([path]) => path !== 'statements.csv'));
  inFolder(others, (folder) => {
    assert.throws(() => readStandoff(openStandoff(folder), memoryStore()), isWrongUse('holds no statements.csv'));
  });
});

test.run();
