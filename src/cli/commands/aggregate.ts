import type { CommandModule } from 'yargs';
import { UsageError } from '../../model/errors.js';
import { categoriesOf } from '../agree-defaults.js';
import { endCommand } from '../end-command.js';
import { labelOptions, phaseOption, type LabelArguments } from '../label-options.js';
import { annotatorKinds, readLabelInput } from '../label-input.js';
import { listOf, wholeNumber } from '../option-values.js';

interface AggregateArguments extends LabelArguments {
  readonly labels: readonly string[] | undefined;
  readonly method: string;
  readonly ties: string;
  readonly soft: boolean;
  readonly duplicates: 'error' | 'first' | 'last' | 'majority' | 'keep';
  readonly phases: string;
  readonly 'max-iterations': number | undefined;
  readonly tolerance: number;
  readonly stop: 'bound' | 'likelihood';
  readonly seed: number;
  readonly format: 'csv' | 'json';
  readonly out: string | undefined;
  readonly quiet?: boolean | undefined;
}

/** `demarche aggregate`: one label per unit from several annotators' labels, with what is known about each annotator. */
export const aggregateCommand: CommandModule<object, AggregateArguments> = {
  command: 'aggregate [labels..]',
  describe: 'Consensus labels: majority, Dawid-Skene, one-coin or MACE, with soft labels and annotator competence',
  builder: (yargs) =>
    phaseOption(labelOptions(yargs))
      .positional('labels', {
        type: 'string',
        array: true,
        describe: 'Label files, long or wide; without any, the labels of the dataset',
      })
      .option('method', {
        type: 'string',
        default: 'majority',
        describe: 'majority, dawid_skene, one_coin, mace (variational) or mace_em',
      })
      .option('ties', {
        type: 'string',
        default: 'none',
        describe: 'Equally probable categories: none (no label), first (in order), commonest, random (by seed)',
      })
      .option('soft', { type: 'boolean', default: false, describe: 'With the probability of every category' })
      .option('duplicates', {
        choices: ['error', 'first', 'last', 'majority', 'keep'] as const,
        default: 'error' as const,
        describe: 'Two labels by one annotator for one unit and round; keep counts each as a vote',
      })
      .option('max-iterations', { type: 'number', describe: 'Limit of iterations (default 100; MACE runs 50)' })
      .option('tolerance', { type: 'number', default: 1e-5, describe: 'Least gain per label that is worth going on' })
      .option('stop', {
        choices: ['bound', 'likelihood'] as const,
        default: 'bound' as const,
        describe: 'What must gain: the lower bound (as crowd-kit) or the likelihood itself',
      })
      .option('seed', { type: 'number', default: 1, describe: 'Seed of MACE’s starts and of random ties' })
      .option('format', { choices: ['csv', 'json'] as const, default: 'csv' as const, describe: 'Form of the result' })
      .option('out', { type: 'string', describe: 'File to write instead of standard output' })
      .example(
        '$0 aggregate --method dawid_skene --soft --out gold.csv',
        'soft labels of the dataset that you stand in',
      )
      .example('$0 aggregate votes.csv --method mace --format json', 'who guesses, and what is the truth behind it')
      .example('$0 aggregate a.csv b.csv c.csv --ties commonest', 'the majority of three files'),
  handler: async (args) => {
    const seed = wholeNumber('seed', args.seed, Number.MIN_SAFE_INTEGER);
    const maxIterations =
      args['max-iterations'] === undefined ? null : wholeNumber('max-iterations', args['max-iterations'], 1);
    if (!Number.isFinite(args.tolerance)) throw new UsageError('--tolerance takes a number');
    const { unit = null, annotator = null, label = null } = args;
    const input = readLabelInput(args.labels ?? [], {
      project: args.project,
      columns: { unit, annotator, label },
      phases: listOf(args.phases) ?? ['production'],
    });
    const { aggregate } = await import('../../flows/aggregate.js');
    const report = aggregate(input.labels, {
      method: args.method,
      field: args.field,
      ties: args.ties,
      soft: args.soft,
      order: listOf(args.order) ?? [],
      categories: categoriesOf(args.field, input),
      duplicates: args.duplicates,
      maxIterations,
      tolerance: args.tolerance,
      stop: args.stop,
      seed,
      kinds: annotatorKinds(input.dataset),
      files: input.files,
      notes: input.notes,
      findings: input.findings,
    });
    const { aggregateCsv, aggregateText } = await import('../../reports/aggregate-text.js');
    endCommand({
      findings: report.findings,
      format: args.format,
      out: args.out,
      quiet: args.quiet,
      text: args.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : aggregateCsv(report),
      aside: args.format === 'csv' ? aggregateText(report) : '',
      unreadable: input.unreadable,
      unmet: report.reason !== null,
    });
  },
};
