import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import * as assert from 'uvu/assert';
import { readCsv } from '../../src/tables/csv-reader.js';
import { referenceRows } from './csv-reference.js';
import { inPieces, rowsOf, type WalkedRow } from './csv-walk.js';

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const piece = fc.constantFrom(
  ...[
    'a',
    'bc',
    '7',
    ' ',
    ',',
    ';',
    '\t',
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    'é',
    'e\u0301',
    '😀',
    '\ufeff',
    '\0',
    '€',
    "'",
  ],
);
const cell = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replace(/\p{Surrogate}/gu, '\ufffd')),
  fc.constantFrom('', 'x', '"', '"quoted"', ',', '\n'),
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

/** A table: cells of a few columns, with a key in front that is nowhere else. */
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }))
  .map((rows) => rows.map((cells, i) => [`key${i}`, ...cells]));

const headerOf = (rows: readonly (readonly string[])[]): string[] => (rows[0] ?? ['k', 'b']).map((_, i) => `c${i}`);

/** Bytes that look like CSV without being it: whatever pieces in whatever order. */
const wild = fc
  .tuple(
    fc.constantFrom('a,b\n', 'a,b,c\r\n', 'a\r', '"a\n', ''),
    fc.array(
      fc.oneof(
        fc.constantFrom(
          '"',
          '""',
          ',',
          '\n',
          '\r',
          '\r\n',
          'x',
          '1,2\n',
          '1,"2\n',
          '"3",4\n',
          '5,"6\n7"\n',
          'é',
          '😀',
          '\0',
        ),
        fc.constantFrom(
          Uint8Array.of(0xff),
          Uint8Array.of(0xc3),
          Uint8Array.of(0xe2, 0x82),
          Uint8Array.of(0xed, 0xa0, 0x80),
        ),
      ),
      { maxLength: 25 },
    ),
  )
  .map(([head, parts]) => joinBytes([head, ...parts]));

function joinBytes(parts: readonly (string | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? encode(part) : part)]));
}

/**
 * The one kind of well-formed row that we read in another way: a cell in marks ends with a separator, and its first
 * and last line have as many cells as the row.
 */
function isAmbiguous(row: readonly string[]): boolean {
  return row.some((one) => /[\r\n]/.test(one)) && row.some((one) => one.includes(','));
}

/** (a) What csv-stringify writes is read back equal. */
export const readBack = fc.property(table, lineEnd, fc.boolean(), (rows, end, quoted) => {
  fc.pre(!rows.some(isAmbiguous));
  const header = headerOf(rows);
  const text = stringify([header, ...rows], { record_delimiter: end, quoted, quoted_match: /[\r\n]/ });
  const read = readCsv(text, 'a.csv');
  assert.equal(read.header, header);
  assert.equal(
    read.rows.map(({ cells }) => cells),
    rows,
  );
});

/** (b) The same bytes in any pieces give the same. */
export const anyChunks = fc.property(
  fc.oneof(
    wild,
    fc
      .tuple(table, lineEnd)
      .map(([rows, end]) =>
        encode(stringify([headerOf(rows), ...rows], { record_delimiter: end, quoted_match: /[\r\n]/ })),
      ),
  ),
  fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
  (bytes, sizes) => {
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    assert.equal(rowsOf(inPieces(bytes, sizes), start), rowsOf([bytes], start));
  },
);

/** What is done to the bytes of one row. */
const harm = fc.oneof(
  fc.record({ at: fc.nat(), put: fc.constantFrom('"', '""', ',', '\n', '\r', '\r\n', ',"', '\n"', '"\n', 'x') }).map(
    ({ at, put }) =>
      (row: Uint8Array): Uint8Array =>
        joinBytes([row.subarray(0, at % (row.length + 1)), put, row.subarray(at % (row.length + 1))]),
  ),
  fc.record({ at: fc.nat(), byte: fc.constantFrom(0xff, 0xc3, 0, 0x80, 0x22, 0x2c, 0x0a, 0xf0) }).map(
    ({ at, byte }) =>
      (row: Uint8Array): Uint8Array =>
        row.map((one, i) => (i === at % row.length ? byte : one)),
  ),
  fc.nat().map(
    (at) =>
      (row: Uint8Array): Uint8Array =>
        row.filter((_, i) => i !== at % row.length),
  ),
  fc.constantFrom<(row: Uint8Array) => Uint8Array>(
    () => encode('\n'),
    () => new Uint8Array(0),
    (row) => joinBytes([row, '\n', '\r\n']),
    (row) => row.filter((byte) => byte !== 0x22),
    (row) => row.filter((byte) => byte !== 0x2c),
    (row) => joinBytes([row, row]),
  ),
);

/** Whether a stretch of text is one row of well-formed CSV of this width: a cell in marks may hold line ends. */
function isLegalRow(text: string, width: number): boolean {
  const rows = referenceRows(text, ',', false);
  return rows?.length === 1 && rows[0]!.strays === 0 && rows[0]!.cells.length === width;
}

/**
 * (c) No row is lost silently. One row is harmed; of every other row that stood on lines of its own, its key is read in
 * its place, or the row that has swallowed it is a legal one (a cell in marks with line ends, right width), or is named
 * by a finding on one of its lines. And rows take lines without a gap: their lines add up to those of the file.
 */
export const noRowLost = fc.property(
  table,
  lineEnd,
  fc.nat(),
  fc.array(harm, { minLength: 1, maxLength: 3 }),
  (rows, end, which, harms) => {
    fc.pre(rows.length > 0);
    const written = [headerOf(rows), ...rows].map((row) =>
      encode(stringify([row], { record_delimiter: end, quoted_match: /[\r\n]/ })),
    );
    const harmed = 1 + (which % rows.length);
    written[harmed] = harms.reduce((row, change) => (row.length ? change(row) : row), written[harmed]!);
    const bytes = joinBytes(written);
    const text = decode(bytes);
    const walk = rowsOf([bytes]);
    const width = walk[0]!.cells.length;
    assert.is(
      walk.map(({ from, to }) => to - from).reduce((sum, n) => sum + n, 0),
      bytes.length,
    );
    assert.is(
      walk.reduce((sum, row) => sum + row.lines, 0),
      text.split(/\r\n|\r|\n/).length - (/[\r\n]$/.test(text) ? 1 : 0),
    );
    const named = new Set(readCsv(text, 'a.csv').findings.map(({ line }) => line));
    let from = 0;
    written.forEach((row, i) => {
      const own = from;
      from += row.length;
      if (i === 0 || i === harmed) return;
      const key = `key${i - 1}`;
      if (walk.some((one) => one.from === own && one.cells[0] === key)) return;
      const swallower = walk.findLast((one) => one.from <= own)!;
      const legal = isLegalRow(decode(bytes.subarray(swallower.from, swallower.to)), width);
      const told = Array.from({ length: swallower.lines }, (_, k) => swallower.line + k).some((line) =>
        named.has(line),
      );
      // The harmed row may have lost its line end: then two rows are one.
      assert.ok(legal || told, `${key} is lost in ${JSON.stringify(text)}: ${JSON.stringify(swallower)}`);
    });
  },
);

/** (d) Places by counting in the decoded text. */
export const places = fc.property(wild, (bytes) => {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (const row of rowsOf([bytes], start)) {
    for (const { line, column, byte_offset } of row.places) assertPlace(bytes, start, byte_offset, line, column);
    for (const { line, column, byteOffset } of row.faults) assertPlace(bytes, start, byteOffset, line, column);
  }
});

function assertPlace(bytes: Uint8Array, start: number, offset: number, line: number, column: number): void {
  const before = decode(bytes.subarray(start, offset));
  // A carriage return before a line feed does not end a line by itself.
  const lines = (bytes[offset] === 0x0a ? before.replace(/\r$/, '') : before).split(/\r\n|\r|\n/);
  const more = bytes[offset] === 0x0a && before.endsWith('\r') ? 1 : 0;
  assert.equal({ line, column }, { line: lines.length, column: lines.at(-1)!.length + 1 + more });
}

const tame = fc
  .array(fc.constantFrom('"', '""', ',', '\n', '\r', '\r\n', 'x', 'yz', '"q"', '"q""r"', '"\n"', 'é', ' ', '""""'), {
    maxLength: 20,
  })
  .map((parts) => parts.join(''));

/** The reference and the walk agree on cells, rows and the number of strays, wherever the reference has an answer. */
export const asTheReference = fc.property(tame, fc.constantFrom(',', ';', '\t'), (text, separator) => {
  const written = text.replaceAll(',', separator);
  const expected = referenceRows(written, separator);
  if (!expected) return;
  // Without a width nothing is reconsidered.
  const read: WalkedRow[] = rowsOf([encode(`h\n${written}`)], 0, separator).slice(1);
  assert.equal(
    read.map(({ cells }) => cells),
    expected.map(({ cells }) => cells),
  );
  assert.equal(
    read.map(({ faults }) => faults.length),
    expected.map(({ strays }) => strays),
  );
});

const head = 'a,b,c\n';
const many =
  (row: string) =>
  (n: number): Uint8Array =>
    encode(head + row.repeat(Math.ceil(n / row.length)));

/** Files that would be slow for a reader that tries again: made of about n bytes. */
export const slowOnes: readonly (readonly [string, (n: number) => Uint8Array])[] = [
  ['unclosed marks in every row', many('1,"x,2\n')],
  ['doubled marks that close nothing', many('"x""y\n')],
  ['marks in turn', many('"a"b')],
  ['nothing but marks', many('"')],
  ['nothing but doubled marks in cells', many('"",')],
  ['nothing but CR', many('\r')],
  ['nothing but separators', many(',')],
  ['one cell', many('x')],
  ['one cell in marks', (n) => encode(`${head}1,"${'x'.repeat(n)}",2\n`)],
  ['one open mark', (n) => encode(`${head}1,"${'1,2,3\n'.repeat(n / 6)}`)],
  ['an open mark in the header', (n) => encode(`"a,b\n${'1,2\n'.repeat(n / 4)}`)],
  ['marks alone on lines', many('"\n')],
  ['three marks', many('"""\n')],
  ['cells that seem to open where they close', many('1,2,"\n')],
  ['wrong widths with line ends in cells', many('1,"\n\n\n"\n')],
];
