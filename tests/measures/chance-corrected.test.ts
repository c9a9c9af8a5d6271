import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { categoryShares, patternAgreement } from '../../src/measures/chance-corrected.js';
import { foldUnits } from '../../src/measures/patterns.js';
import { namedWeights } from '../../src/measures/weights.js';
import { readReferences, referenceMatrix } from '../parity/agreement-tables.js';

const test = suite('chance correction');

test('agreement within a unit is the published one, unit by unit', () => {
  let compared = 0;
  for (const entry of readReferences()) {
    const figure = entry.expected.find(({ measure }) => measure === 'per_item_agreement');
    if (figure === undefined) continue;
    const matrix = referenceMatrix(entry);
    const sample = foldUnits(matrix);
    const weights = namedWeights(
      'identity',
      matrix.categories.map((_, k) => k),
    )!;
    const within = patternAgreement(sample, weights.matrix);
    (figure.value as readonly number[]).forEach((value, unit) => {
      const found = within[sample.patternOfUnit[unit]!]!;
      assert.ok(Math.abs(found - value) <= figure.tolerance!, `${entry.id} unit ${unit}: ${found}, not ${value}`);
      compared++;
    });
  }
  assert.is(compared, 40);
});

test('category shares are means over units, so a unit with many labels weighs no more', () => {
  const matrix = referenceMatrix({
    id: '',
    source: '',
    expected: [],
    input: { format: 'units_x_coders', rows: [['x', 'x', 'x', 'x'], ['y']] },
  });
  const sample = foldUnits(matrix);
  assert.equal([...categoryShares(sample, sample.frequency)], [0.5, 0.5]);
});

test.run();
