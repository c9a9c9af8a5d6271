import { calibrationError, reliability, type ReliabilityBin } from './calibration.js';
import { resampleBoth, type ResampleOptions } from './resample.js';
import { intervalNote, type ScoreResult } from './score-results.js';
import { DEFAULT_FLOOR, goldEntropy, softMeasures, type Floor, type SoftMeasure } from './soft-measures.js';
import type { SoftItem, SoftSample } from './soft-sample.js';

export interface SoftOptions extends ResampleOptions {
  readonly floor?: Floor;
  /** Bins of equal width for the calibration error. */
  readonly bins?: number;
  readonly byCluster?: boolean;
}

/** What predicted probabilities are worth. */
export interface SoftResults {
  /** Against gold distributions: Manhattan, JSD, cross-entropy, squared distance. */
  readonly distributions: readonly ScoreResult[];
  /** The least possible cross-entropy; null without gold distributions. */
  readonly gold_entropy: number | null;
  /** Against gold labels: calibration error and Brier score. */
  readonly calibration: readonly ScoreResult[];
  readonly reliability: readonly ReliabilityBin[];
}

interface Figure {
  readonly name: string;
  readonly rule: string;
  readonly items: number;
  readonly reason: string;
  value(frequency: Float64Array): number | null;
}

/** The gold side that a measure needs; null where the item lacks it. */
function goldOf(item: SoftItem, measure: SoftMeasure): Float64Array | null {
  if (measure.gold === 'shares') return item.goldShares;
  if (item.gold < 0) return null;
  return item.probabilities.map((_, category) => (category === item.gold ? 1 : 0));
}

function meanCost(items: readonly SoftItem[], measure: SoftMeasure): Figure {
  const costs = items.map((item) => {
    const gold = goldOf(item, measure);
    return gold === null ? null : measure.cost(gold, item.probabilities);
  });
  return {
    name: measure.name,
    rule: measure.rule,
    items: costs.filter((cost) => cost !== null).length,
    reason: `no item has a gold ${measure.gold === 'shares' ? 'distribution' : 'label'} and a prediction`,
    value(frequency) {
      let sum = 0;
      let used = 0;
      costs.forEach((cost, i) => {
        if (cost === null) return;
        sum += frequency[i]! * cost;
        used += frequency[i]!;
      });
      return used === 0 ? null : sum / used;
    },
  };
}

/** Judges predicted probabilities against gold distributions and gold labels, with intervals. */
export function softResults(sample: SoftSample, options: SoftOptions = {}): SoftResults {
  const { floor = DEFAULT_FLOOR, bins = 10, bootstrap = 0, seed = 1, byCluster = true } = options;
  const { items } = sample;
  const measures = softMeasures(floor);
  const labelled = items.filter(({ gold }) => gold >= 0).length;
  const ece: Figure = {
    name: 'ece',
    rule: `mean difference of confidence and accuracy over ${bins} bins of equal width, (from, to]; confidence is the predicted label's probability; lower is better`,
    items: labelled,
    reason: 'no item has a gold label and a prediction',
    value: (frequency) => calibrationError(reliability(items, bins, frequency)),
  };
  const figures = [...measures.map((measure) => meanCost(items, measure)), ece];
  const intervals = resampleBoth(
    sample,
    (frequency) => figures.map((figure) => figure.value(frequency)),
    byCluster ? sample.clusters : null,
    options,
  );
  const results = figures.map((figure, i): ScoreResult => {
    const value = figure.value(sample.frequency);
    const own = value === null ? [] : intervals[i]!;
    const without = items.length - figure.items;
    return {
      score: figure.name,
      value,
      ci: own[0]?.ci ?? null,
      ci_method: own[0]?.method ?? null,
      ci_note: intervalNote(value, own[0]),
      se: own[0]?.se ?? null,
      better: 'lower',
      items: figure.items,
      dropped: without === 0 ? {} : { 'no such gold for the item': without },
      reason: value === null ? figure.reason : null,
      convention: figure.rule,
      mapping: null,
      ...(bootstrap > 0 ? { seed } : {}),
      intervals: own,
    };
  });
  const against = (gold: SoftMeasure['gold']): ScoreResult[] => results.filter((_, i) => measures[i]?.gold === gold);
  return {
    distributions: against('shares'),
    gold_entropy: goldEntropy(items),
    calibration: [results.at(-1)!, ...against('label')],
    reliability: reliability(items, bins),
  };
}
