import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { listSources, loadSource } from '../../src/files/sources.js';
import { inFolder } from '../support/command.js';

const test = suite('sources');

/** Ids of the documents below a folder, and the rules of the findings. */
function listed(files: Readonly<Record<string, string>>, below = ''): { ids: string[]; rules: string[] } {
  return inFolder(files, (folder) => {
    const { entries, findings } = listSources([join(folder, below)]);
    return { ids: entries.map((entry) => entry.document_id), rules: findings.map((found) => found.rule) };
  });
}

test('ids come from the path below the folder, in the order of their code units', () => {
  assert.equal(listed({ 'b.txt': '', 'a/c.html': '', 'a/B.md': '' }), { ids: ['a/B', 'a/c', 'b'], rules: [] });
});

test('a folder with document.json is one document, named by it', () => {
  assert.equal(listed({ 'x/document.json': '{"document_id": "one"}', 'x/source.txt': '' }).ids, ['one']);
  assert.equal(listed({ 'x/document.json': '{}', 'x/source.txt': '' }).ids, ['x']);
});

test('such a folder without a source, or with two, is found', () => {
  assert.equal(listed({ 'x/document.json': '{}' }).rules, ['document/no-source']);
  assert.equal(listed({ 'x/document.json': '{}', 'x/source.txt': '', 'x/other.md': '' }), {
    ids: ['x'],
    rules: ['document/second-source'],
  });
});

test('readmes, licenses, hidden files and metadata are no documents', () => {
  assert.equal(listed({ 'README.md': '', LICENSE: '', '.hidden.txt': '', 'a.txt.meta.json': '{}', 'a.txt': '' }), {
    ids: ['a'],
    rules: [],
  });
});

test('two documents of one id: the first is kept', () => {
  assert.equal(listed({ 'a.txt': '', 'a.html': '' }), { ids: ['a'], rules: ['document/duplicate-id'] });
});

test('ids are composed, so that one name is one id', () => {
  assert.equal(listed({ 'Halvo\u0308y.txt': '' }).ids, ['Halvöy']);
});

test('a line of a documents.jsonl is read by its place, also with a byte order mark and wide letters', () => {
  const lines = ['{"document_id": "a", "text": "Ø😀"}', '{"document_id": "b", "text": "two", "date": "2031"}'];
  inFolder({ 'documents.jsonl': `\ufeff${lines.join('\n')}` }, (folder) => {
    const { entries } = listSources([join(folder, 'documents.jsonl')]);
    assert.equal(
      entries.map((entry) => [entry.document_id, loadSource(entry).content, loadSource(entry).metadata!.date ?? null]),
      [
        ['a', 'Ø😀', null],
        ['b', 'two', '2031'],
      ],
    );
    assert.is(loadSource(entries.at(1)).file, `${join(folder, 'documents.jsonl')}#2`);
  });
});

test('a file that went away since it was listed can not be read', () => {
  const entry = inFolder({ 'a.txt': '' }, (folder) => listSources([folder]).entries.at(0));
  assert.throws(() => loadSource(entry), /there is no such file or folder/);
});

test.run();
