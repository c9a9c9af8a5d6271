import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readerFor, readers } from '../../src/readers/index.js';

const test = suite('readers');

test('the ending of a file name tells its reader, whatever its case', () => {
  assert.equal(
    ['a.txt', 'A.HTML', 'b.htm', 'c.md', 'd.docx', 'txt'].map((name) => readerFor(name)?.name ?? null),
    ['txt', 'html', 'html', 'md', null, null],
  );
});

test('every reader gives normalised text and no reader fails on an empty file', () => {
  for (const reader of readers) {
    assert.match(reader.read('').text, /^\n?$/, reader.name);
    assert.is(reader.read('a\r\ne\u0301').text.trim().normalize('NFC'), reader.read('a\r\ne\u0301').text.trim());
  }
});

test.run();
