import type { AgreementReport, Effect, UnitReport, WorkGroup } from './agreement-report.js';
import { decimals, interval } from './text-table.js';

/** A table of a report: what text and Markdown both print, each in its way. */
export interface Section {
  readonly title: string;
  /** Said under the title, before the table. */
  readonly sentences: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const share = (value: number): string => `${(100 * value).toFixed(0)} %`;
const kindOf = (kind: string | null): string => (kind === null ? '' : ` (${kind})`);

function categories({ categories: all }: AgreementReport): Section {
  return {
    title: 'categories',
    sentences: [],
    head: ['category', 'labels', 'share', 'specific', 'alpha'],
    rows: all.map((one) => [
      one.category,
      String(one.labels),
      decimals(one.share),
      decimals(one.specific_agreement),
      decimals(one.krippendorff_alpha),
    ]),
  };
}

function pairs({ pairs: all }: AgreementReport): Section {
  return {
    title: 'pairs',
    sentences: [],
    head: ['annotators', 'units', 'agreement', 'kappa', 'kappa max', 'prevalence', 'bias', 'most confused'],
    rows: all.map((one) => [
      one.annotators.join(' – '),
      String(one.units),
      decimals(one.percent_agreement),
      decimals(one.cohen_kappa),
      decimals(one.kappa_max),
      decimals(one.prevalence_index),
      decimals(one.bias_index),
      one.most_confused === null ? '' : `${one.most_confused[0]} / ${one.most_confused[1]} (${one.most_confused[2]})`,
    ]),
  };
}

/** Tests that the two use the categories equally often; only of pairs that differ and can be tested. */
function marginalTests({ pairs: all }: AgreementReport): Section {
  const tested = all.flatMap(({ annotators: both, marginal_homogeneity: { stuart_maxwell: test, bhapkar } }) =>
    test === null ? [] : [{ both, test, bhapkar }],
  );
  const size = (p: number): string => (p < 0.0005 ? '<0.001' : decimals(p));
  return {
    title: 'do pairs use the categories equally often?',
    sentences: [],
    head: ['annotators', 'Stuart-Maxwell', 'df', 'p', 'Bhapkar', 'p'],
    rows: tested.map(({ both, test, bhapkar }) => [
      both.join(' – '),
      decimals(test.value),
      String(test.df[0]),
      size(test.p_value),
      decimals(bhapkar?.value ?? null),
      bhapkar === null ? '–' : size(bhapkar.p_value),
    ]),
  };
}

/** The words that hold with the wanted probability; asked for with --benchmark. */
function strength({ benchmarks = [] }: AgreementReport): Section {
  const about = ({ weights, distance, annotators: who }: (typeof benchmarks)[number]): string =>
    [distance ?? (weights === 'identity' ? null : weights), who?.join(' – ')].filter(Boolean).join(', ');
  return {
    title: benchmarks.length === 0 ? '' : `strength that holds with probability ${benchmarks[0]!.confidence}`,
    sentences: [],
    head: ['coefficient', 'value', 'se', 'Landis-Koch', 'Altman', 'Fleiss'],
    rows: benchmarks.map((one) => [
      about(one) === '' ? one.coefficient : `${one.coefficient} (${about(one)})`,
      decimals(one.value),
      decimals(one.se),
      ...one.scales.map(({ retained, reason }) => retained ?? `– (${reason})`),
    ]),
  };
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  'person-person': 'human – human',
  'person-program': 'human – model',
  'program-program': 'model – model',
};

function kinds({ kinds: all }: AgreementReport): Section {
  return {
    title: 'people and models',
    sentences: [],
    head: ['pairs of', 'pairs', 'shared units', 'agreement', 'mean kappa'],
    rows: all.map((one) => [
      KIND_NAMES[one.kinds] ?? one.kinds,
      String(one.pairs),
      String(one.shared_units),
      decimals(one.percent_agreement),
      decimals(one.cohen_kappa),
    ]),
  };
}

function annotators({ annotators: all, overlap }: AgreementReport): Section {
  const said =
    overlap === null
      ? []
      : [
          `${share(overlap.double_labelled_share)} of the units have two or more labels, ${decimals(overlap.labels_per_unit, 2)} labels a unit; ` +
            `${overlap.pairs_met} of ${overlap.pairs} pairs of annotators share units`,
        ];
  return {
    title: 'annotators',
    sentences: said,
    head: ['annotator', 'labels', 'coverage', 'shared', 'with others', 'alpha without'],
    rows: all.map((one) => [
      one.annotator_id + kindOf(one.kind),
      String(one.labels),
      share(one.coverage),
      one.labels === 0 ? '–' : share(one.shared_units / one.labels),
      decimals(one.agreement_with_others),
      decimals(one.alpha_without),
    ]),
  };
}

function retest({ retest: all }: AgreementReport): Section {
  return {
    title: 'second rounds (test-retest, within annotators)',
    sentences: [],
    head: ['annotator', 'units', 'agreement', 'alpha'],
    rows: all.map((one) => [
      one.annotator_id,
      String(one.units),
      decimals(one.percent_agreement),
      decimals(one.krippendorff_alpha),
    ]),
  };
}

function by({ by: found }: AgreementReport): Section {
  if (found === null) return { title: '', sentences: [], head: [], rows: [] };
  const percent = (results: AgreementReport['results']) =>
    results.find(({ coefficient }) => coefficient === 'percent_agreement')?.value ?? null;
  return {
    title: `by ${found.column}`,
    sentences:
      found.units_without > 0 ? [`${found.units_without} units have no ${found.column} and are in no part`] : [],
    head: [found.column, 'units', 'pairable', 'annotators', 'agreement', 'value', 'interval', ''],
    rows: found.parts.map(({ value, units, pairable_units, annotators: many, results }) => [
      value,
      String(units),
      String(pairable_units),
      String(many),
      decimals(percent(results)),
      decimals(results[0]?.value),
      interval(results[0]?.ci ?? null),
      results[0]?.reason ?? '',
    ]),
  };
}

const scaled = ({ coefficient, distance, weights, annotators: two, category }: Effect): string => {
  const scale = distance ?? (weights === 'identity' ? null : weights);
  const about = [scale, category, two?.join(' – ')].filter((part) => part !== null && part !== undefined);
  return about.length === 0 ? coefficient : `${coefficient} (${about.join(', ')})`;
};

function against({ against: found }: AgreementReport): Section {
  if (found === null) return { title: '', sentences: [], head: [], rows: [] };
  const added = [
    `${found.rows} rows`,
    `${found.new_units} new units`,
    `${found.newly_pairable_units} more with two or more labels`,
    ...(found.new_annotators.length > 0 ? [`new annotators ${found.new_annotators.join(', ')}`] : []),
  ];
  const own = found.annotators.map(
    ({ annotator_id, shared_units, agreement_with_others }) =>
      `${annotator_id} agrees with ${decimals(agreement_with_others)} of the others' labels on ${shared_units} shared units`,
  );
  return {
    title: `effect of ${found.file}`,
    sentences: [found.sentence, added.join(', '), ...own],
    head: ['coefficient', 'before', 'after', 'change', 'interval before', 'interval after'],
    rows: found.effects.map((effect) => [
      scaled(effect),
      decimals(effect.before),
      decimals(effect.after),
      effect.change === null ? '–' : `${effect.change > 0 ? '+' : ''}${decimals(effect.change)}`,
      interval(effect.before_ci),
      interval(effect.after_ci),
    ]),
  };
}

function alternative({ alternative: found }: AgreementReport): Section {
  if (found === null) return { title: '', sentences: [], head: [], rows: [] };
  const { humans, skipped, reliability, epsilon, q } = found;
  const few = skipped.map(({ annotator_id, units }) => `${annotator_id} (${units})`).join(', ');
  const held =
    reliability === null
      ? []
      : [
          `human reliability: ${reliability.coefficient} ${decimals(reliability.value)} ${interval(reliability.ci)}`.trim() +
            (reliability.reason === null ? '' : ` (${reliability.reason})`),
        ];
  return {
    title: `alternative annotator test of ${found.annotator} (epsilon ${epsilon}, false discovery rate ${q})`,
    sentences: [found.sentence, ...held, ...(few === '' ? [] : [`too few units to compare with ${few}`])],
    head: ['left out', 'units', 'model as close', 'human as close', 'p', 'rejected'],
    rows: humans.map((one) => [
      one.annotator_id,
      String(one.units),
      decimals(one.advantage_probability),
      decimals(one.human_advantage_probability),
      one.p_value === null
        ? '–'
        : one.p_value < 0.0005 && one.p_value > 0
          ? one.p_value.toExponential(1)
          : decimals(one.p_value),
      one.rejected ? 'yes' : 'no',
    ]),
  };
}

/** The tables of a report in their order, those without rows or sentences left out. */
export function sections(report: AgreementReport): Section[] {
  return [strength, categories, kinds, pairs, marginalTests, annotators, retest, by, against, alternative]
    .map((section) => section(report))
    .filter(
      ({ rows, sentences, title }) =>
        title !== '' && (rows.length > 0 || (sentences.length > 0 && title !== 'annotators')),
    );
}

/** A disagreeing unit in one line: id, place, who said what, and the beginning of its text. */
export function workLine({ unit_id, labels, place }: UnitReport, most = 90): string {
  const where =
    place === null || place === undefined || place.document_id === null
      ? ''
      : ` ${place.document_id}${place.start === null ? '' : ` ${place.start}-${place.end}`}`;
  const said = Object.entries(labels)
    .map(([annotator, label]) => `${annotator} ${label}`)
    .join(', ');
  const text = place?.text?.replace(/\s+/gu, ' ') ?? '';
  const letters = [...text];
  const begins = letters.length > most ? `${letters.slice(0, most).join('')}…` : text;
  return `${unit_id}${where}: ${said}${begins === '' ? '' : `  “${begins}”`}`;
}

/** What a group of the work list is, in a line. */
export function groupLine({ confused, units, share: part }: WorkGroup): string {
  return `${confused.join(' / ')}: ${units} ${units === 1 ? 'unit' : 'units'}, ${share(part)} of the disagreement`;
}
