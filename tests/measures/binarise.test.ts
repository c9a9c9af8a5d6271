import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreementResults } from '../../src/measures/agreement-results.js';
import { binarise } from '../../src/measures/binarise.js';
import { readReferences, referenceMatrix } from '../parity/agreement-tables.js';

const test = suite('one category against the rest');

test('kappas per category are the published ones', () => {
  let compared = 0;
  for (const entry of readReferences()) {
    for (const figure of entry.expected) {
      // The contingency table's are conditional kappas of the first annotator, another thing.
      if (figure.measure !== 'per_category_kappa' || entry.input.format === 'contingency_table') continue;
      const matrix = referenceMatrix(entry);
      for (const [category, value] of Object.entries(figure.value as Record<string, number>)) {
        const binary = binarise(matrix, matrix.categories.indexOf(category));
        const [found] = agreementResults(binary, { coefficients: ['fleiss_kappa'] });
        assert.ok(
          Math.abs(found!.value! - value) <= figure.tolerance! * 1.000001,
          `${entry.id} ${category} ${found!.value}`,
        );
        compared++;
      }
    }
  }
  assert.is(compared, 10);
});

test('missing labels stay missing', () => {
  const matrix = referenceMatrix({
    id: '',
    source: '',
    expected: [],
    input: {
      format: 'units_x_coders',
      rows: [
        ['x', null],
        ['y', 'z'],
      ],
    },
  });
  assert.equal([...binarise(matrix, 1).codes], [0, -1, 1, 0]);
});

test.run();
