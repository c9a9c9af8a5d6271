import type { CommandModule } from 'yargs';
import { UsageError } from '../../model/errors.js';
import { endCommand } from '../end-command.js';
import { listOf } from '../option-values.js';

interface DiffArguments {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly project: string | undefined;
  readonly reworded: string | string[] | undefined;
  readonly format: 'text' | 'json' | 'csv';
  readonly out: string | undefined;
  readonly quiet?: boolean | undefined;
}

interface PageArguments {
  readonly codebook: string | undefined;
  readonly out: string | undefined;
  readonly quiet?: boolean | undefined;
}

const diff: CommandModule<object, DiffArguments> = {
  command: 'diff [before] [after]',
  describe: 'Compare two codebooks: what has changed, which labels are stale, how far the version must move',
  builder: (yargs) =>
    yargs
      .positional('before', {
        type: 'string',
        describe: 'Codebook, dataset or release; default: the codebook that the labels were given under',
      })
      .positional('after', { type: 'string', describe: 'Codebook, dataset or release; default: that of the dataset' })
      .option('project', { type: 'string', describe: 'Dataset whose labels are looked at' })
      .option('reworded', {
        type: 'string',
        describe: 'Parts whose new words mean the same, such as stance:favor,rule:concern',
      })
      .option('format', {
        choices: ['text', 'json', 'csv'] as const,
        default: 'text' as const,
        describe: 'Form of the result; csv is the work list of stale labels',
      })
      .option('out', { type: 'string', describe: 'File to write instead of standard output' })
      .example('$0 codebook diff', 'the codebook of the dataset that you stand in, against the one of its labels')
      .example('$0 codebook diff releases/1.0.0', 'against the codebook of a release')
      .example('$0 codebook diff old.json new.json --project data/sample', 'two files, and what they do to labels')
      .example('$0 codebook diff old.json --format csv --out stale.csv', 'the work list') as never,
  handler: async ({ before, after, project, reworded, format, out, quiet }) => {
    const { readDiffInput } = await import('../codebook-diff-door.js');
    const { codebookDiff } = await import('../../flows/codebook-diff.js');
    const { codebookDiffCsv, codebookDiffText } = await import('../../reports/codebook-diff-text.js');
    const input = readDiffInput({ before, after, project });
    if (format === 'csv' && !input.options.labels)
      throw new UsageError('--format csv lists stale labels; name their dataset with --project DIR');
    if (!input.before || !input.after) {
      const text = format === 'json' ? `${JSON.stringify({ findings: input.findings }, null, 2)}\n` : '';
      return endCommand({ findings: input.findings, format, out, quiet, text, unmet: true });
    }
    const found = codebookDiff(input.before, input.after, { ...input.options, reworded: listOf(reworded) ?? [] });
    const report = { ...found, findings: [...input.findings, ...found.findings] };
    const text = {
      text: () => codebookDiffText(report),
      csv: () => codebookDiffCsv(report),
      json: () => `${JSON.stringify(report, null, 2)}\n`,
    }[format]();
    endCommand({
      findings: report.findings,
      format,
      out,
      quiet,
      text,
      unmet: (report.labels?.stale.length ?? 0) > 0,
    });
  },
};

const page: CommandModule<object, PageArguments> = {
  command: 'page [codebook]',
  describe: 'A codebook as a page to read (Markdown)',
  builder: (yargs) =>
    yargs
      .positional('codebook', { type: 'string', describe: 'Codebook, dataset or release; default: the dataset here' })
      .option('out', { type: 'string', describe: 'File to write instead of standard output' })
      .example('$0 codebook page --out CODEBOOK.md', 'the page of the dataset that you stand in') as never,
  handler: async ({ codebook, out, quiet }) => {
    const { readCodebookFile } = await import('../../files/codebook-file.js');
    const { openHead } = await import('../../files/dataset.js');
    const { checkedCodebook } = await import('../../flows/check-codebook.js');
    const { codebookPage } = await import('../../releases/codebook-page.js');
    const file = readCodebookFile(codebook ?? openHead('.').codebookPath);
    const checked = checkedCodebook(file.shown, file.bytes);
    const text = checked.codebook ? codebookPage(checked.codebook) : '';
    // A page that was sound is not replaced by an empty one.
    endCommand({
      findings: checked.findings,
      format: 'markdown',
      out: checked.codebook ? out : undefined,
      quiet,
      text,
    });
  },
};

/** `demarche codebook`: the codebook as it changes, and as a page. */
export const codebookCommand: CommandModule = {
  command: 'codebook',
  describe: 'Compare codebooks (which labels are stale, which version is due); the codebook as a page',
  builder: (yargs) =>
    yargs.command(diff).command(page).demandCommand(1, 'name an action: codebook diff, codebook page'),
  handler: () => undefined,
};
