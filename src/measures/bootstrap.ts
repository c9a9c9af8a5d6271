import { drawMultinomial } from './multinomial.js';
import { createRandom } from './random.js';
import type { Interval } from './result.js';

/** Units folded into patterns of exchangeable ones: what resampling needs to know of a sample. */
export interface Foldable {
  readonly patterns: number;
  /** How many units have each pattern. */
  readonly frequency: Float64Array;
  /** The pattern of each unit; −1 for units outside. */
  readonly patternOfUnit: Int32Array;
}

/** Anything with a value for given frequencies of the patterns: a coefficient, a score, a difference of two. */
export interface Resampled {
  agreement(frequency: Float64Array): { readonly value: number | null };
}

export interface BootstrapOptions {
  /** How many times the data are drawn anew; at least 1. */
  readonly replicates: number;
  readonly seed: number;
  /** The cluster of each unit of the matrix, to draw whole clusters (documents); null draws units. */
  readonly clusters?: Int32Array | null;
  /** The share of replicates the interval holds. */
  readonly confidence?: number;
}

/** Which patterns each cluster is made of, cluster after cluster. */
interface ClusterPatterns {
  readonly clusters: number;
  readonly starts: Int32Array;
  readonly patterns: Int32Array;
  readonly sizes: Float64Array;
}

function clusterPatterns(sample: Foldable, clusterOfUnit: Int32Array): ClusterPatterns {
  const members = new Map<number, Map<number, number>>();
  sample.patternOfUnit.forEach((pattern, unit) => {
    if (pattern < 0) return;
    const cluster = clusterOfUnit[unit]!;
    let sizes = members.get(cluster);
    if (sizes === undefined) members.set(cluster, (sizes = new Map<number, number>()));
    sizes.set(pattern, (sizes.get(pattern) ?? 0) + 1);
  });
  const ordered = [...members].sort(([a], [b]) => a - b).map(([, sizes]) => [...sizes].sort(([a], [b]) => a - b));
  const starts = new Int32Array(ordered.length + 1);
  ordered.forEach((sizes, cluster) => {
    starts[cluster + 1] = starts[cluster]! + sizes.length;
  });
  const flat = ordered.flat();
  return {
    clusters: ordered.length,
    starts,
    patterns: Int32Array.from(flat, ([pattern]) => pattern),
    sizes: Float64Array.from(flat, ([, size]) => size),
  };
}

/** A function that fills an array with the frequencies of the next replicate. */
function drawer(sample: Foldable, { seed, clusters = null }: BootstrapOptions): (into: Float64Array) => void {
  const random = createRandom(seed);
  if (clusters === null) {
    const units = sample.frequency.reduce((sum, size) => sum + size, 0);
    return (into) => drawMultinomial(units, sample.frequency, units, random, into);
  }
  const groups = clusterPatterns(sample, clusters);
  const alike = new Float64Array(groups.clusters).fill(1);
  const drawn = new Float64Array(groups.clusters);
  return (into) => {
    drawMultinomial(groups.clusters, alike, groups.clusters, random, drawn);
    into.fill(0);
    drawn.forEach((times, cluster) => {
      if (times === 0) return;
      for (let i = groups.starts[cluster]!; i < groups.starts[cluster + 1]!; i++) {
        into[groups.patterns[i]!]! += times * groups.sizes[i]!;
      }
    });
  };
}

/** Whether at least two clusters have units in the sample: one cluster cannot be drawn anew. */
function hasClusters(sample: Foldable, clusters: Int32Array): boolean {
  let first = -1;
  return sample.patternOfUnit.some((pattern, unit) => {
    if (pattern < 0) return false;
    if (first < 0) first = clusters[unit]!;
    return clusters[unit] !== first;
  });
}

/** The value below which the share `share` of sorted values lies, interpolated between neighbours (type 7). */
export function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!);
}

/**
 * A percentile bootstrap interval of a statistic: units (or whole clusters) are drawn with replacement, as many as
 * there are. Replicates in which the statistic is undefined are left out and counted. Null where fewer than two
 * replicates are defined. With fewer than two clusters units are drawn, and the method says so.
 * Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13; clusters Davison and Hinkley
 * (1997), section 3.8.
 */
export function bootstrapInterval(sample: Foldable, statistic: Resampled, options: BootstrapOptions): Interval | null {
  const { replicates, seed, clusters = null, confidence = 0.95 } = options;
  const clustered = clusters !== null && hasClusters(sample, clusters);
  const draw = drawer(sample, { ...options, clusters: clustered ? clusters : null });
  const frequency = new Float64Array(sample.patterns);
  const values = new Float64Array(replicates);
  let defined = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    draw(frequency);
    const { value } = statistic.agreement(frequency);
    if (value !== null) values[defined++] = value;
  }
  if (defined < 2) return null;
  const sorted = values.slice(0, defined).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / defined;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    method: `bootstrap percentile by ${clustered ? 'cluster' : 'unit'}`,
    ci: [quantile(sorted, (1 - confidence) / 2), quantile(sorted, (1 + confidence) / 2)],
    se: Math.sqrt(squares / (defined - 1)),
    replicates,
    undefined_replicates: replicates - defined,
    seed,
  };
}
