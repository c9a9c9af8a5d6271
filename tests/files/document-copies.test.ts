import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { join } from 'node:path';
import { openCopies } from '../../src/files/document-copies.js';
import { UsageError } from '../../src/model/errors.js';
import { sha256 } from '../../src/model/hash.js';
import { inFolder } from '../support/command.js';

const test = suite('document copies');

const wanted = (text: string) => ({ text_sha256: sha256(text), length: [...text].length });

test('documents have the ids that a conversion gives them, in any form that it reads', () => {
  const files = {
    'a.txt': 'Plain.\n',
    'sub/b.html': '<html><body><nav>Menu</nav><p>From a page.</p></body></html>',
    'c/document.json': '{"document_id": "third"}',
    'c/source.md': '# Head\n\nMarked **down**.\n',
    'd.txt': 'Named beside.\n',
    'd.txt.meta.json': '{"document_id": "fourth"}',
    'more.jsonl': '{"document_id": "fifth", "text": "From a line."}\n',
  };
  inFolder(files, (folder) => {
    const copies = openCopies(folder);
    const text = (id: string) => copies.byId(id)?.text;
    assert.equal(['a', 'sub/b', 'third', 'fourth', 'fifth'].map(text), [
      'Plain.\n',
      'Menu\nFrom a page.\n',
      'Head\n\nMarked down.\n',
      'Named beside.\n',
      'From a line.',
    ]);
    assert.is(copies.byId('d'), null);
    assert.is(copies.byId('sub/b')!.reader, 'html@1');
    assert.is(copies.byId('fifth')!.file, `${join(folder, 'more.jsonl')}#1`);
    assert.equal([copies.unreadable(), copies.findings()], [false, []]);
  });
});

test('the texts of a dataset or convert output are found under its file names', () => {
  for (const table of ['documents.csv', 'data/documents.csv'])
    inFolder({ 'texts/wire%2Fnote.txt': 'Note.\n', [table]: 'document_id\n' }, (folder) => {
      const copies = openCopies(folder);
      assert.is(copies.byId('wire/note')!.text, 'Note.\n');
      assert.is(copies.byId('wire/note')!.reader, null, 'the texts say nothing about their reader');
      assert.is(copies.byId('wire'), null);
      assert.match(copies.byText(wanted('Note.\n'))!.file, 'wire%2Fnote.txt');
    });
});

test('a folder texts of documents is no dataset', () => {
  inFolder({ 'texts/a.txt': 'Plain.\n' }, (folder) => {
    assert.is(openCopies(folder).byId('texts/a')!.text, 'Plain.\n');
  });
});

test('a text is found whatever its name, also with other line feeds at its end', () => {
  inFolder({ 'x.txt': 'One.', 'y.html': '<p>Two.</p>' }, (folder) => {
    const read: number[] = [];
    const copies = openCopies(folder, { onRead: (done) => read.push(done) });
    assert.is(copies.byText(wanted('One.\n'))!.text, 'One.');
    assert.is(copies.byText(wanted('Two.\n'))!.text, 'Two.\n');
    assert.is(copies.byText(wanted('Three.\n')), null);
    assert.equal(read, [1, 2], 'every copy is read once for all documents');
  });
});

test('an address in the metadata names a copy', () => {
  const meta = '{"url": "https://example.org/1", "archive_url": "https://archive.example/1"}';
  inFolder({ 'x.txt': 'One.', 'x.txt.meta.json': meta }, (folder) => {
    const copies = openCopies(folder);
    assert.is(copies.byUrl(['https://example.org/0', 'https://archive.example/1'])!.text, 'One.');
    assert.is(copies.byUrl(['https://example.org/0']), null);
  });
});

test('what the normal form takes out is told of plain texts', () => {
  inFolder({ 'x.txt': '\ufeffCafe\u0301\r\nbar\r\n', 'y.txt': 'Café\n', 'z.html': '<p>a\r\nb</p>' }, (folder) => {
    const copies = openCopies(folder);
    assert.equal(copies.byId('x')!.normalised, ['byte order mark', 'CR line ends', 'decomposed letters']);
    assert.equal([copies.byId('y')!.normalised, copies.byId('z')!.normalised], [[], []]);
    assert.is(copies.byId('x')!.text, 'Café\nbar\n');
  });
});

test('a binary copy has no text, and says why', () => {
  inFolder({ 'x.txt': new Uint8Array(64), 'y.txt': 'Fine.\n' }, (folder) => {
    const copies = openCopies(folder);
    const copy = copies.byId('x')!;
    assert.equal([copy.text, copy.findings.map(({ rule }) => rule)], [null, ['file/binary']]);
    assert.ok(copies.unreadable());
    assert.is(copies.byText(wanted('Fine.\n'))!.text, 'Fine.\n');
    assert.equal(
      copies.findings().map(({ rule }) => rule),
      ['file/binary'],
    );
  });
});

test('a path that is not there is wrong use', () => {
  assert.throws(
    () => openCopies('/no/such/folder'),
    (error: unknown) => error instanceof UsageError,
  );
});

test.run();
