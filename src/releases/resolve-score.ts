import type { Label } from '../model/generated.js';

/** Sign of a stance label in the codebook; null where it takes no score. */
export type Sign = '+' | '-' | '0' | null;

/** True when a score may stand with a stance of this sign; no score may stand with any. */
export function scoreFits(score: number | null, sign: Sign): boolean {
  if (score === null) return true;
  return sign === '+' ? score > 0 : sign === '-' ? score < 0 : sign === '0' && score === 0;
}

/** Median of whole numbers; between two it is their mean, cut toward 0. Null when there are none. */
export function medianTowardZero(scores: readonly number[]): number | null {
  const sorted = [...scores].sort((a, b) => a - b);
  const low = sorted[(sorted.length - 1) >> 1];
  const high = sorted[sorted.length >> 1];
  // `+ 0` turns the -0 that Math.trunc gives for -0.5 into 0.
  return low === undefined || high === undefined ? null : Math.trunc((low + high) / 2) + 0;
}

/**
 * The score that goes with a stance resolved by people: an adjudicated one, else the median of the scores given by
 * annotators whose own stance label is the resolved stance and whose score has its sign, else null. A neutral stance
 * has 0, a stance without a sign has null, whatever was labelled.
 */
export function resolveScore(
  stance: string,
  sign: Sign,
  stanceLabels: readonly Label[],
  scoreLabels: readonly Label[],
  { adjudicated = null }: { readonly adjudicated?: number | null } = {},
): number | null {
  if (sign === null) return null;
  if (sign === '0') return 0;
  if (adjudicated !== null && scoreFits(adjudicated, sign)) return adjudicated;
  const agreeing = new Set(stanceLabels.filter((label) => label.value === stance).map((label) => label.annotator_id));
  const scores = scoreLabels
    .filter((label) => agreeing.has(label.annotator_id))
    .map((label) => Number(label.value))
    .filter((score) => scoreFits(score, sign));
  return medianTowardZero(scores);
}
