import type { CommandModule } from 'yargs';
import type { ScoreReport } from '../../reports/score-report.js';
import { endCommand } from '../end-command.js';
import { listOf, repeated, wholeNumber } from '../option-values.js';

interface ScoreArguments {
  readonly gold: string | undefined;
  readonly labels: string | undefined;
  readonly predictions: string;
  readonly id: string | undefined;
  readonly label: string | undefined;
  readonly target: string | undefined;
  readonly annotator: string | undefined;
  readonly probabilities: string | undefined;
  readonly field: string;
  readonly cluster: string | undefined;
  readonly by: string | undefined;
  readonly project: string | undefined;
  readonly map: string | undefined;
  readonly order: string | undefined;
  readonly conventions: string | undefined;
  readonly floor: string;
  readonly bins: number;
  readonly bootstrap: number;
  readonly permutations: number;
  readonly seed: number;
  readonly format: 'text' | 'json' | 'markdown';
  readonly out: string | undefined;
  readonly quiet?: boolean | undefined;
}

/** `demarche score`: a model's labels against gold, under several named conventions side by side. */
export const scoreCommand: CommandModule<object, ScoreArguments> = {
  command: 'score',
  describe:
    'A model against gold under named conventions: scores with intervals, classes, targets, probabilities, systems compared',
  builder: (yargs) =>
    yargs
      .option('gold', {
        type: 'string',
        describe: 'Gold, CSV or JSONL with id and label (or probabilities), or a label file of several annotators',
      })
      .option('labels', {
        type: 'string',
        describe:
          "Annotators' labels, long or wide CSV, repeatable: distributions, human ceiling, gold if none is given",
      })
      .option('predictions', {
        type: 'string',
        demandOption: true,
        describe: "A system's labels or probabilities; give it several times to compare systems",
      })
      .option('id', { type: 'string', describe: 'Column of ids (default id, statement_id, unit_id or item_id)' })
      .option('label', { type: 'string', describe: 'Column of labels (default label, value or the field)' })
      .option('target', { type: 'string', describe: 'Column of targets (default target or target_id)' })
      .option('annotator', { type: 'string', describe: 'Column of annotators in label files (default annotator_id)' })
      .option('probabilities', {
        type: 'string',
        describe: 'Beginning of the names of probability columns (default p_, prob_, …, or named as the labels)',
      })
      .option('field', { type: 'string', default: 'stance', describe: 'Field that is scored' })
      .option('cluster', { type: 'string', describe: 'Column to resample by (default document_id); none for items' })
      .option('by', { type: 'string', describe: 'Columns to break down by besides target, speaker and quote_type' })
      .option('project', { type: 'string', describe: 'Dataset whose statements say what the files do not' })
      .option('map', {
        type: 'string',
        describe: "Translation of labels, as in favor=FAVOR,against=AGAINST,*=NONE, or a crosswalk's name",
      })
      .option('order', { type: 'string', describe: 'Order of the labels for QWK and MAE: against,neutral/none,favor' })
      .option('conventions', { type: 'string', describe: 'Conventions, separated by commas (default all)' })
      .option('floor', {
        type: 'string',
        default: 'clip:1e-12',
        describe: 'What cross-entropy makes of probability 0: clip:SIZE or add:SIZE',
      })
      .option('bins', { type: 'number', default: 10, describe: 'Bins of the calibration error' })
      .option('bootstrap', { type: 'number', default: 1000, describe: 'Replicates of the bootstrap; 0 for none' })
      .option('permutations', {
        type: 'number',
        default: 4999,
        describe: 'Random exchanges where the randomization test is not exact; 0 for no test',
      })
      .option('seed', { type: 'number', default: 1, describe: 'Seed of the bootstrap and of the exchanges' })
      .option('format', {
        choices: ['text', 'json', 'markdown'] as const,
        default: 'text' as const,
        describe: 'Form of the result',
      })
      .option('out', { type: 'string', describe: 'File to write instead of standard output' })
      .example('$0 score --gold gold.csv --predictions model.csv', 'every convention with its intervals')
      .example('$0 score --gold g.csv --predictions a.csv --predictions b.csv', 'two systems on the same items')
      .example('$0 score --labels labels.csv --predictions p.jsonl', 'probabilities against votes, with the ceiling'),
  handler: async (args) => {
    const bootstrap = wholeNumber('bootstrap', args.bootstrap, 0);
    const seed = wholeNumber('seed', args.seed, Number.MIN_SAFE_INTEGER);
    const { floorOption, scoreFiles } = await import('../score-files.js');
    const { report, readable } = scoreFiles({
      ...args,
      labels: repeated(args.labels),
      predictions: repeated(args.predictions),
      by: listOf(args.by) ?? [],
      map: listOf(args.map) ?? [],
      order: listOf(args.order) ?? [],
      conventions: listOf(args.conventions) ?? [],
      floor: floorOption(args.floor),
      bins: wholeNumber('bins', args.bins, 1),
      permutations: wholeNumber('permutations', args.permutations, 0),
      bootstrap,
      seed,
    });
    const text = await printed(report, args.format);
    const { format, out, quiet } = args;
    endCommand({ findings: report.findings, format, out, quiet, text, unreadable: !readable });
  },
};

async function printed(report: ScoreReport, format: ScoreArguments['format']): Promise<string> {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  const { scoreMarkdown, scoreText } = await import('../../reports/score-text.js');
  return format === 'markdown' ? scoreMarkdown(report) : scoreText(report);
}
