import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fix, type Fixed } from '../../src/flows/fix.js';
import { validate } from '../../src/flows/validate.js';
import type { Finding } from '../../src/model/generated.js';
import { tableOf } from '../../src/model/tables.js';
import { readCsv } from '../../src/tables/csv-reader.js';
import { formatCsv } from '../../src/tables/csv-writer.js';
import { codebook } from '../checks/dataset.js';
import { applyDiff } from '../text/apply-diff.js';

const test = suite('fix, on random files');

const FILE = 'labels/b1/ann.csv';
const table = tableOf('label');
const columns = table.columns.map(({ name }) => name);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const book = { path: 'codebook.json', schema: 'codebook', bytes: bytesOf(JSON.stringify(codebook)) } as const;

const findingsOf = (bytes: Uint8Array): readonly Finding[] =>
  validate({ files: [book, { path: FILE, schema: 'label', bytes }] }).findings;

const fixText = (text: string): Fixed =>
  fix([{ path: FILE, schema: 'label', bytes: bytesOf(text) }], (replaced) =>
    findingsOf(replaced.get(FILE) ?? bytesOf(text)),
  );

const fixedText = (text: string): string => {
  const [file] = fixText(text).files;
  return file ? textOf(file.bytes) : text;
};

const value = fc.constantFrom('favor', 'against', 'neutral', 'none');
const comment = fc
  .array(fc.constantFrom('a', 'é', ' ', ',', ';', '\t', '"', '\n', 'ö', '5" pipe', '𝛼', "'"), { maxLength: 5 })
  .map((parts) => parts.join('').normalize('NFC'));
const rows = fc.array(fc.record({ value, comment }), { maxLength: 6 }).map((some) =>
  some.map((one, i) => ({
    statement_id: `st_${String(i).padStart(16, '0')}`,
    batch_id: 'b1',
    annotator_id: 'ann',
    field: 'stance',
    round: 1,
    confidence: i % 2 ? 0.5 : null,
    rule_id: null,
    codebook_version: '1.0',
    created_at: null,
    ...one,
    comment: one.comment.trim() === '' ? null : one.comment,
  })),
);

/** How a cell is spoilt without a doubt about what it was. */
const spoil = fc.constantFrom<(cell: string) => string>(
  (cell) => cell,
  (cell) => cell.toUpperCase(),
  (cell) => ` ${cell}`,
  (cell) => `${cell}\u00a0`,
  (cell) => `${cell.slice(0, 2)}\u200b${cell.slice(2)}`,
  (cell) => (cell === 'favor' ? 'favour' : cell),
  (cell) => cell.replace('nst', 'sntt').replace('sntt', 'snt'),
);
const spoilId = fc.constantFrom<(cell: string) => string>(
  (cell) => cell,
  (cell) => `${cell} `,
  (cell) => `${cell.slice(0, 5)}\u200b${cell.slice(5)}`,
);
const spoilName = fc.constantFrom<(cell: string) => string>(
  (cell) => cell,
  (cell) => cell,
  (cell) => cell.toUpperCase(),
  (cell) => `${cell} `,
  (cell) => cell.replace('_', '-'),
);
const end = fc.constantFrom('\n', '\r\n', '\r');

const damage = fc.record({
  separator: fc.constantFrom(',', ',', ';', '\t'),
  order: fc.option(fc.shuffledSubarray(columns, { minLength: columns.length })),
  values: fc.array(spoil, { minLength: 6, maxLength: 6 }),
  ids: fc.array(spoilId, { minLength: 6, maxLength: 6 }),
  names: fc.array(spoilName, { minLength: columns.length, maxLength: columns.length }),
  ends: fc.oneof(fc.constant(['\n']), fc.constant(['\r\n']), fc.array(end, { minLength: 7, maxLength: 7 })),
  blank: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  bom: fc.boolean(),
  open: fc.boolean(),
  apart: fc.boolean(),
  stray: fc.boolean(),
});

type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

/** A clean file, written badly. */
function damaged(text: string, how: Damage): string {
  const { header, rows: read } = readCsv(text, FILE);
  const order = (how.order ?? columns).map((name) => header.indexOf(name));
  const write = (cell: string): string => {
    const must = new RegExp(`[\\n\\r${how.separator}]|^"`).test(cell);
    return must || (cell.includes('"') && !how.stray) ? `"${cell.replaceAll('"', '""')}"` : cell;
  };
  const line = (cells: readonly string[]): string => order.map((i) => write(cells[i]!)).join(how.separator);
  const lines = [
    line(header.map((name, i) => how.names[i]!(name))),
    ...read.map(({ cells }, r) =>
      line(
        cells.map((cell, c) => {
          if (header[c] === 'value') return how.values[r]!(cell);
          return header[c] === 'statement_id' ? how.ids[r]!(cell) : cell;
        }),
      ),
    ),
  ];
  const blank = how.separator.repeat(columns.length - 1);
  const whole = lines
    .map((one, i) => {
      const close = how.ends[i % how.ends.length]!;
      return one + close + (how.blank[i] ? blank + close : '');
    })
    .join('');
  const spelt = how.apart ? whole.normalize('NFD') : whole;
  return (how.bom ? '\ufeff' : '') + (how.open ? spelt.replace(/(?:\r\n?|\n)$/, '') : spelt);
}

test('what was damaged without harm is as it was', () => {
  fc.assert(
    fc.property(rows, damage, (some, how) => {
      const clean = formatCsv(table, some);
      const bad = damaged(clean, how);
      const done = fixText(bad);
      const [file] = done.files;
      const text = file ? textOf(file.bytes) : bad;
      assert.is(text, clean);
      if (file) assert.is(applyDiff(bad, [...file.diff()].join('')), clean);
      assert.equal(fixText(clean), { files: [], dropped: [] });
    }),
    { seed: 21, numRuns: 60 },
  );
});

test('whatever the file: nothing new is found, nothing is lost, and a second time changes nothing', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      ',',
      ',,,,',
      '\n',
      '\r\n',
      '\r',
      '"',
      '""',
      '"x"',
      'é',
      'e\u0301',
      ' ',
      ';',
      'favour',
      'st_1 ',
      '"y\nz"',
      '\ufeff',
    ],
  );
  const head = fc.constantFrom(
    columns.join(','),
    columns.join(';'),
    [...columns].reverse().join(','),
    'a,b,value,field',
    '"a',
  );
  const row = fc.constantFrom(
    'st_1,b1,ann,stance,favour,1,,,,1.0,\n',
    'st_2\u200b,b1,ann,stance,against ,1,,,,1.0,\n',
    '1.0,,,,,1,Favor,stance,ann,b1,st_3\r\n',
  );
  const body = fc.array(fc.oneof(piece, row), { maxLength: 12 });
  fc.assert(
    fc.property(head, body, (header, parts) => {
      const text = `${header}\n${parts.join('')}`;
      const done = fixText(text);
      const now = done.files[0] ? textOf(done.files[0].bytes) : text;
      const count = (findings: readonly Finding[]): Map<string, number> => {
        const counts = new Map<string, number>();
        for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
        return counts;
      };
      const before = count(findingsOf(bytesOf(text)));
      for (const [rule, n] of count(findingsOf(bytesOf(now))))
        assert.ok(n <= (before.get(rule) ?? 0), `${rule} is new`);
      assert.is(readCsv(now, FILE).rows.length, readCsv(text, FILE).rows.length);
      assert.is(fixedText(now), now);
    }),
    { seed: 22, numRuns: 80 },
  );
});

test.run();
