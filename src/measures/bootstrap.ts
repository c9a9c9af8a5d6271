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
  const { patterns, patternOfUnit } = sample;
  const keys = new Float64Array(patternOfUnit.length);
  let units = 0;
  patternOfUnit.forEach((pattern, unit) => {
    if (pattern >= 0) keys[units++] = clusterOfUnit[unit]! * patterns + pattern;
  });
  const sorted = keys.subarray(0, units).sort();
  const found: { starts: number[]; patterns: number[]; sizes: number[] } = { starts: [], patterns: [], sizes: [] };
  let cluster = -1;
  sorted.forEach((key, i) => {
    if (i > 0 && key === sorted[i - 1]) {
      found.sizes[found.sizes.length - 1]!++;
      return;
    }
    const its = Math.floor(key / patterns);
    if (its !== cluster) found.starts.push(found.sizes.length);
    cluster = its;
    found.patterns.push(key - its * patterns);
    found.sizes.push(1);
  });
  return {
    clusters: found.starts.length,
    starts: Int32Array.from([...found.starts, found.sizes.length]),
    patterns: Int32Array.from(found.patterns),
    sizes: Float64Array.from(found.sizes),
  };
}

/** A function that fills an array with the frequencies of the next replicate. */
export function drawer(sample: Foldable, { seed, clusters = null }: BootstrapOptions): (into: Float64Array) => void {
  const random = createRandom(seed);
  if (clusters === null) {
    const units = sample.frequency.reduce((sum, size) => sum + size, 0);
    return (into) => drawMultinomial(units, sample.frequency, units, random, into);
  }
  const groups = clusterPatterns(sample, clusters);
  return (into) => {
    into.fill(0);
    for (let drawn = 0; drawn < groups.clusters; drawn++) {
      const cluster = Math.floor(random.uniform() * groups.clusters);
      for (let i = groups.starts[cluster]!; i < groups.starts[cluster + 1]!; i++) {
        into[groups.patterns[i]!]! += groups.sizes[i]!;
      }
    }
  };
}

/** The frequencies of one replicate after the other. */
export interface Draws {
  readonly clustered: boolean;
  /** The frequencies of a replicate, asked for in their order; what was given before may be overwritten. */
  frequencies(replicate: number): Float64Array;
}

/** Draws are kept for other statistics on the same sample while they are no more than so many numbers. */
const MOST_KEPT = 1 << 20;

/**
 * The draws of a bootstrap: units, or whole clusters where at least two have units in the sample. Several statistics on
 * one sample can go through them; the same seed gives the same draws.
 */
export function recordDraws(sample: Foldable, { replicates, seed, clusters = null }: BootstrapOptions): Draws {
  const { patterns } = sample;
  const clustered = clusters !== null && hasClusters(sample, clusters);
  const begin = (): ReturnType<typeof drawer> =>
    drawer(sample, { replicates, seed, clusters: clustered ? clusters : null });
  const keep = replicates * patterns <= MOST_KEPT;
  const store = new Float64Array(keep ? replicates * patterns : patterns);
  let draw = begin();
  let drawn = 0;
  return {
    clustered,
    frequencies(replicate) {
      if (!keep && replicate === 0 && drawn > 0) [draw, drawn] = [begin(), 0];
      const from = keep ? replicate * patterns : 0;
      const frequency = store.subarray(from, from + patterns);
      if (replicate === drawn) {
        draw(frequency);
        drawn++;
      }
      return frequency;
    },
  };
}

/** Whether at least two clusters have units in the sample: one cluster cannot be drawn anew. */
export function hasClusters(sample: Foldable, clusters: Int32Array): boolean {
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

/** A statistic's values on data drawn anew. */
export interface Replicates {
  /** Of the replicates in which the statistic is defined, in rising order; at least two. */
  readonly values: Float64Array;
  /** Whether whole clusters were drawn. */
  readonly clustered: boolean;
}

/**
 * Draws units (or whole clusters) with replacement, as many as there are, and computes the statistic each time. Null
 * where fewer than two replicates are defined. With fewer than two clusters units are drawn. `draws` are those of the
 * same sample and options, where they were recorded before.
 */
export function drawReplicates(
  sample: Foldable,
  statistic: Resampled,
  options: BootstrapOptions,
  draws: Draws = recordDraws(sample, options),
): Replicates | null {
  const { replicates } = options;
  const values = new Float64Array(replicates);
  let defined = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const { value } = statistic.agreement(draws.frequencies(replicate));
    if (value !== null) values[defined++] = value;
  }
  return defined < 2 ? null : { values: values.slice(0, defined).sort(), clustered: draws.clustered };
}

/** An interval from the bootstrap: it always has a standard error. */
export type BootstrapInterval = Interval & { readonly se: number };

/**
 * The percentile interval of replicates that are drawn already (see `drawReplicates`); those in which the statistic is
 * undefined were left out and are counted. The method says whether units or clusters were drawn.
 * Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13; clusters Davison and Hinkley
 * (1997), section 3.8.
 */
export function percentileInterval(
  { values, clustered }: Replicates,
  { replicates, seed, confidence = 0.95 }: BootstrapOptions,
): BootstrapInterval {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    method: `bootstrap percentile by ${clustered ? 'cluster' : 'unit'}`,
    ci: [quantile(values, (1 - confidence) / 2), quantile(values, (1 + confidence) / 2)],
    se: Math.sqrt(squares / (values.length - 1)),
    replicates,
    undefined_replicates: replicates - values.length,
    seed,
  };
}
