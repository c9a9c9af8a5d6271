import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { quoteCell, rawRows } from '../../src/tables/csv-raw.js';
import { readCsv } from '../../src/tables/csv-reader.js';

const test = suite('raw rows of CSV');

const values = (text: string): unknown =>
  rawRows(text, ',')?.map(({ cells }) => cells.map(({ value }) => value)) ?? null;

test('cells keep their marks, and rows their ends', () => {
  const rows = rawRows('a,"b ""c""\nd"\r\n,e', ',')!;
  assert.equal(
    rows.map(({ cells, end, line }) => [cells.map(({ raw }) => raw), end, line]),
    [
      [['a', '"b ""c""\nd"'], '\r\n', 1],
      [['', 'e'], '', 3],
    ],
  );
  assert.is(rows[0]!.cells[1]!.value, 'b "c"\nd');
  assert.equal([rows[1]!.cells[1]!.line, rows[1]!.cells[1]!.column], [3, 2]);
});

test('stray marks are named, and a mark that is never closed makes the text doubtful', () => {
  const [row] = rawRows('5" pipe,"a"b\n', ',')!;
  assert.equal(
    row!.cells.map(({ value, stray }) => [value, stray]),
    [
      ['5" pipe', 'inside'],
      ['ab', 'behind'],
    ],
  );
  assert.is(rawRows('a,b\n1,"2\n3,4\n', ','), null);
  assert.is(rawRows('a,b\n1,"2\n3,"4\n', ','), null);
  assert.equal(values('a,\n,\n'), [
    ['a', ''],
    ['', ''],
  ]);
  assert.equal(values('a,b\n1,'), [
    ['a', 'b'],
    ['1', ''],
  ]);
});

test('the rows together are the text, and are read as the reader reads them', () => {
  const text = fc.array(fc.constantFrom('a', 'b,', ',', '\n', '\r\n', '\r', '"', '""', '"c"', ' ', 'é', '"d\ne"'));
  fc.assert(
    fc.property(text, (parts) => {
      const body = parts.join('');
      const file = `h,i,j\n${body}`;
      const rows = rawRows(file, ',');
      if (rows === null) return;
      assert.is(rows.map(({ cells, end }) => cells.map(({ raw }) => raw).join(',') + end).join(''), file);
      const read = readCsv(file, 'a.csv');
      if (read.findings.some(({ rule }) => rule === 'csv/unclosed-quote')) return;
      const filled = rows.slice(1).filter(({ cells }) => cells.some(({ value }) => value !== ''));
      assert.equal(
        read.rows.map(({ cells, line }) => [cells, line]),
        filled.map(({ cells, line }) => [[0, 1, 2].map((i) => cells[i]?.value ?? ''), line]),
      );
      read.rows.forEach(({ places }, r) => {
        filled[r]!.cells.slice(0, 3).forEach(({ line, column }, c) => assert.equal(places[c], { line, column }));
      });
    }),
    { seed: 8, numRuns: 2000 },
  );
});

test('a value is quoted where it must be', () => {
  assert.equal(
    ['a', 'a,b', 'a"b', 'a\nb', ''].map((value) => quoteCell(value)),
    ['a', '"a,b"', '"a""b"', '"a\nb"', ''],
  );
  assert.is(quoteCell('a', { always: true }), '"a"');
});

test.run();
