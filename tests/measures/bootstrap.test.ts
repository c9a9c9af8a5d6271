import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreementResults } from '../../src/measures/agreement-results.js';
import { quantile } from '../../src/measures/bootstrap.js';
import { labelMatrix, type LabelMatrix } from '../../src/measures/label-matrix.js';
import { createRandom } from '../../src/measures/random.js';

const test = suite('bootstrap');

/** `copies` identical units in each of `documents` documents: whole documents are what varies. */
function clustered(documents: number, copies: number, named = true): LabelMatrix {
  const random = createRandom(42);
  return labelMatrix(
    Array.from({ length: documents }, (_, d) => {
      const first = random.uniform() < 0.5 ? 'x' : 'y';
      const second = random.uniform() < 0.7 ? first : first === 'x' ? 'y' : 'x';
      return Array.from({ length: copies }, (__, c) =>
        [first, second].map((label, a) => ({
          unit: `d${d}-${c}`,
          annotator: `a${a}`,
          label,
          cluster: named ? `d${d}` : null,
        })),
      ).flat();
    }).flat(),
  );
}

const alpha = (matrix: LabelMatrix, seed = 1, replicates = 1000) =>
  agreementResults(matrix, { coefficients: ['krippendorff_alpha'], bootstrap: replicates, seed })[0]!;

test('the same seed gives the same interval, another seed another', () => {
  const matrix = clustered(40, 1);
  assert.equal(alpha(matrix), alpha(matrix));
  assert.is.not(alpha(matrix).ci!.join(), alpha(matrix, 2).ci!.join());
});

test('copies within documents widen the interval by cluster, not the one by unit', () => {
  const width = ({ ci }: { ci: readonly [number, number] | null }): number => ci![1] - ci![0];
  const single = alpha(clustered(60, 1));
  const byCluster = alpha(clustered(60, 9));
  const byUnit = alpha(clustered(60, 9, false));
  assert.is(byCluster.ci_method, 'bootstrap percentile by cluster');
  assert.is(byUnit.ci_method, 'bootstrap percentile by unit');
  assert.ok(Math.abs(width(byCluster) / width(single) - 1) < 0.15, 'nine copies carry no more information than one');
  assert.ok(width(byUnit) < width(byCluster) / 2, 'by unit the copies pass for information');
});

test('the bootstrap standard error is near the analytic one on complete data', () => {
  const result = alpha(clustered(400, 1, false), 1, 2000);
  const drawn = result.intervals.find(({ method }) => method.startsWith('bootstrap'))!;
  assert.ok(Math.abs(drawn.se! / result.se! - 1) < 0.06, `${drawn.se} against ${result.se}`);
});

test('undefined replicates are left out and counted', () => {
  const matrix = labelMatrix(
    ['xx', 'xx', 'xx', 'xy'].flatMap((labels, u) =>
      [...labels].map((label, a) => ({ unit: `u${u}`, annotator: `a${a}`, label })),
    ),
  );
  const drawn = alpha(matrix).intervals.at(-1)!;
  // The one unit with a y is missed with probability (3/4)^4 = 0.32.
  assert.ok(drawn.undefined_replicates! > 250 && drawn.undefined_replicates! < 390, String(drawn.undefined_replicates));
});

test('one cluster alone cannot be drawn anew: units are, and the method says so', () => {
  const matrix = { ...clustered(30, 1), clusters: new Int32Array(30), clusterIds: ['d'] };
  assert.is(alpha(matrix).ci_method, 'bootstrap percentile by unit');
});

test('quantiles interpolate between neighbours', () => {
  const sorted = Float64Array.of(1, 2, 3, 4);
  assert.is(quantile(sorted, 0), 1);
  assert.is(quantile(sorted, 1), 4);
  assert.is(quantile(sorted, 0.5), 2.5);
});

test.run();
