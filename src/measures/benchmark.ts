import { normalCdf } from './normal.js';

/** One level of a benchmark scale, with how likely it is that the true coefficient lies in it, or in it or above. */
export interface BenchmarkLevel {
  readonly level: string;
  readonly lower: number;
  readonly upper: number;
  readonly probability: number;
  readonly cumulative_probability: number;
}

/** A coefficient held against a benchmark scale. */
export interface Benchmark {
  readonly scale: string;
  /** The best level first. */
  readonly levels: readonly BenchmarkLevel[];
  /** The best level whose cumulative probability exceeds the wanted confidence; null where there is none. */
  readonly retained: string | null;
  readonly reason: string | null;
}

type Scale = readonly (readonly [level: string, lower: number, upper: number])[];

/**
 * The scales: limits and words.
 * Source: Landis and Koch (1977), Biometrics 33, p. 165; Altman (1991), Practical Statistics for Medical Research,
 * p. 404; Fleiss (1981), Statistical Methods for Rates and Proportions, p. 218; wording of irrCAC 1.0.
 */
const SCALES: Readonly<Record<string, Scale>> = {
  'Landis-Koch': [
    ['Almost Perfect', 0.8, 1],
    ['Substantial', 0.6, 0.8],
    ['Moderate', 0.4, 0.6],
    ['Fair', 0.2, 0.4],
    ['Slight', 0, 0.2],
    ['Poor', -1, 0],
  ],
  Altman: [
    ['Very Good', 0.8, 1],
    ['Good', 0.6, 0.8],
    ['Moderate', 0.4, 0.6],
    ['Fair', 0.2, 0.4],
    ['Poor', -1, 0.2],
  ],
  Fleiss: [
    ['Excellent', 0.75, 1],
    ['Intermediate to Good', 0.4, 0.75],
    ['Poor', -1, 0.4],
  ],
};

/**
 * Holds a coefficient with its standard error against the scales of Landis and Koch, Altman, and Fleiss: not the word
 * for the value, which ignores that it is uncertain, but the best word that is true with probability `confidence`.
 * Without a standard error above 0 nothing is retained, and the reason says why.
 * Source: Gwet (2014), Handbook of Inter-Rater Reliability, chapter 6; irrCAC 1.0.
 */
export function benchmark(
  value: number | null,
  se: number | null,
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): Benchmark[] {
  return Object.entries(SCALES).map(([scale, levels]) => {
    if (value === null) return { scale, levels: [], retained: null, reason: 'the coefficient is not defined' };
    if (se === null || !(se > 0)) return { scale, levels: [], retained: null, reason: 'there is no standard error' };
    const whole = normalCdf((value + 1) / se) - normalCdf((value - 1) / se);
    let cumulative = 0;
    const found = levels.map(([level, lower, upper]): BenchmarkLevel => {
      const probability = (normalCdf((value - lower) / se) - normalCdf((value - upper) / se)) / whole;
      cumulative = Math.min(1, cumulative + probability);
      return { level, lower, upper, probability, cumulative_probability: cumulative };
    });
    const retained = found.find((one) => one.cumulative_probability > confidence)?.level ?? null;
    return { scale, levels: found, retained, reason: retained === null ? 'no level is that probable' : null };
  });
}
