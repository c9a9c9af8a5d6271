import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unreadFiles } from '../../src/files/unread-files.js';

const test = suite('unread files');

/** What is said about a folder with these files, of which `read` are read. */
function said(files: readonly string[], read: readonly string[]): string[] {
  const root = mkdtempSync(join(tmpdir(), 'unread-'));
  try {
    for (const file of files) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), '');
    }
    const paths = new Set(read.map((file) => join(root, file)));
    return unreadFiles(root, paths, (path) => relative(root, path)).map(
      ({ file, suggestion }) => `${file}${suggestion ? ` ${suggestion.value}` : ''}`,
    );
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('labels that lie elsewhere or are no CSV are named, notes beside them are not', () => {
  const files = ['labels/b1/ann-1.csv', 'labels/b1/ann-2.CSV', 'labels/b1/ann-3.xlsx', 'labels/ann-4.csv'];
  assert.equal(said([...files, 'labels/README.md', 'labels/b1/.hidden.csv'], ['labels/b1/ann-1.csv']), [
    'labels/ann-4.csv',
    'labels/b1/ann-2.CSV',
    'labels/b1/ann-3.xlsx',
  ]);
});

test('a table whose name is misspelt is named with the one that is meant, unless that is there', () => {
  assert.equal(said(['statemnts.csv', 'notes-of-mine.csv'], []), ['statemnts.csv statements.csv']);
  assert.equal(said(['Statements.csv'], []), ['Statements.csv statements.csv']);
  assert.equal(said(['statemnts.csv', 'statements.csv'], ['statements.csv']), []);
});

test.run();
