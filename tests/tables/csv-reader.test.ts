import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readCsv } from '../../src/tables/csv-reader.js';

const test = suite('csv reader');

const cellsOf = (text: string): (readonly string[])[] => readCsv(text, 'a.csv').rows.map((row) => row.cells);
const faultsOf = (text: string): string[] =>
  readCsv(text, 'a.csv').findings.map(({ rule, line, column }) => `${line}:${column} ${rule}`);

for (const [name, end] of [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
] as const) {
  test(`rows that end with ${name} are read, with or without a last one`, () => {
    assert.equal(cellsOf(['a,b', '1,2', '3,4'].join(end)), [
      ['1', '2'],
      ['3', '4'],
    ]);
    assert.equal(cellsOf(['a,b', '1,2', '3,4', ''].join(end)), [
      ['1', '2'],
      ['3', '4'],
    ]);
    assert.equal(faultsOf(['a,b', '1,2', '3,4', ''].join(end)), []);
  });
}

test('a header that ends otherwise than its rows loses no row', () => {
  assert.equal(cellsOf('a,b\r\n1,2\n3,4\n'), [
    ['1', '2'],
    ['3', '4'],
  ]);
});

test('quoted cells hold commas, doubled marks and line ends', () => {
  assert.equal(cellsOf('a,b\n"x, ""y""","1\n2"\n'), [['x, "y"', '1\n2']]);
});

test('the place of each cell is told by physical line and column', () => {
  const { rows, placesOf } = readCsv('a,b,c\n"1\n2",x,"y"\nz,,\n', 'a.csv');
  assert.equal(placesOf(rows[0]!), [
    { line: 2, column: 1 },
    { line: 3, column: 4 },
    { line: 3, column: 6 },
  ]);
  assert.is(rows[1]!.line, 4);
  assert.equal(rows[1]!.places[2], { line: 4, column: 4 });
});

test('a byte order mark is a warning and belongs to no column', () => {
  const { header, headerPlaces, findings } = readCsv('\ufeffa,b\n1,2\n', 'a.csv');
  assert.equal(header, ['a', 'b']);
  assert.equal(headerPlaces[0], { line: 1, column: 1 });
  assert.equal(
    findings.map(({ rule, severity }) => `${severity} ${rule}`),
    ['warning csv/byte-order-mark'],
  );
});

test('semicolons and tabs are read with a warning', () => {
  assert.equal(cellsOf('a;b\n1;2\n'), [['1', '2']]);
  assert.equal(cellsOf('a\tb\n1\t2\n'), [['1', '2']]);
  assert.equal(faultsOf('a;b\n1;2\n'), ['1:1 csv/separator']);
});

test('an empty file and one without names have no header', () => {
  assert.equal(faultsOf(''), ['1:1 csv/empty']);
  assert.equal(faultsOf(',,\n1,2,3\n'), ['1:1 csv/empty']);
});

test('header cells that are empty or stand twice are found where they stand', () => {
  assert.equal(faultsOf('a,,b,a\n1,2,3,4\n'), ['1:3 csv/header-empty', '1:6 csv/header-duplicate']);
});

test('short rows are filled up, long rows cut, and both are told', () => {
  const text = 'a,b,c\n1,22\n1,2,3,4\n';
  assert.equal(cellsOf(text), [
    ['1', '22', ''],
    ['1', '2', '3'],
  ]);
  assert.equal(faultsOf(text), ['2:3 csv/short-row', '3:5 csv/long-row']);
});

test('rows without content are left out and told', () => {
  const text = 'a,b\n\n1,2\n,\n3,4\n\n';
  assert.equal(cellsOf(text), [
    ['1', '2'],
    ['3', '4'],
  ]);
  assert.equal(faultsOf(text), ['2:1 csv/blank-row', '4:1 csv/blank-row', '6:1 csv/blank-row']);
});

test('a quotation mark out of place is told once a cell, and the row keeps its width', () => {
  const text = 'a,b\nx"y"z,2\n"p"q,3\n';
  assert.equal(cellsOf(text), [
    ['x"y"z', '2'],
    ['pq', '3'],
  ]);
  assert.equal(faultsOf(text), ['2:2 csv/stray-quote', '3:4 csv/stray-quote']);
});

test('a mark that is never closed is blamed where it opens, and no row is lost', () => {
  assert.equal(cellsOf('a,b\n1,"x\n2,y\n3,z\n'), [
    ['1', 'x'],
    ['2', 'y'],
    ['3', 'z'],
  ]);
  assert.equal(faultsOf('a,b\n1,"x\n2,y\n3,z\n'), ['2:3 csv/unclosed-quote']);
});

test('an unclosed mark does not swallow the rows up to the next quoted cell', () => {
  const text = 'a,b\n1,"x\n2,y\n3,"z, z"\n4,w\n';
  assert.equal(cellsOf(text), [
    ['1', 'x'],
    ['2', 'y'],
    ['3', 'z, z'],
    ['4', 'w'],
  ]);
  assert.equal(faultsOf(text), ['2:3 csv/unclosed-quote']);
});

test.run();
