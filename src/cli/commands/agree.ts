import type { CommandModule } from 'yargs';
import { packageVersion } from '../../files/package-root.js';
import { writeFileWhole } from '../../files/write.js';
import type { AgreeOptions } from '../../flows/agree-options.js';
import { UsageError } from '../../model/errors.js';
import type { AgreementReport } from '../../reports/agreement-report.js';
import { endCommand } from '../end-command.js';
import { categoriesOf, clusteringOf, scaleOf } from '../agree-defaults.js';
import { spanOptions } from '../agree-span-options.js';
import { agreeOnSpans } from '../agree-spans-door.js';
import { labelOptions, phaseOption, type LabelArguments } from '../label-options.js';
import { annotatorKinds, readLabelInput, type LabelInputOptions } from '../label-input.js';
import { namesOrMatrices } from '../matrix-option.js';
import { listOf, repeated, wholeNumber } from '../option-values.js';

interface AgreeArguments extends LabelArguments {
  readonly labels: readonly string[] | undefined;
  readonly coefficients: string | undefined;
  readonly level: string | undefined;
  readonly weights: string | undefined;
  readonly distance: string | undefined;
  readonly bootstrap: number;
  readonly seed: number;
  readonly interval: 'percentile' | 'bca';
  readonly benchmark: boolean;
  readonly spans: readonly string[] | undefined;
  readonly unitizing: boolean;
  readonly iou: number;
  readonly unmarked: 'empty' | 'unread';
  readonly documents: string | undefined;
  readonly cluster: string | undefined;
  readonly duplicates: 'error' | 'first' | 'last' | 'majority' | 'keep';
  readonly round: 'last' | 'all';
  readonly phases: string;
  readonly require: string | undefined;
  readonly worst: number;
  readonly by: string | undefined;
  readonly against: string | undefined;
  readonly alternative: string | undefined;
  readonly epsilon: number;
  readonly 'alternative-score': 'accuracy' | 'neg_rmse';
  readonly worklist: string | undefined;
  readonly methods: boolean;
  readonly format: 'text' | 'json' | 'markdown';
  readonly out: string | undefined;
  readonly quiet?: boolean | undefined;
}

/** `demarche agree`: agreement between annotators from label files, with everything that must be known about it. */
export const agreeCommand: CommandModule<object, AgreeArguments> = {
  command: 'agree [labels..]',
  describe: 'Agreement between annotators: coefficients with intervals, per category, pair and annotator; a work list',
  builder: (yargs) =>
    spanOptions(
      phaseOption(labelOptions(yargs))
        .positional('labels', {
          type: 'string',
          array: true,
          describe: 'Label files, long or wide; without any, the labels of the dataset',
        })
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
        .option('bootstrap', { type: 'number', default: 1000, describe: 'Replicates of the bootstrap; 0 for none' })
        .option('seed', { type: 'number', default: 1, describe: 'Seed of the bootstrap' })
        .option('interval', {
          choices: ['percentile', 'bca'] as const,
          default: 'percentile' as const,
          describe: 'Bootstrap interval that is reported: percentile, or bias-corrected and accelerated',
        })
        .option('benchmark', {
          type: 'boolean',
          default: false,
          describe: 'Words for the strength of agreement that hold with probability 0.95 (Gwet)',
        })
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
        .option('require', {
          type: 'string',
          describe: 'Requirement, such as "krippendorff_alpha.ci_low >= 0.667"; else exit 1',
        })
        .option('worst', { type: 'number', default: 100, describe: 'Length of the work list' })
        .option('by', {
          type: 'string',
          describe: 'Break down by a column: target, speaker, document, batch, codebook_version or another',
        })
        .option('against', {
          type: 'string',
          describe: 'Label file whose effect is shown: figures without and with it',
        })
        .option('alternative', {
          type: 'string',
          describe: 'Annotator (a model) to test as a stand-in for the human ones',
        })
        .option('epsilon', {
          type: 'number',
          default: 0.2,
          describe: 'What the alternative is granted: 0.2 against experts, 0.15 skilled, 0.1 crowd',
        })
        .option('alternative-score', {
          choices: ['accuracy', 'neg_rmse'] as const,
          default: 'accuracy' as const,
          describe: 'How close labels are: equal, or as numbers',
        })
        .option('worklist', { type: 'string', describe: 'File for all disagreements, ready to be adjudicated (CSV)' })
        .option('methods', {
          type: 'boolean',
          default: false,
          describe: 'With a methods paragraph (Markdown always has it)',
        }),
    )
      .option('format', {
        choices: ['text', 'json', 'markdown'] as const,
        default: 'text' as const,
        describe: 'Form of the result',
      })
      .option('out', { type: 'string', describe: 'File to write instead of standard output' })
      .example('$0 agree', 'the labels of the dataset that you stand in')
      .example('$0 agree a.csv b.csv --level ordinal --order low,mid,high', 'two label files on an ordered scale')
      .example('$0 agree votes.csv --unit item --annotator worker --label answer', 'columns of other names')
      .example('$0 agree --by target', 'agreement for each target')
      .example('$0 agree --against labels/batch-2/ann-4.csv', 'what a contributed file does to agreement')
      .example('$0 agree --alternative model-1 --epsilon 0.15', 'may a model stand in for a human annotator?')
      .example('$0 agree --worklist adjudication.csv', 'disagreements grouped by what is confused, to be decided')
      .example('$0 agree votes.csv --weights costs.csv --distance costs2.csv', 'weights and distances of your own')
      .example('$0 agree spans.csv', 'spans that annotators marked: alpha_u, alpha_cu, alpha_ku, F')
      .example('$0 agree --spans a/statements.jsonl b/statements.jsonl', 'two codings: span, speaker, target, stance')
      .example('$0 agree --require "krippendorff_alpha.ci_low >= 0.667"', 'fail unless reliable enough'),
  handler: async (args) => {
    if (await agreeOnSpans(args)) return;
    const requirements = repeated(args.require);
    const { parseRequirement } = await import('../../flows/agree-requirement.js');
    requirements.forEach(parseRequirement);
    const worstUnits = wholeNumber('worst', args.worst, 0);
    if (!(args.epsilon >= 0)) throw new UsageError('--epsilon takes a number of 0 or more');
    const bootstrap = wholeNumber('bootstrap', args.bootstrap, 0);
    const seed = wholeNumber('seed', args.seed, Number.MIN_SAFE_INTEGER);
    const { unit = null, annotator = null, label = null } = args;
    const clusterColumn = args.cluster === 'none' ? null : (args.cluster ?? 'document_id');
    const reading: LabelInputOptions = {
      project: args.project,
      columns: { unit, annotator, label, cluster: clusterColumn },
      phases: listOf(args.phases) ?? ['production'],
    };
    const paths = args.labels ?? [];
    const { contribution, withExtras } = await import('../agree-extras.js');
    const input = readLabelInput(paths, reading);
    const added = args.against === undefined ? null : contribution(args.against, input, reading);
    const labels = added === null ? input.labels : added.all;
    const more = added?.read ?? null;
    const options: AgreeOptions = {
      ...scaleOf(args, input),
      ...clusteringOf(args.cluster, input, clusterColumn),
      field: args.field,
      coefficients: listOf(args.coefficients) ?? [],
      categories: categoriesOf(args.field, input),
      duplicates: args.duplicates,
      rounds: args.round,
      bootstrap,
      seed,
      interval: args.interval,
      weights: await namesOrMatrices(listOf(args.weights), 'weights'),
      distances: await namesOrMatrices(listOf(args.distance), 'distance'),
      kinds: annotatorKinds(input.dataset),
      requirements,
      // The work list as a file has every unit.
      worst: args.worklist === undefined ? worstUnits : Infinity,
      files: [...input.files, ...(more?.files ?? [])],
      notes: input.notes,
      findings: [...input.findings, ...(more?.findings ?? [])],
    };
    const { agree } = await import('../../flows/agree.js');
    const found = agree(labels, options);
    const report = await withExtras(args.benchmark ? await benchmarked(found) : found, {
      input,
      labels,
      added,
      options,
      paths,
      reading,
      by: args.by,
      alternative:
        args.alternative === undefined
          ? null
          : { annotator: args.alternative, epsilon: args.epsilon, score: args['alternative-score'] },
    });
    if (args.worklist !== undefined) {
      const { WORKLIST_COLUMNS, worklistRows } = await import('../../flows/agree-worklist.js');
      const { formatRecords } = await import('../../tables/csv-writer.js');
      const field = report.input.field ?? args.field;
      writeFileWhole(args.worklist, formatRecords(WORKLIST_COLUMNS, worklistRows(report.worklist, field)));
    }
    const text = await printed(report, args, worstUnits);
    const { format, out, quiet } = args;
    const unmet = report.requirements.some(({ met }) => !met);
    const unreadable = input.unreadable || more?.unreadable === true;
    endCommand({ findings: report.findings, format, out, quiet, text, unreadable, unmet });
  },
};

async function benchmarked(report: AgreementReport): Promise<AgreementReport> {
  const { benchmarkReports } = await import('../../flows/agree-benchmarks.js');
  return { ...report, benchmarks: benchmarkReports(report.results) };
}

/** The report in the form asked for; JSON holds at most `most` units, however long the work list's own file is. */
async function printed(report: AgreementReport, args: AgreeArguments, most: number): Promise<string> {
  if (args.format === 'json') {
    const units = report.units.slice(0, most);
    const { worklist } = await import('../../flows/agree-worklist.js');
    return `${JSON.stringify({ ...report, units, worklist: worklist(units) }, null, 2)}\n`;
  }
  const { methodsParagraph } = await import('../../reports/agreement-methods.js');
  const methods = args.methods || args.format === 'markdown' ? methodsParagraph(report, tool()) : null;
  if (args.format === 'markdown') {
    return (await import('../../reports/agreement-markdown.js')).agreementMarkdown(report, { methods });
  }
  const { coloured, plain } = await import('../../reports/paint.js');
  const paint = args.out === undefined && onTerminal() ? coloured : plain;
  return (await import('../../reports/agreement-text.js')).agreementText(report, { methods, paint });
}

const tool = (): string => `demarche ${packageVersion()}`;

/** Colours are for people at a terminal who did not decline them (https://no-color.org). */
const onTerminal = (): boolean => process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
