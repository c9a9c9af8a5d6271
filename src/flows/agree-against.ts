import type { Result } from '../measures/result.js';
import type { AgainstReport, AgreementReport, Effect } from '../reports/agreement-report.js';
import type { LabelRow } from './agree-label-rows.js';
import { nameAt, tableOf, type LabelTable } from './agree-label-table.js';
import type { AgreeOptions } from './agree-options.js';
import { agree } from './agree.js';

const keyOf = ({ coefficient, weights, distance, annotators = [], category = '' }: Result): string =>
  [coefficient, weights, distance, annotators.join('\u001f'), category].join('\u001e');

const ofFigure = (
  result: Result,
): Pick<Effect, 'coefficient' | 'weights' | 'distance' | 'annotators' | 'category'> => ({
  coefficient: result.coefficient,
  weights: result.weights,
  distance: result.distance,
  ...(result.annotators === undefined ? {} : { annotators: result.annotators }),
  ...(result.category === undefined ? {} : { category: result.category }),
});

/**
 * What a label file does to agreement: every coefficient without it (`before`) and with it (`after`, the report on all
 * labels), and how the file's annotators agree with the others. Nothing is refused for disagreeing, as that would
 * inflate agreement; it is shown. `file` names the contribution, `added` are its rows, `rest` all others.
 */
export function agreeAgainst(
  rest: LabelTable | Iterable<LabelRow>,
  added: LabelTable | Iterable<LabelRow>,
  after: AgreementReport,
  { file, options = {} }: { readonly file: string; readonly options?: AgreeOptions },
): AgainstReport {
  const { field = 'stance' } = options;
  const [others, own] = [tableOf(rest), tableOf(added)];
  const before = agree(others, { ...options, requirements: [], worst: 0, files: [], findings: [], notes: [] });
  const earlier = new Map(before.results.map((result) => [keyOf(result), result]));
  const effects = after.results.map((result): Effect => {
    const old = earlier.get(keyOf(result));
    return {
      ...ofFigure(result),
      before: old?.value ?? null,
      before_ci: old?.ci ?? null,
      after: result.value,
      after_ci: result.ci,
      change: result.value === null || (old?.value ?? null) === null ? null : result.value - old!.value!,
    };
  });
  const known = judgedNames(others, field, 'unit');
  const theirs = judgedNames(own, field, 'annotator');
  return {
    file,
    rows: own.rows,
    new_units: [...judgedNames(own, field, 'unit')].filter((unit) => !known.has(unit)).length,
    newly_pairable_units: after.input.pairable_units - before.input.pairable_units,
    new_annotators: [...theirs].filter((id) => !before.input.annotators.includes(id)).sort(),
    effects,
    annotators: after.annotators.filter(({ annotator_id }) => theirs.has(annotator_id)),
    sentence: sentenceOn(file, effects[0]),
  };
}

/** The units or annotators with a label of the field. */
function judgedNames(table: LabelTable, field: string, column: 'unit' | 'annotator'): Set<string> {
  const found = new Set<number>();
  for (let row = 0; row < table.rows; row++) {
    if (table.label.codes[row] === table.label.names.emptyCode) continue;
    if ((nameAt(table.field, row) ?? field) === field) found.add(table[column].codes[row]!);
  }
  return new Set([...found].map((code) => table[column].names.name(code)));
}

function sentenceOn(file: string, primary: Effect | undefined): string {
  if (primary === undefined) return `${file}: there is no figure to compare.`;
  const { coefficient, before, after, after_ci, change } = primary;
  if (after === null) return `With ${file} ${coefficient} is not defined.`;
  if (before === null || change === null)
    return `Without ${file} ${coefficient} is not defined; with it, it is ${after.toFixed(3)}.`;
  const moved = Math.abs(change) < 0.0005 ? 'stays at' : change > 0 ? 'rises to' : 'falls to';
  const within = after_ci !== null && before >= after_ci[0] && before <= after_ci[1];
  const size = after_ci === null ? '' : within ? ', within its interval' : ', beyond its interval';
  const from = moved === 'stays at' ? '' : ` from ${before.toFixed(3)}`;
  return `With ${file} ${coefficient} ${moved} ${after.toFixed(3)}${from}${moved === 'stays at' ? '' : size}.`;
}
