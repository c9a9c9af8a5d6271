import type { DistanceName } from '../../src/measures/distances.js';
import type { WeightName } from '../../src/measures/weights.js';

/** What we call a coefficient that a reference table names otherwise. */
export interface OurName {
  readonly coefficient: string;
  readonly weights?: WeightName;
  readonly distance?: DistanceName;
  /** Which field of the result the reference value is compared with. */
  readonly field?: 'value' | 'observed' | 'expected' | 'kappa_max';
  /** The two annotators, by position. */
  readonly pair?: readonly [number, number];
  /** The value is one per category, of labels turned into this category or the rest. */
  readonly binarised?: boolean;
}

/** irrCAC's alpha with its weights, as the distances we have for it. */
const ALPHA_DISTANCES: Readonly<Record<string, DistanceName>> = {
  identity: 'nominal',
  nominal: 'nominal',
  linear: 'gwet_linear',
  quadratic: 'interval',
  interval: 'interval',
  ordinal: 'ordinal',
  radical: 'gwet_radical',
  ratio: 'ratio',
  bipolar: 'polar',
  'circular, U=5': 'circular',
  'polar, poles 1 and 5': 'polar',
};

/** Names in the baselines, written by programs run on generated files. */
export const BASELINE_NAMES: Readonly<Record<string, OurName>> = {
  percent_agreement_mean_over_units: { coefficient: 'percent_agreement' },
  krippendorff_alpha_nominal: { coefficient: 'krippendorff_alpha', distance: 'nominal' },
  krippendorff_alpha_ordinal: { coefficient: 'krippendorff_alpha', distance: 'ordinal' },
  krippendorff_alpha_interval: { coefficient: 'krippendorff_alpha', distance: 'interval' },
  krippendorff_alpha_ratio: { coefficient: 'krippendorff_alpha', distance: 'ratio' },
  alpha_gwet_linear_weights: { coefficient: 'krippendorff_alpha', distance: 'gwet_linear' },
  alpha_gwet_ordinal_weights: { coefficient: 'krippendorff_alpha', distance: 'gwet_ordinal' },
  cohen_kappa_unweighted: { coefficient: 'cohen_kappa' },
  cohen_kappa_linear: { coefficient: 'cohen_kappa', weights: 'linear' },
  cohen_kappa_quadratic: { coefficient: 'cohen_kappa', weights: 'quadratic' },
  cohen_kappa_pairwise_mean: { coefficient: 'light_kappa' },
  scott_pi: { coefficient: 'scott_pi' },
  scott_pi_linear: { coefficient: 'scott_pi', weights: 'linear' },
  scott_pi_quadratic: { coefficient: 'scott_pi', weights: 'quadratic' },
  gwet_ac1: { coefficient: 'gwet_ac1' },
  specific_agreement_pooled: { coefficient: 'specific_agreement' },
  ...weighted('percent_agreement_weighted', 'percent_agreement'),
  ...weighted('gwet_ac2', 'gwet_ac2'),
  ...weighted('fleiss_kappa', 'fleiss_kappa'),
  ...weighted('conger_kappa', 'conger_kappa'),
  ...weighted('brennan_prediger', 'brennan_prediger'),
};

function weighted(prefix: string, coefficient: string): Record<string, OurName> {
  const names: Record<string, OurName> = { [prefix]: { coefficient } };
  for (const weights of ['linear', 'quadratic', 'ordinal', 'ratio'] as const) {
    names[`${prefix}_${weights}`] = { coefficient, weights };
  }
  return names;
}

/** Baselines that are not ours to reproduce, each with the reason. */
export const BASELINES_LEFT_OUT: Readonly<Record<string, string>> = {
  dkpro_category_alpha: 'one program alone, wrong with missing cells',
  dkpro_category_fleiss_kappa: 'one program alone',
  dkpro_category_percentage: 'agreement on category against rest, one program alone',
  gwet_ac2_interval: 'one program alone, differs from irrCAC on missing cells',
  weighted_kappa_interval: 'one program alone, an unscaled distance',
  percent_agreement_pooled_pairs: 'another convention than ours',
  percent_agreement_weighted_by_unit_labels: 'another convention than ours',
};

/** Names in the table of published examples; a metric or weights stand beside the name there. */
export function referenceName(measure: string, metric?: string, weights?: string): OurName | null {
  if (measure === 'krippendorff_alpha') {
    const gwetOrdinal = weights === 'ordinal' ? 'gwet_ordinal' : undefined;
    const distance = gwetOrdinal ?? ALPHA_DISTANCES[weights ?? metric ?? 'nominal'];
    return distance === undefined ? null : { coefficient: measure, distance };
  }
  if (measure === 'observed_disagreement' || measure === 'expected_disagreement') {
    const field = measure === 'observed_disagreement' ? 'observed' : 'expected';
    return { coefficient: 'krippendorff_alpha', distance: ALPHA_DISTANCES[metric ?? 'nominal']!, field };
  }
  const ours = REFERENCE_NAMES[measure];
  if (ours === undefined) return null;
  return weights === undefined ? ours : { ...ours, weights: weights as WeightName };
}

const REFERENCE_NAMES: Readonly<Record<string, OurName>> = {
  percent_agreement: { coefficient: 'percent_agreement' },
  observed_agreement: { coefficient: 'fleiss_kappa', field: 'observed' },
  expected_agreement: { coefficient: 'fleiss_kappa', field: 'expected' },
  gwet_ac: { coefficient: 'gwet_ac2' },
  gwet_ac1: { coefficient: 'gwet_ac1' },
  gwet_ac2: { coefficient: 'gwet_ac2' },
  fleiss_kappa: { coefficient: 'fleiss_kappa' },
  conger_kappa: { coefficient: 'conger_kappa' },
  conger_hubert_kappa: { coefficient: 'conger_kappa' },
  conger_kappa_by_column_order: { coefficient: 'conger_kappa' },
  light_kappa: { coefficient: 'light_kappa' },
  light_kappa_by_column_order: { coefficient: 'light_kappa' },
  brennan_prediger: { coefficient: 'brennan_prediger' },
  bennett_s: { coefficient: 'brennan_prediger' },
  randolph_kappa: { coefficient: 'brennan_prediger' },
  scott_pi: { coefficient: 'scott_pi' },
  scott_pe: { coefficient: 'scott_pi', field: 'expected' },
  cohen_kappa: { coefficient: 'cohen_kappa' },
  cohen_pe: { coefficient: 'cohen_kappa', field: 'expected' },
  cohen_kappa_max: { coefficient: 'cohen_kappa', field: 'kappa_max' },
  weighted_kappa_linear: { coefficient: 'cohen_kappa', weights: 'linear' },
  cohen_kappa_1_2: { coefficient: 'cohen_kappa', pair: [0, 1] },
  cohen_kappa_1_2_linear: { coefficient: 'cohen_kappa', weights: 'linear', pair: [0, 1] },
  cohen_kappa_1_2_quadratic: { coefficient: 'cohen_kappa', weights: 'quadratic', pair: [0, 1] },
  cohen_kappa_2_3: { coefficient: 'cohen_kappa', pair: [1, 2] },
  kendall_w_tie_corrected: { coefficient: 'kendall_w' },
  kendall_w: { coefficient: 'kendall_w_uncorrected' },
  icc_1_1: { coefficient: 'icc_1_1' },
  icc_1_k: { coefficient: 'icc_1_k' },
  icc_2_1: { coefficient: 'icc_2_1' },
  icc_2_k: { coefficient: 'icc_2_k' },
  icc_3_1: { coefficient: 'icc_3_1' },
  icc_3_k: { coefficient: 'icc_3_k' },
  icc_oneway_single: { coefficient: 'icc_1_1' },
  icc_oneway_average: { coefficient: 'icc_1_k' },
  icc_twoway_agreement_single: { coefficient: 'icc_2_1' },
  icc_twoway_agreement_average: { coefficient: 'icc_2_k' },
  icc_twoway_consistency_single: { coefficient: 'icc_3_1' },
  icc_twoway_consistency_average: { coefficient: 'icc_3_k' },
  per_category_alpha_nominal: { coefficient: 'krippendorff_alpha', distance: 'nominal', binarised: true },
  per_category_percent: { coefficient: 'percent_agreement', binarised: true },
};

/** Published figures that are not compared, each with the reason. */
export const REFERENCE_LEFT_OUT: Readonly<Record<string, string>> = {
  cohen_kappa_2_3_linear: 'the program drops an unused level and weighs by rank; ours weigh by value',
  cohen_kappa_2_3_quadratic: 'as cohen_kappa_2_3_linear',
  fleiss_1971_se_null: 'standard error under the null, not ours',
  per_category_kappa: "Fleiss' in measures/binarise.test.ts; Agresti's are conditional kappas, not ours",
  per_item_agreement: 'compared in measures/chance-corrected.test.ts',
  finn_6_levels: 'not a coefficient of ours',
  robinson_a: 'not a coefficient of ours',
  mean_pearson: 'not a coefficient of ours',
  mean_spearman: 'not a coefficient of ours',
};
