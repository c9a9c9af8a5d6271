import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreementResults } from '../../src/measures/agreement-results.js';
import { bcaInterval } from '../../src/measures/bca.js';
import { drawReplicates, quantile, type Foldable, type Resampled } from '../../src/measures/bootstrap.js';
import { acceleration, jackknifeError, leaveOneClusterOut, leaveOneUnitOut } from '../../src/measures/jackknife.js';
import { labelMatrix } from '../../src/measures/label-matrix.js';

const test = suite('BCa intervals');

const sampleOf = (size: number): Foldable => ({
  patterns: size,
  frequency: new Float64Array(size).fill(1),
  patternOfUnit: Int32Array.from({ length: size }, (_, i) => i),
});

const mean = (values: readonly number[]): Resampled => ({
  agreement(frequency) {
    const total = frequency.reduce((sum, times) => sum + times, 0);
    return { value: total === 0 ? null : values.reduce((sum, one, i) => sum + one * frequency[i]!, 0) / total };
  },
});

// Law school data, the standard example of the method (Efron and Tibshirani 1993): grades of 15 schools.
const LSAT = [576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594];
const GPA = [3.39, 3.3, 2.81, 3.03, 3.44, 3.07, 3.0, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96];

const correlation: Resampled = {
  agreement(frequency) {
    const n = frequency.reduce((sum, times) => sum + times, 0);
    const weighted = (of: (i: number) => number): number =>
      frequency.reduce((sum, times, i) => sum + times * of(i), 0) / n;
    const [x, y] = [weighted((i) => LSAT[i]!), weighted((i) => GPA[i]!)];
    const moment = (a: (i: number) => number, b: (i: number) => number): number => weighted((i) => a(i) * b(i));
    const [dx, dy] = [(i: number) => LSAT[i]! - x, (i: number) => GPA[i]! - y];
    const spread = Math.sqrt(moment(dx, dx) * moment(dy, dy));
    return { value: spread > 0 ? moment(dx, dy) / spread : null };
  },
};

test('the jackknife error of a mean is its standard error', () => {
  const values = [1, 4, 4, 9, 12];
  const error = jackknifeError(leaveOneUnitOut(sampleOf(5), mean(values)))!;
  const average = values.reduce((a, b) => a + b) / 5;
  const variance = values.reduce((sum, one) => sum + (one - average) ** 2, 0) / 4;
  assert.ok(Math.abs(error - Math.sqrt(variance / 5)) < 1e-12);
});

test('the acceleration of a mean is a sixth of the skewness over the root of n', () => {
  const values = [1, 4, 4, 9, 22];
  const found = acceleration(leaveOneUnitOut(sampleOf(5), mean(values)));
  const deviations = values.map((one) => one - 8);
  const third = deviations.reduce((sum, one) => sum + one ** 3, 0);
  const second = deviations.reduce((sum, one) => sum + one ** 2, 0);
  assert.ok(Math.abs(found - third / (6 * second ** 1.5)) < 1e-12);
});

test('units of one pattern and single units give the same jackknife', () => {
  const folded: Foldable = {
    patterns: 2,
    frequency: Float64Array.of(3, 2),
    patternOfUnit: Int32Array.of(0, 0, 0, 1, 1),
  };
  const single = leaveOneUnitOut(sampleOf(5), mean([1, 1, 1, 6, 6]));
  const grouped = leaveOneUnitOut(folded, mean([1, 6]));
  assert.ok(Math.abs(acceleration(single) - acceleration(grouped)) < 1e-12);
  assert.ok(Math.abs(jackknifeError(single)! - jackknifeError(grouped)!) < 1e-12);
});

test('clusters of one unit are units', () => {
  const clusters = Int32Array.of(4, 3, 2, 1, 0);
  const values = [1, 4, 4, 9, 22];
  const byCluster = leaveOneClusterOut(sampleOf(5), mean(values), clusters);
  assert.ok(Math.abs(acceleration(byCluster) - acceleration(leaveOneUnitOut(sampleOf(5), mean(values)))) < 1e-12);
});

test('the law school correlation has the jackknife error and acceleration that numpy 2.4 computes', () => {
  const found = leaveOneUnitOut(sampleOf(15), correlation);
  assert.ok(Math.abs(correlation.agreement(new Float64Array(15).fill(1)).value! - 0.776) < 0.0005);
  assert.ok(Math.abs(jackknifeError(found)! - 0.1425) < 0.00005, `${jackknifeError(found)}`);
  assert.ok(Math.abs(acceleration(found) + 0.0757) < 0.00005, `${acceleration(found)}`);
});

test('a skewed statistic gets an interval that is moved, a symmetrical one hardly', () => {
  const options = { replicates: 4000, seed: 5 };
  const value = correlation.agreement(new Float64Array(15).fill(1)).value!;
  const drawn = drawReplicates(sampleOf(15), correlation, options)!;
  const [low, high] = bcaInterval(sampleOf(15), correlation, value, drawn, options)!.ci;
  assert.ok(low < quantile(drawn.values, 0.025) - 0.02);
  assert.ok(high < quantile(drawn.values, 0.975));
  const even = mean(Array.from({ length: 41 }, (_, i) => i - 20));
  const evenDrawn = drawReplicates(sampleOf(41), even, options)!;
  const moved = bcaInterval(sampleOf(41), even, 0, evenDrawn, options)!;
  assert.ok(Math.abs(moved.ci[0] - quantile(evenDrawn.values, 0.025)) < 0.3);
});

test('there is none where all replicates lie on one side', () => {
  const drawn = { values: Float64Array.of(0.1, 0.2, 0.3), clustered: false };
  assert.is(bcaInterval(sampleOf(3), mean([1, 2, 3]), 2, drawn, { replicates: 3, seed: 1 }), null);
});

test('results report the interval asked for and keep the percentile one beside it, by unit and by cluster', () => {
  const cells = Array.from({ length: 60 }, (_, u) =>
    ['a', 'b'].map((annotator, a) => ({
      unit: `u${u}`,
      annotator,
      label: (u * 7 + (u % 5 === 0 ? a : 0)) % 3 === 0 ? 'x' : 'y',
      cluster: `d${u % 12}`,
    })),
  ).flat();
  const options = { coefficients: ['krippendorff_alpha'], bootstrap: 400, interval: 'bca' } as const;
  for (const [byCluster, what] of [
    [false, 'unit'],
    [true, 'cluster'],
  ] as const) {
    const [result] = agreementResults(labelMatrix(cells), { ...options, byCluster });
    assert.is(result!.ci_method, `bootstrap BCa by ${what}`);
    assert.ok(result!.intervals.some(({ method }) => method === `bootstrap percentile by ${what}`));
    assert.ok(result!.ci![0] < result!.value! && result!.value! < result!.ci![1]);
  }
});

test.run();
