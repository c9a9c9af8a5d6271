import type { CommandModule } from 'yargs';
import { writeFileWhole } from '../../files/write.js';
import { UsageError } from '../../model/errors.js';
import type { AgreementReport } from '../../reports/agreement-report.js';
import { exitCodes, worst } from '../exit-codes.js';
import { annotatorKinds, readLabelInput, statementColumn, type LabelInput } from '../label-input.js';
import { listOf, repeated, wholeNumber } from '../option-values.js';
import { countFindings, findingsText } from '../print-findings.js';

interface AgreeArguments {
  readonly labels: readonly string[] | undefined;
  readonly project: string | undefined;
  readonly field: string;
  readonly unit: string | undefined;
  readonly annotator: string | undefined;
  readonly label: string | undefined;
  readonly coefficients: string | undefined;
  readonly level: string | undefined;
  readonly weights: string | undefined;
  readonly distance: string | undefined;
  readonly order: string | undefined;
  readonly bootstrap: number;
  readonly seed: number;
  readonly cluster: string | undefined;
  readonly duplicates: 'error' | 'first' | 'last' | 'majority' | 'keep';
  readonly round: 'last' | 'all';
  readonly phases: string;
  readonly require: string | undefined;
  readonly worst: number;
  readonly format: 'text' | 'json' | 'markdown';
  readonly out: string | undefined;
  readonly quiet?: boolean | undefined;
}

/** `demarche agree`: agreement between annotators from label files, with everything that must be known about it. */
export const agreeCommand: CommandModule<object, AgreeArguments> = {
  command: 'agree [labels..]',
  describe: 'Agreement between annotators: coefficients with intervals, per category, pair and annotator; a work list',
  builder: (yargs) =>
    yargs
      .positional('labels', {
        type: 'string',
        array: true,
        describe: 'Label files, long or wide; without any, the labels of the dataset',
      })
      .option('project', { type: 'string', describe: 'Folder in or below the dataset that the labels belong to' })
      .option('field', {
        type: 'string',
        default: 'stance',
        describe: 'Field that is judged, where files have a field column',
      })
      .option('unit', { type: 'string', describe: 'Column of units (default statement_id, unit_id or item_id)' })
      .option('annotator', { type: 'string', describe: 'Column of annotators (default annotator_id)' })
      .option('label', { type: 'string', describe: 'Column of labels (default value or label)' })
      .option('coefficients', { type: 'string', describe: 'Coefficients, separated by commas, or all' })
      .option('level', {
        type: 'string',
        describe: 'Levels of measurement: nominal, ordinal, interval, ratio (several: commas)',
      })
      .option('weights', {
        type: 'string',
        describe: "Weights instead of the level's: identity, linear, quadratic, … or all",
      })
      .option('distance', {
        type: 'string',
        describe: "Distances of alpha instead of the level's: nominal, ordinal, … or all",
      })
      .option('order', { type: 'string', describe: 'The categories in their order, separated by commas' })
      .option('bootstrap', { type: 'number', default: 1000, describe: 'Replicates of the bootstrap; 0 for none' })
      .option('seed', { type: 'number', default: 1, describe: 'Seed of the bootstrap' })
      .option('cluster', {
        type: 'string',
        describe: 'Column to resample by (default document_id where known); none for units',
      })
      .option('duplicates', {
        choices: ['error', 'first', 'last', 'majority', 'keep'] as const,
        default: 'error' as const,
        describe: 'Two labels by one annotator for one unit and round',
      })
      .option('round', {
        choices: ['last', 'all'] as const,
        default: 'last' as const,
        describe: 'Which rounds of labelling count',
      })
      .option('phases', {
        type: 'string',
        default: 'production',
        describe: 'Phases of batches that count in a dataset',
      })
      .option('require', {
        type: 'string',
        describe: 'Requirement, such as "krippendorff_alpha.ci_low >= 0.667"; else exit 1',
      })
      .option('worst', { type: 'number', default: 100, describe: 'Length of the work list' })
      .option('format', {
        choices: ['text', 'json', 'markdown'] as const,
        default: 'text' as const,
        describe: 'Form of the result',
      })
      .option('out', { type: 'string', describe: 'File to write instead of standard output' })
      .example('$0 agree', 'the labels of the dataset that you stand in')
      .example('$0 agree a.csv b.csv --level ordinal --order low,mid,high', 'two label files on an ordered scale')
      .example('$0 agree votes.csv --unit item --annotator worker --label answer', 'columns of other names')
      .example('$0 agree --require "krippendorff_alpha.ci_low >= 0.667"', 'fail unless reliable enough'),
  handler: async (args) => {
    const requirements = repeated(args.require);
    const { parseRequirement } = await import('../../flows/agree-requirement.js');
    requirements.forEach(parseRequirement);
    const bootstrap = wholeNumber('bootstrap', args.bootstrap, 0);
    const seed = wholeNumber('seed', args.seed, Number.MIN_SAFE_INTEGER);
    const { unit = null, annotator = null, label = null } = args;
    const clusterColumn = args.cluster === 'none' ? null : (args.cluster ?? 'document_id');
    const input = readLabelInput(args.labels ?? [], {
      project: args.project,
      columns: { unit, annotator, label, cluster: clusterColumn },
      phases: listOf(args.phases) ?? ['production'],
    });
    const { agree } = await import('../../flows/agree.js');
    const report = agree(input.rows, {
      ...scaleOf(args, input),
      ...clustering(args, input, clusterColumn),
      field: args.field,
      coefficients: listOf(args.coefficients) ?? [],
      categories: categoriesOf(args, input),
      duplicates: args.duplicates,
      rounds: args.round,
      bootstrap,
      seed,
      kinds: annotatorKinds(input.dataset),
      requirements,
      worst: wholeNumber('worst', args.worst, 0),
      files: input.files,
      notes: input.notes,
      findings: input.findings,
    });
    if (args.format !== 'json' && (!args.quiet || countFindings(report.findings).error > 0)) {
      process.stderr.write(findingsText(report.findings));
    }
    const text = await printed(report, args.format);
    if (args.out === undefined) process.stdout.write(text);
    else writeFileWhole(args.out, text);
    const unmet = report.requirements.some(({ met }) => !met);
    const faulty = countFindings(report.findings).error > 0 || unmet;
    process.exitCode = worst([input.unreadable ? exitCodes.unreadable : 0, faulty ? exitCodes.dataErrors : 0]);
  },
};

async function printed(report: AgreementReport, format: AgreeArguments['format']): Promise<string> {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  if (format === 'markdown') return (await import('../../reports/agreement-markdown.js')).agreementMarkdown(report);
  return (await import('../../reports/agreement-text.js')).agreementText(report);
}

const fieldOf = ({ dataset }: LabelInput, field: string) => dataset?.codebook.fields.find((one) => one.field === field);

const categoriesOf = ({ field }: AgreeArguments, input: LabelInput): readonly string[] | null =>
  fieldOf(input, field)?.categories?.map(({ value }) => value) ?? null;

/** Level, order and primary coefficient: as asked, else as the project and its codebook say, else nominal. */
function scaleOf(args: AgreeArguments, input: LabelInput) {
  const order = listOf(args.order) ?? [];
  const reliability = input.dataset?.project.reliability;
  const own = reliability?.field === args.field ? reliability : undefined;
  const level = own?.level ?? fieldOf(input, args.field)?.level;
  const usual = level === undefined ? (order.length > 0 ? ['nominal', 'ordinal'] : ['nominal']) : [level];
  return {
    order,
    levels: listOf(args.level) ?? usual,
    weights: listOf(args.weights),
    distances: listOf(args.distance),
    threshold: own?.threshold ?? null,
    ...(own === undefined ? {} : { primary: own.coefficient }),
  };
}

/** Where the clusters of units come from: the label files themselves, else the dataset's statements. */
function clustering({ cluster }: AgreeArguments, input: LabelInput, column: string | null) {
  if (column === null) return { clusterColumn: null };
  if (input.rows.some((row) => row.cluster !== null)) return { clusterColumn: column };
  const values = statementColumn(input.dataset, column);
  if (values !== null) return { clusterColumn: column, clusterOf: (unit: string) => values.get(unit) ?? null };
  if (cluster !== undefined && input.rows.length > 0) {
    throw new UsageError(`--cluster "${cluster}": neither the label files nor statements.csv have this column`);
  }
  return { clusterColumn: null };
}
