import { COEFFICIENTS } from '../measures/coefficients/index.js';
import type { Result } from '../measures/result.js';
import type { AgreementInput, AgreementReport } from './agreement-report.js';
import { decimals } from './text-table.js';

const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${thousands(count)} ${count === 1 ? one : many}`;
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const titleOf = ({ coefficient }: Result): string =>
  COEFFICIENTS.find(({ name }) => name === coefficient)?.title ?? coefficient;

const scaleOf = ({ distance, weights }: Result): string => {
  const scale = distance ?? (weights === 'identity' ? null : weights);
  return scale === null ? '' : ` (${scale})`;
};

const figureOf = (result: Result): string => {
  if (result.value === null) return `${titleOf(result)}${scaleOf(result)} is not defined (${result.reason})`;
  const ci = result.ci === null ? '' : ` [${decimals(result.ci[0])}, ${decimals(result.ci[1])}]`;
  return `${titleOf(result)}${scaleOf(result)} ${decimals(result.value)}${ci}`;
};

function annotatorSentence({ input, annotators, group }: AgreementReport): string {
  const of = (...kinds: readonly string[]): number =>
    annotators.filter(({ kind }) => kind !== null && kinds.includes(kind)).length;
  const parts = [
    [of('person'), 'person', 'people'],
    [of('model'), 'language model', 'language models'],
    [of('program'), 'program', 'programs'],
  ] as const;
  const known = parts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  const who = known.length === 0 ? '' : ` (${known.join(', ')})`;
  const field = input.field === null ? 'The units' : `The field "${input.field}"`;
  const verb = input.field === null ? 'were' : 'was';
  const reported = group === 'everybody' ? '' : ` The figures are those of the ${group} alone.`;
  return `${field} ${verb} labelled by ${counted(input.annotators.length, 'annotator')}${who}.${reported}`;
}

/** What the clusters are, and how many of them are units that name none. */
export function clusterText({ cluster_column, units_without_cluster: alone }: AgreementInput): string {
  if (!alone) return `${cluster_column}`;
  return `${cluster_column}; ${alone} of them ${alone === 1 ? 'is a single unit that names' : 'are single units that name'} none`;
}

function unitSentence({ input, overlap }: AgreementReport): string {
  const clusters = input.clusters === null ? '' : ` from ${counted(input.clusters, 'cluster')} (${clusterText(input)})`;
  const share = overlap === null ? '' : ` (${(100 * overlap.double_labelled_share).toFixed(0)} %)`;
  const per = overlap === null ? '' : `, ${decimals(overlap.labels_per_unit, 2)} labels a unit on average`;
  return (
    `Of ${counted(input.units, 'unit')}${clusters}, ${thousands(input.pairable_units)}${share} had two or more labels${per}; ` +
    `there were ${counted(input.categories.length, 'category', 'categories')} (${input.categories.join(', ')}).`
  );
}

function primarySentence(primary: Result, clusterColumn: string | null): string {
  const { value, reason, ci, ci_method, intervals, convention, pairable_units } = primary;
  const name = `${titleOf(primary)}${scaleOf(primary)}`;
  if (value === null) return `${name} is not defined: ${reason}.`;
  const reported = intervals.at(-1);
  const drawn =
    reported?.replicates === undefined
      ? `${ci_method}`
      : `${ci_method}, ${counted(reported.replicates, 'replicate')}${clusterColumn === null ? '' : ` over ${clusterColumn}`}, seed ${reported.seed}`;
  const interval =
    ci === null ? '' : `, 95 % interval ${decimals(ci[0])} to ${decimals(ci[1])} (${drawn}; annotators taken as fixed)`;
  return `${name} is ${decimals(value)}${interval}, on ${counted(pairable_units, 'unit')} (convention: ${convention}).`;
}

function roundSentence({ options, retest }: AgreementReport): string[] {
  const sentences: string[] = [];
  if (options['duplicates'] !== 'error')
    sentences.push(`Duplicate labels were settled by the rule "${options['duplicates']}".`);
  if (retest.length > 0) {
    const all = retest.map(
      ({ annotator_id, units, percent_agreement, krippendorff_alpha }) =>
        `${annotator_id} ${decimals(percent_agreement)} agreement, alpha ${decimals(krippendorff_alpha)} on ${counted(units, 'unit')}`,
    );
    sentences.push(
      `Only each annotator's last round counts; test-retest agreement with earlier rounds: ${all.join('; ')}.`,
    );
  }
  return sentences;
}

/**
 * A paragraph for a methods section: who labelled what, the primary figure with its interval and convention, the other
 * figures, and what they were computed from. `tool` is the program with its version.
 */
export function methodsParagraph(report: AgreementReport, tool = 'demarche'): string {
  const [primary, ...others] = report.results;
  const { files, cluster_column } = report.input;
  const levels = report.levels.flatMap(({ level, results }) =>
    results.slice(0, 1).map((result) => `${level} ${figureOf(result)} on ${counted(result.pairable_units, 'unit')}`),
  );
  const digests = files.map(({ sha256 }) => sha256.slice(0, 12)).join(', ');
  const from = files.length === 0 ? '' : ` from ${counted(files.length, 'label file')} (SHA-256 ${digests})`;
  return [
    annotatorSentence(report),
    unitSentence(report),
    ...(primary === undefined ? [] : [primarySentence(primary, cluster_column)]),
    ...(others.length === 0 ? [] : [`Other coefficients: ${others.map(figureOf).join('; ')}.`]),
    ...(levels.length === 0 ? [] : [`At the nested levels: ${levels.join('; ')}.`]),
    ...(report.paradox === null ? [] : [report.paradox.sentence]),
    ...roundSentence(report),
    ...(report.alternative === null ? [] : [report.alternative.sentence]),
    ...report.notes.map((note) => `${upperFirst(note)}.`),
    `Computed with ${tool}${from}.`,
  ].join(' ');
}
