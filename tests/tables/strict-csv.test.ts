import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatRecords } from '../../src/tables/csv-writer.js';
import { strictRows } from '../../src/tables/strict-csv.js';

const test = suite('strict csv');

const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', ';', 'é'), maxLength: 8 });

test('what is written comes back, cell by cell', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), (rows) => {
      const text = formatRecords(
        ['a', 'b', 'c'],
        rows.map(([a, b, c]) => ({ a, b, c })),
        { header: false },
      );
      assert.equal([...strictRows(text)], rows);
    }),
    { numRuns: 2000, seed: 20311 },
  ));

test('any text is read as csv-parse reads it, or both refuse it', () =>
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 4 }), (parts) => {
      const text = `${parts.join('')}\n`;
      const theirs = attempt(() => parse(text, { record_delimiter: '\n', relax_column_count: true }) as string[][]);
      const ours = attempt(() => [...strictRows(text)]);
      // csv-parse takes a lone carriage return for a plain character, and so a file whose lines end in CR LF for ours.
      if (!text.includes('\r')) assert.equal(ours, theirs, JSON.stringify(text));
    }),
    { numRuns: 2000, seed: 20311 },
  ));

const attempt = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch {
    return null;
  }
};

const refused: readonly (readonly [what: string, text: string])[] = [
  ['a last row without its end', 'a,b'],
  ['an end behind a comma', 'a,'],
  ['a mark that is never closed', '"a\n'],
  ['a mark inside of a cell', 'a"b\n'],
  ['letters behind a mark', '"a"b\n'],
  ['a carriage return', 'a\r\n'],
];
for (const [what, text] of refused) test(`${what} is refused`, () => assert.throws(() => [...strictRows(text)]));

test('no text has no rows, a blank line is a row of one empty cell', () => {
  assert.equal([...strictRows('')], []);
  assert.equal([...strictRows('\n')], [['']]);
  assert.equal(
    [...strictRows('a,\n,b\n')],
    [
      ['a', ''],
      ['', 'b'],
    ],
  );
});

test.run();
