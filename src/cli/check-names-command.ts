import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import { UsageError } from '../model/errors.js';
import type { Finding } from '../model/generated.js';
import { endCommand } from './end-command.js';
import { wholeNumber } from './option-values.js';
import { Progress } from './progress.js';

interface CheckArguments {
  readonly folder: string | undefined;
  readonly project: string | undefined;
  readonly lexicons: string | undefined;
  readonly top: number;
  readonly 'min-count': number;
  readonly documents: boolean;
  readonly format: 'text' | 'json' | 'csv';
  readonly out: string | undefined;
  readonly quiet?: boolean | undefined;
}

const SUBJECT = { actors: 'speakers', targets: 'targets' } as const;

/** `demarche actors check` or `demarche targets check`: mentions without an id by frequency. */
export function checkNamesCommand(what: 'actors' | 'targets'): CommandModule<object, CheckArguments> {
  return {
    command: 'check [folder]',
    describe: `List ${SUBJECT[what]} that stayed without an id, by frequency, and what to add to which lexicon`,
    builder: (yargs) => checkOptions(yargs, what),
    handler: (args) => run(what, args),
  };
}

function checkOptions(yargs: Argv, what: string): Argv<CheckArguments> {
  return yargs
    .positional('folder', {
      type: 'string',
      describe: 'A convert output, a dataset or a statements file; default: the dataset around the working folder',
    })
    .option('project', { type: 'string', describe: 'Dataset folder (or a folder below it) to check' })
    .option('lexicons', {
      type: 'string',
      describe: "Folder of lexicons; default: the dataset's, else the shipped ones",
    })
    .option('top', { type: 'number', default: 25, describe: 'Most mentions that are listed; 0 for all' })
    .option('min-count', { type: 'number', default: 1, describe: 'Fewest statements of a mention that is listed' })
    .option('documents', { type: 'boolean', default: false, describe: 'Name the documents of each mention' })
    .option('format', {
      choices: ['text', 'json', 'csv'] as const,
      default: 'text' as const,
      describe: 'Form of the result',
    })
    .option('out', { type: 'string', describe: 'File to write instead of standard output' })
    .example(`$0 ${what} check scratch/out`, 'the output of a conversion')
    .example(`$0 ${what} check --project data/sample --min-count 3`, 'what a dataset has three times or more')
    .example(`$0 ${what} check --top 0 --format csv --out open.csv`, 'all of them, to be worked through') as never;
}

async function run(what: 'actors' | 'targets', args: CheckArguments): Promise<void> {
  const { folder, project, lexicons: named, format, out, quiet = false } = args;
  if (folder !== undefined && project !== undefined) throw new UsageError('name a folder or --project, not both');
  if (named !== undefined && !existsSync(named)) throw new UsageError(`--lexicons ${named}: there is no such folder`);
  const top = wholeNumber('top', args.top, 0);
  const minCount = wholeNumber('min-count', args['min-count'], 0);
  const { findDataset, openDataset } = await import('../files/dataset.js');
  const { loadLexicons } = await import('../files/lexicons.js');
  const { statementRows, statementsFile } = await import('../files/statement-rows.js');
  const { checkActors, checkTargets, CHECKED_COLUMNS } = await import('../flows/check-names.js');
  const path = statementsFile(folder ?? openDataset(project ?? '.').root);
  const root = findDataset(dirname(resolve(path)));
  const { lexicons } = loadLexicons(named ?? (root === null ? undefined : openDataset(root).lexicons));
  const findings: Finding[] = [];
  const progress = new Progress('statements', { quiet });
  const check = what === 'actors' ? checkActors : checkTargets;
  const report = check(watched(statementRows(path, CHECKED_COLUMNS[what], findings), progress), {
    lexicons,
    path: relative(process.cwd(), path).split(sep).join('/'),
    top,
    minCount,
    documents: args.documents,
    findings,
  });
  progress.end();
  const { nameCheckCsv, nameCheckText } = await import('../reports/name-check-text.js');
  const text = {
    text: () => nameCheckText(report),
    csv: () => nameCheckCsv(report),
    json: () => `${JSON.stringify(report, null, 2)}\n`,
  }[format]();
  endCommand({ findings, format, out, quiet, text });
}

function* watched<T>(rows: Iterable<T>, progress: Progress): Generator<T, void, undefined> {
  let n = 0;
  for (const row of rows) {
    progress.at(++n);
    yield row;
  }
}
