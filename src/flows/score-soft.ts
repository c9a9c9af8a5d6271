import { judgementError, type Judgement } from '../measures/scores/ceiling.js';
import { scoreScale } from '../measures/scores/scale.js';
import { softResults, type SoftOptions } from '../measures/scores/soft-results.js';
import { softSample, type SoftItem } from '../measures/scores/soft-sample.js';
import type { Finding } from '../model/generated.js';
import type { SoftReport } from '../reports/score-report.js';
import type { LabelledItem } from './score-items.js';
import { indexItems, type Lookup } from './score-join.js';
import { checkProbabilities, likeliest, type Probabilities } from './score-probabilities.js';

export interface SoftFlowOptions extends SoftOptions {
  readonly order?: readonly string[];
  readonly lookup?: Lookup;
  readonly judgements?: readonly Judgement[];
}

/** Gold as soft scoring needs it, made once for all systems. */
export interface SoftGold {
  readonly shares: ReadonlyMap<string, Probabilities>;
  readonly items: ReadonlyMap<string, LabelledItem>;
  readonly labels: ReadonlyMap<string, string>;
}

/** Gold's distributions and labels by id, and findings about the distributions. */
export function softGold(gold: readonly LabelledItem[]): {
  readonly soft: SoftGold;
  readonly findings: readonly Finding[];
} {
  const { usable, findings } = checkProbabilities(gold);
  const { byId } = indexItems(gold, 'none');
  const items = new Map<string, LabelledItem>();
  for (const item of gold) if (item.id !== '' && !items.has(item.id)) items.set(item.id, item);
  return {
    soft: { shares: usable, items, labels: new Map([...byId].map(([id, { label }]) => [id, label])) },
    findings,
  };
}

/**
 * A system's probabilities against gold's distributions and labels. A system without probabilities is taken as certain
 * of its labels, and only where gold has distributions. Null where there is nothing to judge.
 */
export function softReport(
  { shares, items, labels }: SoftGold,
  predicted: readonly LabelledItem[],
  options: SoftFlowOptions = {},
): { readonly report: SoftReport | null; readonly findings: readonly Finding[] } {
  const { order = [], lookup = () => null, judgements = [] } = options;
  const { usable, findings } = checkProbabilities(predicted);
  const { byId } = indexItems(predicted, 'first');
  const withProbabilities = usable.size > 0;
  if (!withProbabilities && shares.size === 0) return { report: null, findings };
  const names = new Set<string>([...labels.values()]);
  for (const one of [...shares.values(), ...usable.values()]) for (const label of one.keys()) names.add(label);
  for (const { label } of byId.values()) names.add(label);
  const { categories } = scoreScale(names, order);
  const codeOf = new Map(categories.map((label, code) => [label, code]));
  const dense = (one: Probabilities): Float64Array => Float64Array.from(categories, (label) => one.get(label) ?? 0);
  const soft = [...items.values()].flatMap((item): SoftItem[] => {
    const prediction = byId.get(item.id);
    const own = usable.get(item.id);
    if (prediction === undefined || (withProbabilities && own === undefined)) return [];
    const probabilities = own ?? new Map([[prediction.label, 1]]);
    const best = likeliest(probabilities);
    const label = best.includes(prediction.label) ? prediction.label : best[0]!;
    const share = shares.get(item.id);
    const gold = labels.get(item.id);
    if (share === undefined && gold === undefined) return [];
    return [
      {
        goldShares: share === undefined ? null : dense(share),
        gold: gold === undefined ? -1 : codeOf.get(gold)!,
        probabilities: dense(probabilities),
        predicted: codeOf.get(label)!,
        cluster: item.cluster ?? prediction.cluster ?? lookup(item.id)?.['cluster'] ?? null,
      },
    ];
  });
  const results = softResults(softSample(soft), options);
  const report: SoftReport = {
    items: soft.length,
    categories,
    predictions: withProbabilities ? 'probabilities' : 'labels, taken as certain',
    distributions: shares.size === 0 ? [] : results.distributions,
    gold_entropy: results.gold_entropy,
    calibration: withProbabilities ? results.calibration : [],
    reliability: withProbabilities ? results.reliability : [],
    annotator_error:
      judgements.length === 0
        ? null
        : judgementError(judgements, new Map([...byId].map(([id, { label }]) => [id, label]))),
  };
  return { report, findings };
}
