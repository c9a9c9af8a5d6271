import {
  quantile,
  type BootstrapInterval,
  type BootstrapOptions,
  type Foldable,
  type Replicates,
  type Resampled,
} from './bootstrap.js';
import { acceleration, leaveOneClusterOut, leaveOneUnitOut } from './jackknife.js';
import { normalCdf, normalQuantile } from './normal.js';

/**
 * The bias-corrected and accelerated bootstrap interval: the percentile interval moved by how far the replicates lie to
 * one side of the value, and by how fast the standard error changes with it (jackknife over units, or over clusters
 * where clusters were drawn). Replicates equal to the value count half. Null where all replicates lie on one side: then
 * there is no correction to find.
 * Source: Efron (1987), Journal of the American Statistical Association 82; Efron and Tibshirani (1993), section 14.3.
 */
export function bcaInterval(
  sample: Foldable,
  statistic: Resampled,
  value: number,
  { values, clustered }: Replicates,
  { replicates, seed, clusters = null, confidence = 0.95 }: BootstrapOptions,
): BootstrapInterval | null {
  let below = 0;
  for (const one of values) below += one < value ? 1 : one === value ? 0.5 : 0;
  const share = below / values.length;
  if (share <= 0 || share >= 1) return null;
  const found =
    clustered && clusters !== null
      ? leaveOneClusterOut(sample, statistic, clusters)
      : leaveOneUnitOut(sample, statistic);
  const bias = normalQuantile(share);
  const speed = acceleration(found);
  const limit = (tail: number): number => {
    const z = bias + normalQuantile(tail);
    // Past its pole the formula turns round: there the limit is the last replicate.
    const slope = 1 - speed * z;
    const moved = slope > 0 ? normalCdf(bias + z / slope) : z < 0 ? 0 : 1;
    return quantile(values, moved);
  };
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return {
    method: `bootstrap BCa by ${clustered ? 'cluster' : 'unit'}`,
    ci: [limit((1 - confidence) / 2), limit((1 + confidence) / 2)],
    se: Math.sqrt(squares / (values.length - 1)),
    replicates,
    undefined_replicates: replicates - values.length,
    seed,
  };
}
