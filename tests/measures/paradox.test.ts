import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pairParadox } from '../../src/measures/paradox.js';
import { referenceMatrix } from '../parity/agreement-tables.js';

const test = suite('paradox of kappa');
const table = (cells: readonly (readonly number[])[]) =>
  referenceMatrix({ id: '', source: '', expected: [], input: { format: 'contingency_table', table: cells } });

test('one dominant category shows in the prevalence index', () => {
  const { prevalence_index, bias_index } = pairParadox(
    table([
      [90, 2],
      [2, 6],
    ]),
  );
  assert.ok(Math.abs(prevalence_index! - 0.84) < 1e-12);
  assert.is(bias_index, 0);
});

test('annotators who use the categories differently show in the bias index and lower the maximum', () => {
  const { bias_index, kappa_max } = pairParadox(
    table([
      [40, 30],
      [0, 30],
    ]),
  );
  assert.ok(Math.abs(bias_index! - 0.3) < 1e-12);
  assert.ok(kappa_max! < 1);
});

test('no common unit and one category have a reason', () => {
  assert.ok(pairParadox(table([[0]])).reason);
  const single = pairParadox(table([[5]]));
  assert.is(single.kappa_max, null);
  assert.ok(single.reason);
});

test.run();
