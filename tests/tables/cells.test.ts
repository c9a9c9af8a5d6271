import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Column, ColumnType } from '../../src/model/tables.js';
import { formatCell, isFault, parseCell } from '../../src/tables/cells.js';

const test = suite('cells');

// The same examples in every run: a failure can be looked at again.
fc.configureGlobal({ seed: 20311 });

const column = (type: ColumnType): Column => ({
  name: 'c',
  type,
  nullable: true,
  minimum: -Infinity,
  maximum: Infinity,
  values: null,
  codebook: null,
  description: '',
});

const read: readonly (readonly [ColumnType, string, unknown])[] = [
  ['string', '', null],
  ['string', ' a ', ' a '],
  ['integer', '-12', -12],
  ['integer', '', null],
  ['number', '0.250', 0.25],
  ['number', '1e-3', 0.001],
  ['boolean', 'true', true],
  ['boolean', 'false', false],
  ['boolean', '', null],
  ['list', '', []],
  ['list', ' ', []],
  ['list', ';', ['', '']],
  ['list', 'a; b ;c', ['a', 'b', 'c']],
  ['list', 'a;;b', ['a', '', 'b']],
  ['segments', '', []],
  [
    'segments',
    '1-4;7-9',
    [
      { start: 1, end: 4 },
      { start: 7, end: 9 },
    ],
  ],
];

for (const [type, cell, value] of read) {
  test(`"${cell}" as ${type} is ${JSON.stringify(value)}`, () => assert.equal(parseCell(column(type), cell), value));
}

const refused: readonly (readonly [ColumnType, string, string?])[] = [
  ['integer', '1.0'],
  ['integer', '007'],
  ['integer', '1O'],
  ['integer', ' 3', '3'],
  ['integer', '99999999999999999999'],
  ['number', 'NaN'],
  ['number', '1,5'],
  ['number', '1e999'],
  ['boolean', 'TRUE', 'true'],
  ['boolean', '1'],
  ['segments', '4-'],
  ['segments', '1-2,3-4'],
];

for (const [type, cell, meant] of refused) {
  test(`"${cell}" is no ${type}`, () => {
    const value = parseCell(column(type), cell);
    assert.ok(isFault(value));
    assert.is((value as { meant?: string }).meant, meant);
  });
}

test('what is written is read back', () => {
  const span = fc.tuple(fc.nat(), fc.nat()).map(([start, end]) => ({ start, end }));
  const back = (type: ColumnType, value: unknown): void =>
    assert.equal(parseCell(column(type), formatCell(value)), value);
  fc.assert(fc.property(fc.array(span, { minLength: 1 }), (value) => back('segments', value)));
  fc.assert(fc.property(fc.maxSafeInteger(), (value) => back('integer', value)));
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      (value) => back('number', value === 0 ? 0 : value),
    ),
  );
  fc.assert(fc.property(fc.boolean(), (value) => back('boolean', value)));
});

test('null and undefined are empty cells', () => {
  assert.is(formatCell(null), '');
  assert.is(formatCell(undefined), '');
  assert.is(formatCell(0), '0');
  assert.is(formatCell([]), '');
});

test.run();
