import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tableOf } from '../../src/model/tables.js';
import { csvRows } from '../../src/tables/csv-rows.js';
import { formatCsv } from '../../src/tables/csv-writer.js';

const test = suite('csv rows');

test('the fast rows are the bytes that csv-stringify writes, whatever stands in the cells', () => {
  const table = tableOf('actor');
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ';', 'a', ' ', 'é') }));
  const row = fc.record({
    actor_id: text,
    kind: fc.constantFrom('person', 'group'),
    name: text,
    aliases: fc.array(text, { maxLength: 3 }),
    country: fc.option(text, { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      assert.is(csvRows(table, rows), formatCsv(table, rows, { header: false }));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('numbers, flags and segments are written alike', () => {
  const table = tableOf('statement');
  const rows = [{ start: 0, negated: true, hedged: false, speaker_confidence: 0.95, segments: [{ start: 1, end: 2 }] }];
  assert.is(csvRows(table, rows), formatCsv(table, rows, { header: false }));
});

test.run();
