import fc from 'fast-check';
import * as assert from 'uvu/assert';
import type { ColumnJudge } from '../../src/checks/check.js';
import { ColumnState } from '../../src/checks/column-state.js';
import type { SourceFile, ValidationInput } from '../../src/checks/validation-input.js';
import { startChecks } from '../../src/checks/run-checks.js';
import { checks } from '../../src/checks/index.js';
import { tableName } from '../../src/checks/recognise.js';
import { TableLookups } from '../../src/checks/lookups.js';
import { validate } from '../../src/flows/validate.js';
import type { Finding, SchemaName } from '../../src/model/generated.js';
import { tableOf, tables, type Column } from '../../src/model/tables.js';
import { ByteRows } from '../../src/tables/byte-rows.js';
import { formatJsonLines } from '../../src/tables/json-lines.js';
import { cleanRows, codebook, fileOf, spoiled } from '../checks/dataset.js';
import { encode } from './csv-properties.js';
import { inPieces } from './csv-walk.js';

/** Cells that are nearly right, and nearly wrong, for every type of column. */
const near = fc.oneof(
  fc.constantFrom('', '0', '-0', '00', '01', '-1', '+1', '1.0', '1e3', ' 1', '1 ', '\u00a01', '2', '-3', '4', '-', '='),
  fc.constantFrom(
    '999999999999999',
    '9007199254740991',
    '9007199254740992',
    '-9007199254740992',
    '1e400',
    '1234567890123456',
  ),
  fc.constantFrom(
    'true',
    'True',
    'false',
    ' false',
    'TRUE\t',
    'null',
    'favor',
    'Favor',
    'against',
    '=1+1',
    '-x',
    '@a',
    '+a',
  ),
  fc.constantFrom(
    '1-2',
    '0-0',
    '0-1',
    '01-002',
    '1-2;3-4',
    '1-2;',
    ';',
    '1--2',
    '1-2-3',
    '1 - 2',
    '1234567890-1234567891',
  ),
  fc.constantFrom(
    '2031-03-04',
    '2031-02-30',
    '2031',
    'XAA',
    'xaa',
    'a;b',
    'a; b',
    ';a',
    'https://x.org/a',
    'http:/x',
    'x y',
  ),
  fc.constantFrom(
    '"',
    '""',
    'a"b',
    '"a"',
    'a\nb',
    'a\r',
    ',',
    'vera-linde',
    'e\u0301',
    '\u200b',
    'а',
    'doc-1',
    'doc-1\u200b',
  ),
  fc
    .tuple(
      fc.constantFrom('st', 'ut', 'tu', 'ST', 's', 'stx'),
      fc.constantFrom('_', '-', ''),
      fc.array(fc.constantFrom('0', '1', 'a', 'z', 'k', 'l', 'i', 'u', 'A', 'é'), { minLength: 14, maxLength: 17 }),
      fc.constantFrom('', '-2', '-', '-2a', '-12', ' '),
    )
    .map(([prefix, bar, letters, suffix]) => `${prefix}${bar}${letters.join('')}${suffix}`),
  fc.string({ maxLength: 6 }),
);

const schemaNames = Object.keys(tables) as SchemaName[];
const book = { ...codebook };

/** The judges of every column, as `validate` has them: references can't be told without their tables. */
function judgesOf(schema: SchemaName): (column: Column) => readonly ColumnJudge[] {
  const table = tableOf(schema);
  const path = fileOf(schema);
  const name = tableName(schema);
  const run = startChecks(checks, {
    codebook: book,
    project: null,
    projectPlace: null,
    lookups: new TableLookups(),
    hasTexts: false,
    text: () => null,
    textFile: () => null,
    tables: [{ name, path, lookup: false, copy: false }],
    reread: () => undefined,
    derive: null,
    released: [],
  });
  const header = table.columns.map((column) => column.name);
  const file = { schema, table, name, path, header, headerPlaces: [], lookup: false, copy: false };
  return (column) => run.judges(column, file);
}

const judging = new Map(schemaNames.map((schema) => [schema, judgesOf(schema)]));
const columns = schemaNames.flatMap((schema) => tableOf(schema).columns.map((column) => ({ schema, column })));

const inQuotes = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** What a column says of cells that go by: value and faults of each, whatever way it took to them. */
function said(state: ColumnState, text: string): unknown[] {
  const rows = new ByteRows([encode(`h,i\n${text}`)], 0x2c);
  rows.next();
  const out: unknown[] = [];
  while (rows.next()) {
    const verdict = state.take(rows, 0);
    out.push({ verdict, value: state.value, faults: state.faults, text: state.text });
  }
  return out;
}

/** The fast ways to a verdict (bytes, memory) give what judging the text gives. */
export const fastAsSlow = fc.property(
  fc.constantFrom(...columns),
  fc.array(near, { minLength: 1, maxLength: 8 }),
  ({ schema, column }, cells) => {
    const judges = judging.get(schema)!(column);
    const twice = [...cells, ...cells].map((cell) => `${inQuotes(cell)},\n`).join('');
    const fast = said(new ColumnState(column, judges), twice);
    // A doubled mark forces a cell to be read as a text; so does a judge that no bytes can clear, and the type is judged first.
    const slowly = judges.map(({ judge }) => ({ judge }));
    const slow = [...cells, ...cells].flatMap((cell) => {
      const state = new ColumnState({ ...column, minimum: Infinity, maximum: -Infinity }, [
        ...slowly,
        { judge: () => null },
      ]);
      return said(state, `${inQuotes(cell)},\n`);
    });
    assert.equal(fast, slow);
  },
);

const bytesOf = ({ bytes }: SourceFile): Uint8Array => {
  if (typeof bytes === 'function') throw new Error('the test dataset is in bytes');
  return bytes;
};

const shown = (findings: readonly Finding[]): string[] => findings.map((found) => JSON.stringify(found)).sort();

/** Cells of the clean dataset that are replaced. */
const spoiling = fc.array(fc.record({ table: fc.nat(), row: fc.nat(), column: fc.nat(), cell: near }), {
  maxLength: 4,
});

function dataset(changes: readonly { table: number; row: number; column: number; cell: string }[]): ValidationInput {
  return spoiled({
    rows: (rows) => {
      const names = Object.keys(rows);
      for (const { table, row, column, cell } of changes) {
        const schema = names[table % names.length]!;
        const some = rows[schema]!;
        const at = tableOf(schema as SchemaName).columns;
        some[row % some.length]![at[column % at.length]!.name] = cell;
      }
    },
  });
}

/** In one piece or in many, and in whatever order the files are named: the same findings. */
export const anyPieces = fc.property(
  spoiling,
  fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 3 }),
  fc.nat(),
  (changes, sizes, turn) => {
    const input = dataset(changes);
    const whole = validate(input).findings;
    const pieces = input.files.map((file) => ({ ...file, bytes: () => inPieces(bytesOf(file), sizes) }));
    assert.equal(shown(validate({ ...input, files: pieces }).findings), shown(whole));
    const at = turn % input.files.length;
    const turned = [...input.files.slice(at), ...input.files.slice(0, at)].reverse();
    assert.equal(shown(validate({ ...input, files: turned }).findings), shown(whole));
  },
);

/** Rules that are about how a table is written, not about what it says. */
const OF_FORM = /^(?:csv|json|file)\/|^label\/file$|^table\/(?:type|formula|copy-|missing-column|column-order)/;

/** A table says the same in CSV and in JSON Lines, as far as the values are of the right type. */
export const csvAsJson = fc.property(
  spoiling,
  fc.constantFrom('statement', 'document', 'actor', 'target', 'label'),
  (changes, schema) => {
    const string = (name: string): boolean =>
      tableOf(schema).columns.some((column) => column.name === name && column.type === 'string');
    const rows = cleanRows()[schema]!;
    const at = tableOf(schema).columns;
    for (const { row, column, cell } of changes) {
      const { name } = at[column % at.length]!;
      if (string(name)) rows[row % rows.length]![name] = cell === '' ? null : cell;
    }
    const input = spoiled({ rows: (all) => (all[schema] = rows) });
    const path = fileOf(schema);
    const asJson = input.files.map((file) =>
      file.path === path
        ? { ...file, path: path.replace(/csv$/, 'jsonl'), bytes: encode(formatJsonLines(rows)) }
        : file,
    );
    const told = (findings: readonly Finding[]): string[] =>
      findings
        .filter(({ rule }) => !OF_FORM.test(rule))
        .map(({ rule, field, record_id, severity }) => [rule, severity, field, record_id].join(' '))
        .sort();
    assert.equal(told(validate({ ...input, files: asJson }).findings), told(validate(input).findings));
  },
);
