import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tableOf } from '../../src/model/tables.js';
import { readCsv } from '../../src/tables/csv-reader.js';
import { formatCsv, formatRecords } from '../../src/tables/csv-writer.js';
import { typedRows } from '../../src/tables/typed-rows.js';

const test = suite('csv writer');

// The same examples in every run: a failure can be looked at again.
fc.configureGlobal({ seed: 20311 });

const actor = { actor_id: 'a', kind: 'person', name: 'A, "B"', aliases: ['C', 'D'], country: null };

test('columns come in the order of the schema, then the own ones', () => {
  const text = formatCsv(tableOf('actor'), [{ x_note: true, ...actor }], { custom: ['x_note'] });
  assert.is(text, 'actor_id,kind,name,aliases,country,x_note\na,person,"A, ""B""",C;D,,true\n');
});

test('a table can be written in parts', () => {
  const table = tableOf('actor');
  const rows = [actor, { ...actor, actor_id: 'b' }];
  const parts = [formatCsv(table, rows.slice(0, 1)), formatCsv(table, rows.slice(1), { header: false })];
  assert.is(parts.join(''), formatCsv(table, rows));
});

test('no rows give a header only', () => assert.is(formatRecords(['a', 'b'], []), 'a,b\n'));

test('any text is read back as it was written, and without a fault', () => {
  const texts = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(texts, (names) => {
      const rows = names.map((name, i) => ({ ...actor, actor_id: `a${i}`, name }));
      const csv = readCsv(formatCsv(tableOf('actor'), rows), 'a.csv');
      assert.equal(csv.findings, []);
      assert.equal(
        typedRows<typeof actor>(csv, tableOf('actor')).rows.map(({ row }) => row),
        rows,
      );
    }),
  );
});

test.run();
