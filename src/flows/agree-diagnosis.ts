import type { Result } from '../measures/result.js';
import type {
  AgreementReport,
  CategoryReport,
  KindReport,
  OverlapReport,
  PairReport,
  ParadoxReport,
} from '../reports/agreement-report.js';

/** From this difference on two coefficients tell different stories. */
const APART = 0.05;

/** From this bias index on annotators use the categories in shares that differ notably. */
const BIASED = 0.1;

const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

/** A figure of the pairs, each counting with its units. */
function meanOver(pairs: readonly PairReport[], figure: (pair: PairReport) => number | null): number | null {
  const known = pairs.filter((pair) => figure(pair) !== null);
  const units = known.reduce((sum, pair) => sum + pair.units, 0);
  return units === 0 ? null : known.reduce((sum, pair) => sum + pair.units * figure(pair)!, 0) / units;
}

/** Pairs summed up by what the annotators are: people among themselves, people with programs, programs. */
export function kindReports(pairs: readonly PairReport[]): KindReport[] {
  return ['person-person', 'person-program', 'program-program'].flatMap((kinds) => {
    const own = pairs.filter((pair) => pair.kinds === kinds);
    if (own.length === 0) return [];
    const shared = own.reduce((sum, { units }) => sum + units, 0);
    const agreed = own.reduce((sum, { units, percent_agreement }) => sum + units * (percent_agreement ?? 0), 0);
    return [
      {
        kinds,
        pairs: own.length,
        shared_units: shared,
        percent_agreement: shared === 0 ? null : agreed / shared,
        cohen_kappa: mean(own.map(({ cohen_kappa }) => cohen_kappa)),
      },
    ];
  });
}

/** How far annotators' work overlaps; null without units. */
export function overlapReport(
  { units, pairable_units, annotators }: AgreementReport['input'],
  pairs: readonly PairReport[],
  labels: number,
): OverlapReport | null {
  if (units === 0) return null;
  return {
    double_labelled_units: pairable_units,
    double_labelled_share: pairable_units / units,
    labels_per_unit: labels / units,
    pairs_met: pairs.length,
    pairs: (annotators.length * (annotators.length - 1)) / 2,
  };
}

/**
 * Why percent agreement, alpha and AC1 differ, or that they do not: prevalence and bias indices and kappa's maximum, as
 * means over the pairs of the reported group (each counts with its units). Null where alpha or AC1 was not computed, or no two annotators met.
 * Source of the indices: Byrt, Bishop and Carlin (1993); of the paradoxes Feinstein and Cicchetti (1990).
 */
export function paradoxReport(
  results: readonly Result[],
  pairs: readonly PairReport[],
  categories: readonly CategoryReport[],
): ParadoxReport | null {
  const nominal = (name: string): Result | undefined =>
    results.find(
      ({ coefficient, distance, weights }) => coefficient === name && (distance ?? weights ?? '') === USED[name],
    );
  const [percent, alpha, ac1] = ['percent_agreement', 'krippendorff_alpha', 'gwet_ac1'].map(nominal);
  const [commonest] = [...categories].sort((a, b) => b.share - a.share);
  if (alpha === undefined || ac1 === undefined || commonest === undefined || pairs.length === 0) return null;
  const found = {
    percent_agreement: percent?.value ?? ac1.observed,
    krippendorff_alpha: alpha.value,
    gwet_ac1: ac1.value,
    commonest: commonest.category,
    commonest_share: commonest.share,
    prevalence_index: meanOver(pairs, ({ prevalence_index }) => prevalence_index),
    bias_index: meanOver(pairs, ({ bias_index }) => bias_index),
    kappa_max: meanOver(pairs, ({ kappa_max }) => kappa_max),
  };
  const byChance = { alpha: alpha.expected === null ? null : 1 - alpha.expected, ac1: ac1.expected };
  return { ...found, sentence: sentenceOn(found, byChance, alpha.reason ?? ac1.reason) };
}

const USED: Readonly<Record<string, string>> = {
  percent_agreement: 'identity',
  krippendorff_alpha: 'nominal',
  gwet_ac1: 'identity',
};

const hundredths = (value: number | null): string => (value === null ? '–' : (value + 0).toFixed(2));
const percentOf = (value: number | null): string => (value === null ? '–' : `${(100 * value).toFixed(0)} %`);

function sentenceOn(
  found: Omit<ParadoxReport, 'sentence'>,
  byChance: { readonly alpha: number | null; readonly ac1: number | null },
  reason: string | null,
): string {
  const { percent_agreement, krippendorff_alpha: alpha, gwet_ac1: ac1, bias_index: bias, kappa_max: most } = found;
  const common = `${percentOf(found.commonest_share)} of the labels are "${found.commonest}" (prevalence index ${hundredths(found.prevalence_index)})`;
  const biased =
    bias !== null && bias >= BIASED
      ? `; annotators use the categories in different shares (bias index ${hundredths(bias)}), so kappa cannot exceed ${hundredths(most)}`
      : '';
  if (alpha === null || ac1 === null) {
    const which = alpha === null ? 'alpha' : 'AC1';
    return `${which} is not defined (${reason ?? 'see its reason'}), annotators agree on ${percentOf(percent_agreement)} of pairs and ${common}${biased}.`;
  }
  const figures = `alpha ${hundredths(alpha)}, AC1 ${hundredths(ac1)}, ${percentOf(percent_agreement)} agreement`;
  const chance = `alpha expects ${percentOf(byChance.alpha)} agreement by chance, AC1 ${percentOf(byChance.ac1)}`;
  if (ac1 - alpha >= APART) {
    const start = (percent_agreement ?? 0) >= 0.7 ? 'Agreement is high but alpha low' : 'Alpha is low';
    return `${start} next to AC1 (${figures}) because ${common}: ${chance}${biased}.`;
  }
  if (alpha - ac1 >= APART) return `AC1 lies below alpha (${figures}) because ${common}: ${chance}${biased}.`;
  const calm = `Alpha and AC1 tell the same story (${figures}): prevalence does not distort them, ${common}`;
  return biased === '' ? `${calm}, bias index ${hundredths(bias)}.` : `${calm}${biased}.`;
}
