import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkSameRows } from '../../src/files/same-rows.js';
import { customColumn, tableOf, type Column, type ColumnType, type Table } from '../../src/model/tables.js';
import { dataTables } from '../../src/releases/parts/data-tables.js';
import { statementsJson } from '../../src/releases/parts/statements-json.js';
import { statementsParquet } from '../../src/releases/parts/statements-parquet.js';
import { piecesOf, type Release } from '../../src/releases/release.js';
import { storedRows } from '../../src/tables/row-store.js';

const test = suite('same rows');

const column = (name: string, type: ColumnType, nullable = true): Column => ({ ...customColumn(name), type, nullable });
const columns = [
  column('id', 'string', false),
  column('note', 'string'),
  column('count', 'integer'),
  column('share', 'number'),
  column('flag', 'boolean'),
  column('names', 'list', false),
  column('segments', 'segments', false),
];
const table: Table = { ...tableOf('statement'), columns };
type Row = Readonly<Record<string, unknown>>;
const row = (more: Row = {}): Row => ({
  id: 'a',
  note: null,
  count: null,
  share: null,
  flag: null,
  names: [],
  segments: [],
  ...more,
});

/** The files that a release would have of some statements. */
const written = async (rows: readonly Row[], work: (folder: string) => Promise<void> | void): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-same-'));
  try {
    mkdirSync(join(folder, 'data'));
    const codebook = { fields: [] } as unknown as Release['codebook'];
    const release = { codebook, tables: [{ name: 'statements', table, custom: [], rows: storedRows(rows) }] };
    for (const part of [dataTables, statementsJson, statementsParquet]) {
      for (const { path, content } of part.files(release as unknown as Release, [])) {
        const pieces = Array.from(piecesOf(content), (piece) => Buffer.from(piece as Uint8Array));
        writeFileSync(join(folder, path), Buffer.concat(pieces));
      }
    }
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
const paths = ['data/statements.csv', 'statements.json', 'statements.jsonl', 'statements.parquet'];
const check = (folder: string): Promise<void> =>
  checkSameRows(
    folder,
    paths.map((path) => ({ path, columns })),
  );

/** Rows read from each file by readers that are not ours, the cells of CSV typed here anew. */
const readBack = async (folder: string): Promise<Row[][]> => {
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const [names = [], ...cells] = parse(read(paths[0]!), { record_delimiter: '\n' }) as string[][];
  const csv = cells.map((own) => Object.fromEntries(names.map((name, i) => [name, typed(name, own[i]!)])));
  const bytes = new Uint8Array(readFileSync(join(folder, paths[3]!))).buffer;
  // Left alone, the reader drops U+FEFF at the beginning of a text.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const stringFromBytes = (own: Uint8Array | undefined): string | undefined => own && decoder.decode(own);
  const parquet = await parquetReadObjects({ file: bytes, parsers: { stringFromBytes } });
  const jsonl = read(paths[2]!).split('\n').slice(0, -1);
  return [
    csv,
    JSON.parse(read(paths[1]!)) as Row[],
    jsonl.map((line) => JSON.parse(line) as Row),
    JSON.parse(
      JSON.stringify(parquet, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
    ) as Row[],
  ];
};
const typed = (name: string, cell: string): unknown => {
  if (name === 'names') return cell === '' ? [] : cell.split(';');
  if (name === 'segments') {
    const pairs = cell === '' ? [] : cell.split(';').map((part) => part.split('-').map(Number));
    return pairs.map(([start, end]) => ({ start, end }));
  }
  if (cell === '') return null;
  return name === 'id' || name === 'note' ? cell : (JSON.parse(cell) as unknown);
};

const strange = [
  'null',
  'true',
  '-0.25',
  '=1+1',
  '"',
  '""',
  '\r',
  '\n',
  '\r\n,',
  ',"',
  ' a ',
  '\uFEFFa',
  'é🚢',
  '\u2028',
  '0',
  '\0',
];
const text = fc.oneof(
  fc.constantFrom(...strange),
  fc.array(fc.constantFrom(...strange), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
);
const member = text.map((one) => one.replaceAll(';', ',').trim()).filter((one) => one !== '');
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (one === 0 ? 0 : one));
const position = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const rows = fc.array(
  fc.record(
    {
      id: text,
      note: fc.option(text),
      count: fc.option(fc.maxSafeInteger()),
      share: fc.option(fc.oneof(fc.constantFrom(-0.25, 0.1, 1e21, 1e-7), number)),
      flag: fc.option(fc.boolean()),
      names: fc.array(member, { maxLength: 3 }),
      segments: fc.array(fc.record({ start: position, end: position }, { noNullPrototype: true }), { maxLength: 3 }),
    },
    { noNullPrototype: true },
  ),
  { maxLength: 8 },
);

test('whatever rows are released, every form holds them, read back by readers that are not ours', () =>
  fc.assert(
    fc.asyncProperty(rows, (own) =>
      written(own, async (folder) => {
        const read = await readBack(folder);
        for (const [i, found] of read.entries()) assert.equal(found, own, paths[i]!);
        await check(folder);
      }),
    ),
    { numRuns: 100, seed: 20311 },
  ));

const three = [row({ id: 'a' }), row({ id: 'b', note: 'x' }), row({ id: 'c', share: 0.5, names: ['n'] })];
const tampered: readonly (readonly [what: string, path: string, from: string, to: string, told: RegExp])[] = [
  ['another text', paths[0]!, 'b,x,', 'b,y,', /data\/statements\.csv .* row 2, b: .* another note than "x"/],
  ['a number as it is not written', paths[0]!, ',0.5,', ',0.50,', /row 3, c: .* another share than 0\.5/],
  ['a row less', paths[0]!, 'c,,,0.5,,n,\n', '', /data\/statements\.csv .* row 3, c: .* has ended before/],
  ['a row more', paths[1]!, '\n]\n', ',\n{"id":"d"}\n]\n', /statements\.json has more rows .* which has 3/],
  ['an empty text for null', paths[1]!, '"a","note":null', '"a","note":""', /row 1, a: .* another note than null/],
  ['a text for a number', paths[1]!, '"share":0.5', '"share":"0.5"', /row 3, c: .* another share/],
  ['rows in another order', paths[1]!, '"id":"a"', '"id":"b"', /row 1, a: .* another id/],
  ['columns in another order', paths[2]!, '"id":"a","note":null', '"note":null,"id":"a"', /with note in column 1/],
  ['another header', paths[0]!, 'id,note', 'id,notes', /other columns/],
  ['a column less', paths[2]!, ',"segments":[]}', '}', /without segments/],
  ['half a row', paths[0]!, 'a,,,,,,\n', 'a,,,,,\n', /a row of 6 cells/],
  ['a stray quotation mark', paths[0]!, 'b,x,', 'b,x",', /no CSV by RFC 4180/],
];
for (const [what, path, from, to, told] of tampered) {
  test(`${what} in ${path} is noticed`, () =>
    written(three, async (folder) => {
      const before = readFileSync(join(folder, path), 'utf8');
      const after = before.replace(from, to);
      assert.is.not(after, before);
      writeFileSync(join(folder, path), after);
      await check(folder).then(
        () => assert.unreachable(),
        (error: unknown) => assert.match((error as Error).message, told),
      );
    }));
}

test('other rows in Parquet are noticed, and another column is', () =>
  written([three[0]!, three[1]!, { ...three[2]!, share: 0.25 }], async (folder) => {
    const other = readFileSync(join(folder, paths[3]!));
    await written(three, async (own) => {
      writeFileSync(join(own, paths[3]!), other);
      await check(own).then(
        () => assert.unreachable(),
        (error: unknown) => assert.match((error as Error).message, /statements\.parquet .* another share than 0\.5/),
      );
      const fewer = paths.map((path) => ({ path, columns: columns.slice(0, 6) }));
      await checkSameRows(own, fewer.slice(2)).then(
        () => assert.unreachable(),
        (error: unknown) => assert.match((error as Error).message, /7 columns, not 6|with segments in column 7/),
      );
    });
  }));

test('no rows are the same everywhere', () => written([], check));

test.run();
