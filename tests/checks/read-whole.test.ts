import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { validate } from '../../src/flows/validate.js';
import { spoiled } from './dataset.js';

const test = suite('documents read as a whole');

/** What is said of a demarche.json with this list, which begins on line 8, each id on a line of its own. */
function said(ids: readonly string[], { lookup = false, documents = true } = {}): string[] {
  const head = { title: 't', version: '0.1.0', license: 'CC0', authors: [], codebook: 'c', lexicons: 'l' };
  const text = JSON.stringify({ ...head, read_whole: ids }, null, 2);
  const bytes = new TextEncoder().encode(text);
  const input = spoiled({
    rows: (rows) => void (documents || delete rows['document']),
    more: [{ path: 'demarche.json', schema: 'project', bytes, lookup }],
  });
  return validate(input)
    .findings.filter(({ file }) => file === 'demarche.json')
    .map(({ rule, line, column, byte_offset, message }) => {
      const at = text.slice(byte_offset!).split('\n')[0]!.replace(/,$/, '');
      return `${line}:${column} ${rule} ${message} (${at})`;
    });
}

test('an id that no document has is told where it stands', () => {
  assert.equal(said(['doc-1']), []);
  assert.equal(said(['doc-1', 'doc-9']), [
    '10:5 reference/unknown "doc-9" stands in no documents.document_id ("doc-9")',
  ]);
});

test('an id that stands twice is told at its second place', () => {
  assert.equal(said(['doc-1', 'doc-1']), ['10:5 json/schema /read_whole/1 "doc-1" stands twice in the list ("doc-1")']);
});

test('nothing is said where demarche.json is not validated itself, or there are no documents to look in', () => {
  assert.equal(said(['doc-9'], { lookup: true }), []);
  assert.equal(said(['doc-9'], { documents: false }), []);
});

test.run();
