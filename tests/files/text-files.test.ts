import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDocumentText, textFileName } from '../../src/files/text-files.js';

const test = suite('text files');

// The same examples in every run: a failure can be looked at again.
fc.configureGlobal({ seed: 20311 });

test('plain ids stay as they are, everything else is written by its bytes', () => {
  assert.is(textFileName('01-press_briefing.v2'), '01-press_briefing.v2.txt');
  assert.is(textFileName('news/2031/é 😀'), 'news%2F2031%2F%C3%A9%20%F0%9F%98%80.txt');
  assert.is(textFileName('../secret'), '%2E.%2Fsecret.txt');
  assert.is(textFileName('.hidden'), '%2Ehidden.txt');
  assert.is(textFileName('50%'), '50%25.txt');
});

test('different ids have different names, which every file system takes', () => {
  const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(id, id, (a, b) => {
      assert.match(textFileName(a), /^[A-Za-z0-9_%-][A-Za-z0-9._%-]{0,199}\.txt$/);
      assert.is(textFileName(a) === textFileName(b), a === b);
    }),
  );
});

test('long ids are cut, and told apart by their end', () => {
  const [a, b] = [textFileName(`${'é'.repeat(300)}1`), textFileName(`${'é'.repeat(300)}2`)];
  assert.is(a.length <= 204 && a !== b, true);
  assert.not.match(a, /%.?-/);
});

test('a text is read by its id; one that is not there is null', () => {
  const root = mkdtempSync(join(tmpdir(), 'texts-'));
  try {
    mkdirSync(join(root, 'texts'));
    writeFileSync(join(root, 'texts', textFileName('a/b')), 'Hello\n');
    assert.is(readDocumentText(root, 'a/b'), 'Hello\n');
    assert.is(readDocumentText(root, 'c'), null);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test.run();
