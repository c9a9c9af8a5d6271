import type { CommandModule } from 'yargs';
import { readText } from '../../files/read.js';
import { writeFileWhole } from '../../files/write.js';
import { csvItems, jsonItems, type ItemColumns, type LabelledItem } from '../../flows/score-items.js';
import type { Finding } from '../../model/generated.js';
import { sha256 } from '../../model/hash.js';
import type { InputFile } from '../../reports/agreement-report.js';
import { readCsv } from '../../tables/csv-reader.js';
import { readJsonLines } from '../../tables/json-lines.js';
import { exitCodes } from '../exit-codes.js';
import { listOf, repeated, wholeNumber } from '../option-values.js';
import { countFindings, findingsText } from '../print-findings.js';

interface ScoreArguments {
  readonly gold: string;
  readonly predictions: string;
  readonly id: string | undefined;
  readonly label: string | undefined;
  readonly target: string | undefined;
  readonly cluster: string | undefined;
  readonly conventions: string | undefined;
  readonly order: string | undefined;
  readonly bootstrap: number;
  readonly seed: number;
  readonly format: 'text' | 'json';
  readonly out: string | undefined;
  readonly quiet?: boolean | undefined;
}

/** `demarche score`: a model's labels against gold, under several named conventions side by side. */
export const scoreCommand: CommandModule<object, ScoreArguments> = {
  command: 'score',
  describe:
    'A model against gold under named conventions: scores with intervals, classes, targets, two systems compared',
  builder: (yargs) =>
    yargs
      .option('gold', { type: 'string', demandOption: true, describe: 'Gold labels, CSV or JSONL with id and label' })
      .option('predictions', {
        type: 'string',
        demandOption: true,
        describe: "A system's labels; give it twice to compare two",
      })
      .option('id', { type: 'string', describe: 'Column of ids (default id, statement_id, unit_id or item_id)' })
      .option('label', { type: 'string', describe: 'Column of labels (default label, value or stance)' })
      .option('target', { type: 'string', describe: 'Column of targets (default target or target_id)' })
      .option('cluster', { type: 'string', describe: 'Column to resample by (default document_id); none for items' })
      .option('conventions', { type: 'string', describe: 'Conventions, separated by commas (default all)' })
      .option('order', { type: 'string', describe: 'The categories in their order, separated by commas' })
      .option('bootstrap', { type: 'number', default: 1000, describe: 'Replicates of the bootstrap; 0 for none' })
      .option('seed', { type: 'number', default: 1, describe: 'Seed of the bootstrap' })
      .option('format', {
        choices: ['text', 'json'] as const,
        default: 'text' as const,
        describe: 'Form of the result',
      })
      .option('out', { type: 'string', describe: 'File to write instead of standard output' })
      .example('$0 score --gold gold.csv --predictions model.csv', 'every convention with its interval')
      .example('$0 score --gold g.csv --predictions a.csv --predictions b.csv', 'two systems on the same items'),
  handler: async (args) => {
    const bootstrap = wholeNumber('bootstrap', args.bootstrap, 0);
    const seed = wholeNumber('seed', args.seed, Number.MIN_SAFE_INTEGER);
    const { id = null, label = null, target = null, cluster = null } = args;
    const columns: ItemColumns = { id, label, target, cluster: cluster === 'none' ? null : cluster };
    const gold = readItems(args.gold, columns);
    const systems = repeated(args.predictions).map((path) => readItems(path, columns));
    const { score } = await import('../../flows/score.js');
    const report = score(
      gold.items,
      systems.map(({ file, items }) => ({ system: file.path, items })),
      {
        conventions: listOf(args.conventions) ?? [],
        order: listOf(args.order) ?? [],
        bootstrap,
        seed,
        byCluster: cluster !== 'none',
        files: { gold: gold.file, predictions: systems.map(({ file }) => file) },
        findings: [gold, ...systems].flatMap(({ findings }) => findings),
      },
    );
    const { error } = countFindings(report.findings);
    if (args.format !== 'json' && (!args.quiet || error > 0)) process.stderr.write(findingsText(report.findings));
    const { scoreText } = await import('../../reports/score-text.js');
    const text = args.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : scoreText(report);
    if (args.out === undefined) process.stdout.write(text);
    else writeFileWhole(args.out, text);
    process.exitCode = error > 0 ? exitCodes.dataErrors : exitCodes.clean;
  },
};

function readItems(
  path: string,
  columns: ItemColumns,
): { items: LabelledItem[]; findings: Finding[]; file: InputFile } {
  const text = readText(path);
  const file = { path, sha256: sha256(text), rows: 0 };
  if (/\.(jsonl|ndjson)$/i.test(path)) {
    const { lines, findings } = readJsonLines(text, path);
    const read = jsonItems(lines, path, columns);
    return { items: read.items, findings: [...findings, ...read.findings], file: { ...file, rows: lines.length } };
  }
  const csv = readCsv(text, path);
  return { ...csvItems(csv, columns), file: { ...file, rows: csv.rows.length } };
}
