import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { customColumn, type Column, type ColumnType } from '../../src/model/tables.js';
import { spreadsheetPieces } from '../../src/tables/spreadsheet-csv.js';

const test = suite('spreadsheet csv');

const column = (name: string, type: ColumnType): Column => ({ ...customColumn(name), type });
const columns = [column('text', 'string'), column('share', 'number'), column('names', 'list')];
const textOf = (rows: readonly object[]): string => [...spreadsheetPieces(columns, rows)].join('');
const guarded = (text: string): string => (parse(textOf([{ text }]), { bom: true }) as string[][])[1]![0]!;

test('a file begins with a byte order mark and its lines end with CR LF', () => {
  const rows = [
    { text: 'Ü', share: -0.25, names: ['a', 'b'] },
    { text: 'two\nlines, "quoted"', share: null, names: [] },
  ];
  assert.is(textOf(rows), '\uFEFFtext,share,names\r\nÜ,-0.25,a;b\r\n"two\nlines, ""quoted""",,\r\n');
  assert.is(textOf([]), '\uFEFFtext,share,names\r\n');
});

for (const text of ['=1+1', '+49 30 1234', '-2+3', '@SUM(A1)', '\tx', '\rx', '-x', '=HYPERLINK("x")', '-0.25-1']) {
  test(`${JSON.stringify(text)} gets a guard`, () => assert.is(guarded(text), `'${text}`));
}
for (const text of ['-0.25', '+3', '-1e-7', 'a=1', "'=1", ' =1', '0', '-']) {
  test(`${JSON.stringify(text)} stays as it is`, () => assert.is(guarded(text), text));
}

test('numbers are never guarded, lists are when their first member is a formula', () => {
  const [, ...rows] = parse(textOf([{ text: 'a', share: -1e21, names: ['=1', 'b'] }]), { bom: true }) as string[][];
  assert.equal(rows, [['a', '-1e+21', "'=1;b"]]);
});

test('without its guards the copy has the cells of the table', () => {
  const text = fc.string({ unit: fc.constantFrom('=', '-', '1', 'a', ',', '"', '\n', '\r', '\t', "'"), minLength: 1 });
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const [, ...rows] = parse(textOf(texts.map((one) => ({ text: one }))), {
        bom: true,
        record_delimiter: '\r\n',
      }) as string[][];
      const begins = /^'(?=[=+@\t\r-])/;
      assert.equal(
        rows.map(([cell]) => cell!.replace(begins, '')),
        texts.map((one) => one.replace(begins, '')),
      );
    }),
    { numRuns: 500, seed: 20311 },
  );
});

test.run();
