import type { CommandModule } from 'yargs';
import type { VersionStep } from '../../reports/codebook-diff-report.js';
import { wholeNumberOrAll } from '../option-values.js';

interface DiffArguments {
  readonly before: string;
  readonly after: string;
  readonly rows: string;
  readonly format: 'text' | 'markdown' | 'json' | 'jsonl' | 'csv';
  readonly out: string | undefined;
  readonly 'at-most': VersionStep | undefined;
  readonly quiet?: boolean | undefined;
}

/** `demarche diff`: two releases or datasets, row by row, and the version step that the changes ask for. */
export const diffCommand: CommandModule<object, DiffArguments> = {
  command: 'diff <before> <after>',
  describe: 'Compare two releases or datasets: rows and cells added, changed, withdrawn, and the version step',
  builder: (yargs) =>
    yargs
      .positional('before', {
        type: 'string',
        demandOption: true,
        describe: 'Folder of a release or dataset, or a version released by the dataset that you stand in',
      })
      .positional('after', { type: 'string', demandOption: true, describe: 'The later one' })
      .option('rows', {
        type: 'string',
        default: '5',
        describe: 'Changes of each table that are shown and named, or "all"',
      })
      .option('format', {
        choices: ['text', 'markdown', 'json', 'jsonl', 'csv'] as const,
        default: 'text' as const,
        describe: 'json is the report; jsonl (a delta) and csv (a changed cell a line) have every change',
      })
      .option('out', { type: 'string', describe: 'File to write instead of standard output' })
      .option('at-most', {
        choices: ['major', 'minor', 'patch'] as const,
        describe: 'Exit with 1 where the changes ask for a larger version step',
      })
      .example('$0 diff 1.0.0 1.1.0', 'two releases of the dataset that you stand in')
      .example('$0 diff main/data branch/data --format markdown', 'two states of a dataset, for a pull request')
      .example('$0 diff releases/1.0.0 releases/1.1.0 --format csv --out changes.csv', 'every changed cell')
      .example('$0 diff 1.0.0 next --at-most minor', 'fail where users would have to change something') as never,
  handler: async ({ before, after, rows, format, out, 'at-most': atMost, quiet = false }) => {
    const most = wholeNumberOrAll('rows', rows);
    const { printDiff } = await import('../print-diff.js');
    printDiff({ before, after, most, format, out, atMost, quiet });
  },
};
