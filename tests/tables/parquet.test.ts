import { readFileSync } from 'node:fs';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sha256 } from '../../src/model/hash.js';
import { customColumn, tableOf, type Column, type ColumnType } from '../../src/model/tables.js';
import { CREATED_BY, parquetPieces } from '../../src/tables/parquet.js';

const test = suite('parquet');

const column = (name: string, type: ColumnType, more: Partial<Column> = {}): Column => ({
  ...customColumn(name),
  type,
  ...more,
});
const columns = [
  column('text', 'string', { nullable: false }),
  column('note', 'string'),
  column('count', 'integer'),
  column('score', 'integer', { minimum: -3, maximum: 3 }),
  column('share', 'number'),
  column('flag', 'boolean'),
  column('names', 'list', { nullable: false }),
  column('segments', 'segments', { nullable: false }),
];
const row = (more: object = {}): object => ({
  text: 'a',
  note: null,
  count: null,
  score: null,
  share: null,
  flag: null,
  names: [],
  segments: [],
  ...more,
});
const bytesOf = (rows: readonly object[], options = {}): Uint8Array =>
  Buffer.concat([...parquetPieces(columns, rows, options)]);
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const readBack = (bytes: Uint8Array): Promise<object[]> => parquetReadObjects({ file: bufferOf(bytes) });

test('each column has its own type, and null only where the schema allows it', async () => {
  const rows = [
    row({ text: '“Ünïcode” 🚢,\r\n"x"', count: 2 ** 53 - 1, score: -3, share: -0.25, flag: false }),
    row({ note: 'x', count: -(2 ** 53 - 1), names: ['a', 'b;c', ''], segments: [{ start: 1, end: 4_000_000_000 }] }),
    row({
      flag: true,
      share: 1e21,
      segments: [
        { start: 0, end: 1 },
        { start: 2, end: 3 },
      ],
    }),
  ];
  assert.equal(await readBack(bytesOf(rows)), [
    row({ text: '“Ünïcode” 🚢,\r\n"x"', count: 9007199254740991n, score: -3, share: -0.25, flag: false }),
    row({ note: 'x', count: -9007199254740991n, names: ['a', 'b;c', ''], segments: [{ start: 1n, end: 4000000000n }] }),
    row({
      flag: true,
      share: 1e21,
      segments: [
        { start: 0n, end: 1n },
        { start: 2n, end: 3n },
      ],
    }),
  ]);
  const types = parquetMetadata(bufferOf(bytesOf(rows))).schema.map((one) => [one.name, one.type, one.repetition_type]);
  assert.equal(types.slice(1, 7), [
    ['text', 'BYTE_ARRAY', 'REQUIRED'],
    ['note', 'BYTE_ARRAY', 'OPTIONAL'],
    ['count', 'INT64', 'OPTIONAL'],
    ['score', 'INT32', 'OPTIONAL'],
    ['share', 'DOUBLE', 'OPTIONAL'],
    ['flag', 'BOOLEAN', 'OPTIONAL'],
  ]);
});

test('a zero has no sign, as in CSV and JSON', async () => {
  const [first, second] = (await readBack(bytesOf([row({ share: -0 }), row({ share: 0.5 })]))) as { share: number }[];
  assert.ok(Object.is(first!.share, 0));
  assert.is(second!.share, 0.5);
});

test('a null where the schema forbids it is told with its column', () => {
  assert.throws(() => bytesOf([row({ text: null })]), /column text is null/);
  assert.throws(() => bytesOf([row({ names: undefined })]), /column names is null/);
});

test('a table without rows is a file with its columns', async () => {
  const bytes = bytesOf([]);
  const { num_rows, schema } = parquetMetadata(bufferOf(bytes));
  assert.is(num_rows, 0n);
  assert.is(schema[0]!.num_children, columns.length);
  assert.equal(await readBack(bytes), []);
});

test('rows come in groups of the size that the file names, and the same rows give the same bytes', async () => {
  const rows = Array.from({ length: 7 }, (_, i) => row({ count: i, text: `row ${i}`, names: [`${i}`] }));
  const bytes = bytesOf(rows, { group: 3 });
  const { row_groups, key_value_metadata, created_by } = parquetMetadata(bufferOf(bytes));
  assert.equal(
    row_groups.map((one) => Number(one.num_rows)),
    [3, 3, 1],
  );
  assert.equal(key_value_metadata, [{ key: 'row_group_rows', value: '3' }]);
  assert.is(created_by, CREATED_BY);
  assert.is(sha256(bytesOf(rows, { group: 3 })), sha256(bytes));
  const read = (await readBack(bytes)) as { count: bigint; names: string[] }[];
  assert.equal(
    read.map((one) => `${one.count}${one.names.join()}`),
    ['00', '11', '22', '33', '44', '55', '66'],
  );
});

test('pieces can be read again, and nothing is asked of the rows before', () => {
  let asked = 0;
  const rows = {
    *[Symbol.iterator]() {
      asked++;
      yield row();
    },
  };
  const pieces = parquetPieces(columns, rows);
  assert.is(asked, 0);
  assert.equal([...pieces], [...pieces]);
  assert.is(asked, 2);
});

test('the columns of statements are those of the schema, in its order', () => {
  const { columns: own } = tableOf('statement');
  const { schema } = parquetMetadata(bufferOf(Buffer.concat([...parquetPieces(own, [])])));
  const names = schema.map((one) => one.name).filter((name) => own.some((one) => one.name === name));
  // start and end stand once more, inside of segments.
  assert.equal(
    [...new Set(names)],
    own.map((one) => one.name),
  );
});

test('the file names the writer that is installed', () => {
  const { version } = JSON.parse(readFileSync('node_modules/hyparquet-writer/package.json', 'utf8')) as {
    version: string;
  };
  assert.is(CREATED_BY, `hyparquet-writer version ${version}`);
});

test.run();
