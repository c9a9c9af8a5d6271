import { undefinedAgreement, type Coefficient } from '../coefficient.js';
import type { Sample } from '../patterns.js';
import { cohenKappa } from './cohen-kappa.js';

/** The sample of two of its annotators: same patterns, without the units that one of them left out. */
function pairSample(sample: Sample, a: number, b: number): { pair: Sample; kept: readonly number[] } {
  const { annotators, codes } = sample;
  const kept = Array.from(sample.totals, (_, pattern) => pattern).filter(
    (pattern) => codes[pattern * annotators + a]! >= 0 && codes[pattern * annotators + b]! >= 0,
  );
  const pair: Sample = {
    ...sample,
    annotators: 2,
    patterns: kept.length,
    frequency: Float64Array.from(kept, (pattern) => sample.frequency[pattern]!),
    codes: Int32Array.from(
      kept.flatMap((pattern) => [codes[pattern * annotators + a]!, codes[pattern * annotators + b]!]),
    ),
  };
  return { pair, kept };
}

/**
 * Light's kappa: the plain mean of Cohen's kappas over all pairs of annotators. Undefined as soon as one pair's kappa
 * is; no standard error, the bootstrap interval serves.
 * Source: Light (1971), Psychological Bulletin 76.
 */
export const lightKappa: Coefficient = {
  name: 'light_kappa',
  title: "Light's kappa",
  source: 'Light (1971)',
  annotators: [2, Infinity],
  per: 'matrix',
  missing: true,
  basis: 'rows',
  minLabels: 2,
  scale: 'weights',
  convention: 'plain mean of the pairs, each over the units both labelled',
  compute(sample, scale) {
    const pairs = Array.from({ length: sample.annotators }, (_, a) => a).flatMap((a) =>
      Array.from({ length: sample.annotators - a - 1 }, (_, i) => {
        const { pair, kept } = pairSample(sample, a, a + 1 + i);
        return { kept, statistic: cohenKappa.compute(pair, scale) };
      }),
    );
    return {
      agreement(frequency) {
        let value = 0;
        let observed = 0;
        let expected = 0;
        for (const { kept, statistic } of pairs) {
          const one = statistic.agreement(Float64Array.from(kept, (pattern) => frequency[pattern]!));
          if (one.value === null) return undefinedAgreement(`the kappa of a pair is not defined: ${one.reason}`);
          value += one.value;
          observed += one.observed!;
          expected += one.expected!;
        }
        const mean = (sum: number): number => sum / pairs.length;
        return { value: mean(value), observed: mean(observed), expected: mean(expected), reason: null };
      },
      standardError: () => null,
    };
  },
};
