import type { CommandModule } from 'yargs';
import { UsageError } from '../../model/errors.js';
import type { PlanReport } from '../../reports/plan-report.js';
import { labelOptions, type LabelArguments } from '../label-options.js';
import { endCommand } from '../end-command.js';
import { listOf, wholeNumber } from '../option-values.js';

interface PlanArguments extends LabelArguments {
  readonly labels: readonly string[] | undefined;
  readonly width: string | undefined;
  readonly units: string | undefined;
  readonly coefficients: string | undefined;
  readonly level: string;
  readonly cluster: string | undefined;
  readonly bootstrap: number;
  readonly seed: number;
  readonly confidence: number;
  readonly population: number | undefined;
  readonly agreement: number | undefined;
  readonly kappa: number | undefined;
  readonly shares: string | undefined;
  readonly format: 'text' | 'json';
  readonly out: string | undefined;
  readonly quiet?: boolean | undefined;
}

/** `demarche plan`: how many units an agreement study needs, from a pilot or from assumptions. */
export const planCommand: CommandModule<object, PlanArguments> = {
  command: 'plan [labels..]',
  describe: 'How many units an interval of a given width takes, from a pilot or from an assumed agreement',
  builder: (yargs) =>
    labelOptions(yargs)
      .positional('labels', { type: 'string', array: true, describe: "The pilot's label files, long or wide" })
      .option('width', { type: 'string', describe: 'Whole widths of the interval (default 0.05,0.1,0.15,0.2)' })
      .option('units', { type: 'string', describe: 'Numbers of units whose width is asked for' })
      .option('coefficients', { type: 'string', describe: 'Coefficients, separated by commas, or all' })
      .option('level', { type: 'string', default: 'nominal', describe: 'Levels of measurement (several: commas)' })
      .option('cluster', {
        type: 'string',
        describe: 'Column that units cluster by (default document_id where known); none for independent units',
      })
      .option('bootstrap', { type: 'number', default: 1000, describe: 'Replicates of the bootstrap' })
      .option('seed', { type: 'number', default: 1, describe: 'Seed of the bootstrap' })
      .option('confidence', { type: 'number', default: 0.95, describe: 'Confidence of the interval' })
      .option('population', { type: 'number', describe: 'How many units there are at all' })
      .option('agreement', { type: 'number', describe: 'Without a pilot: assumed percent agreement (0 to 1)' })
      .option('kappa', { type: 'number', describe: 'Without a pilot: assumed kappa of two annotators' })
      .option('shares', { type: 'string', describe: 'With --kappa: shares of the categories (default 0.5,0.5)' })
      .option('format', {
        choices: ['text', 'json'] as const,
        default: 'text' as const,
        describe: 'Form of the result',
      })
      .option('out', { type: 'string', describe: 'File to write instead of standard output' })
      .example('$0 plan pilot.csv --width 0.1', 'units for an interval from, say, 0.70 to 0.80')
      .example('$0 plan pilot.csv --units 200,400', 'how wide the intervals will be')
      .example('$0 plan --kappa 0.7 --shares 0.6,0.3,0.1 --width 0.2', 'without a pilot'),
  handler: async (args) => {
    const report = await planned(args);
    const text =
      args.format === 'json'
        ? `${JSON.stringify(report, null, 2)}\n`
        : (await import('../../reports/plan-text.js')).planText(report);
    const { findings } = report;
    const unreadable = findings.some(({ rule }) => rule.startsWith('file/'));
    endCommand({ findings, format: args.format, out: args.out, quiet: args.quiet, text, unreadable });
  },
};

/** Numbers of a list option that all lie above 0 (and at most at `most`). */
function numbersOf(option: string, value: string | undefined, most = Infinity): number[] | null {
  const numbers = listOf(value)?.map(Number) ?? null;
  if (numbers?.some((number) => !(number > 0 && number <= most)) === true) {
    throw new UsageError(`--${option} takes numbers above 0${most === Infinity ? '' : ` and at most ${most}`}`);
  }
  return numbers;
}

async function planned(args: PlanArguments): Promise<PlanReport> {
  const { agreement, kappa, population } = args;
  if (!(args.confidence > 0 && args.confidence < 1))
    throw new UsageError('--confidence takes a number between 0 and 1');
  const widths = numbersOf('width', args.width, 2);
  const options = {
    ...(widths === null ? {} : { widths }),
    units: numbersOf('units', args.units) ?? [],
    confidence: args.confidence,
    population: population === undefined ? null : wholeNumber('population', population, 0),
  };
  const { planFromAssumptions, planFromPilot } = await import('../../flows/plan.js');
  if (agreement !== undefined || kappa !== undefined) {
    if ((args.labels ?? []).length > 0) throw new UsageError('name label files, or assume --agreement or --kappa');
    if (agreement !== undefined && !(agreement >= 0 && agreement <= 1)) {
      throw new UsageError('--agreement takes a number between 0 and 1');
    }
    const shares = numbersOf('shares', args.shares);
    return planFromAssumptions(
      { agreement: agreement ?? null, kappa: kappa ?? null, ...(shares === null ? {} : { shares }) },
      options,
    );
  }
  const { annotatorKinds, readLabelInput } = await import('../label-input.js');
  const { clusteringOf } = await import('../agree-defaults.js');
  const { unit = null, annotator = null, label = null, cluster } = args;
  const column = cluster === 'none' ? null : (cluster ?? 'document_id');
  const input = readLabelInput(args.labels ?? [], {
    project: args.project,
    columns: { unit, annotator, label, cluster: column },
    phases: ['pilot', 'training', 'production', 'drift'],
  });
  return planFromPilot(
    input.rows,
    {
      field: args.field,
      coefficients: listOf(args.coefficients) ?? [],
      levels: listOf(args.level) ?? ['nominal'],
      order: listOf(args.order) ?? [],
      bootstrap: wholeNumber('bootstrap', args.bootstrap, 0),
      seed: wholeNumber('seed', args.seed, Number.MIN_SAFE_INTEGER),
      ...clusteringOf(cluster, input, column),
      kinds: annotatorKinds(input.dataset),
      files: input.files,
      notes: input.notes,
      findings: input.findings,
    },
    options,
  );
}
