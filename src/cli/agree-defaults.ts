import { codebookCategories, projectScale } from '../flows/agree-project.js';
import { UsageError } from '../model/errors.js';
import { statementColumn, type LabelInput } from './label-input.js';
import { listOf } from './option-values.js';

/** What the command line says about the scale of the labels. */
interface ScaleArguments {
  readonly field: string;
  readonly order: string | undefined;
  readonly level: string | undefined;
}

/** The categories that the dataset's codebook has for a field; null where there is none. */
export const categoriesOf = (field: string, { dataset }: LabelInput): readonly string[] | null =>
  codebookCategories(dataset?.codebook ?? null, field);

/** Level, order and primary coefficient: as asked, else as the project and its codebook say, else nominal. */
export function scaleOf(args: ScaleArguments, { dataset }: LabelInput) {
  const order = listOf(args.order) ?? [];
  const { levels, ...own } = projectScale(dataset?.project ?? null, dataset?.codebook ?? null, args.field);
  const usual = levels ?? (order.length > 0 ? ['nominal', 'ordinal'] : ['nominal']);
  return { order, levels: listOf(args.level) ?? usual, ...own };
}

/**
 * Where the clusters of units come from: the label files themselves, else the dataset's statements. `asked` is the column
 * that the command line names; it must exist. Throws UsageError.
 */
export function clusteringOf(asked: string | undefined, input: LabelInput, column: string | null) {
  if (column === null) return { clusterColumn: null };
  const { cluster, rows } = input.labels;
  if (
    cluster !== null &&
    cluster.codes.subarray(0, rows).some((code) => code >= 0 && code !== cluster.names.emptyCode)
  ) {
    return { clusterColumn: column };
  }
  const values = statementColumn(input.dataset, column);
  if (values !== null) return { clusterColumn: column, clusterOf: (unit: string) => values.get(unit) ?? null };
  if (asked !== undefined && rows > 0) {
    throw new UsageError(`--cluster "${asked}": neither the label files nor statements.csv have this column`);
  }
  return { clusterColumn: null };
}
