import { existsSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { CommandModule } from 'yargs';
import { UsageError } from '../../model/errors.js';
import { foldedText } from '../../reports/findings/folded-text.js';
import { problemsOf } from '../../reports/findings/finding-report.js';
import { plural } from '../../reports/findings/plural.js';
import { unknownName } from '../../text/unknown-name.js';
import { exitCodes, worst } from '../exit-codes.js';
import { wholeNumber } from '../option-values.js';
import { Progress } from '../progress.js';

/** Arguments of `demarche convert`. */
export interface ConvertArguments {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly previous?: string;
  readonly lexicons?: string;
  readonly codebook?: string;
  readonly labeler: string;
  readonly questions: boolean;
  readonly shard?: string;
  readonly jobs: number;
  readonly quiet?: boolean;
}

/** `demarche convert`: documents to a table of statements. */
export const convertCommand: CommandModule<object, ConvertArguments> = {
  command: 'convert <inputs...>',
  describe: 'Turn documents into a table of statements: who said what about whom, with what stance',
  builder: (yargs) =>
    yargs
      .positional('inputs', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'Files (.txt, .html, .md), folders, documents.jsonl, or - for JSON Lines on standard input',
      })
      .option('out', {
        type: 'string',
        demandOption: true,
        // Without it the parser takes "-" for an option and leaves an empty path, which is the working folder.
        nargs: 1,
        describe: 'Folder to write, or - for statements as JSON Lines on standard output',
      })
      .option('previous', {
        type: 'string',
        describe: 'Earlier output, dataset or stand-off dataset whose statement ids are kept',
      })
      .option('lexicons', {
        type: 'string',
        describe: 'Folder of lexicons; files that it lacks are taken from the shipped ones',
      })
      .option('codebook', { type: 'string', describe: 'codebook.json to record in run.json' })
      .option('labeler', { type: 'string', default: 'lexicon', describe: 'Program that gives the stance' })
      .option('questions', {
        type: 'boolean',
        default: false,
        describe: "Make statements of journalists' questions too",
      })
      .option('shard', { type: 'string', describe: 'Only part i of n (i/n, from 1), by document id' })
      .option('jobs', {
        type: 'number',
        default: 1,
        describe: 'Threads that convert; the output has the same bytes for any number',
      })
      .example('$0 convert seeds/documents --out scratch/out', 'Convert a folder of documents')
      .example('$0 convert speech.txt --out scratch/out --previous scratch/before', 'Convert again and keep the ids')
      .example('$0 convert corpus.jsonl --out scratch/out --jobs 4', 'A large corpus on four cores')
      .example('cat documents.jsonl | $0 convert - --out -', 'As part of a pipe') as never,
  handler: async (args) => {
    process.exitCode = await run(args);
  },
};

/** An output inside an input would be read as documents the next time. */
function refuseNesting(inputs: readonly string[], out: string): void {
  if (out === '-') return;
  const target = resolve(out);
  for (const input of inputs) {
    const folder = resolve(input);
    if (
      input !== '-' &&
      existsSync(folder) &&
      statSync(folder).isDirectory() &&
      `${target}${sep}`.startsWith(`${folder}${sep}`)
    ) {
      throw new UsageError(
        `--out ${out} lies in the input ${input}; name a folder outside it, or the output is read again next time`,
      );
    }
  }
}

async function run(args: ConvertArguments): Promise<number> {
  refuseNesting(args.inputs, args.out);
  if (args.lexicons !== undefined && !existsSync(args.lexicons))
    throw new UsageError(`--lexicons ${args.lexicons}: there is no such folder`);
  const jobs = wholeNumber('jobs', args.jobs, 1);
  if (args.out === '') throw new UsageError('--out needs a folder, or - for standard output');
  const [{ convertFiles }, { loadCodebook }, { loadLexicons }, { loadPrevious }, { ConversionOutput }] =
    await Promise.all([
      import('../convert-files.js'),
      import('../../files/dataset.js'),
      import('../../files/lexicons.js'),
      import('../../files/previous.js'),
      import('../../files/conversion-output.js'),
    ]);
  const { labelers } = await import('../../extract/labelers/index.js');
  const names = labelers.map(({ name }) => name);
  if (!names.includes(args.labeler)) throw new UsageError(unknownName('unknown labeler', args.labeler, names));
  const loaded = loadLexicons(args.lexicons);
  const previous = args.previous === undefined ? null : loadPrevious(args.previous);
  const output = args.out === '-' ? null : new ConversionOutput(args.out);
  const progress = new Progress('documents', { quiet: args.quiet ?? false });
  try {
    const done = await convertFiles({
      inputs: args.inputs,
      loaded,
      previous,
      output,
      codebook: loadCodebook(args.codebook),
      labeler: args.labeler,
      questions: args.questions,
      shard: shardOf(args.shard),
      jobs,
      ...(args.lexicons === undefined ? {} : { lexicons: args.lexicons }),
      onDocument: (n, all) => progress.at(n, all),
    });
    progress.end();
    const { counts } = done.report;
    if (args.quiet !== true)
      for (const line of foldedText(problemsOf(done.report), { most: 5 })) process.stderr.write(line);
    if (output && args.quiet !== true) {
      process.stdout.write(
        `${plural(done.run.documents, 'document')}, ${plural(done.run.statements, 'statement')}, ${plural(done.run.turns, 'turn')}, ${plural(counts.error, 'error')}, ${plural(counts.warning, 'warning')}: ${args.out}\n`,
      );
    }
    return worst([
      counts.error ? exitCodes.dataErrors : exitCodes.clean,
      done.unreadable ? exitCodes.unreadable : exitCodes.clean,
    ]);
  } catch (error) {
    progress.end();
    output?.discard();
    throw error;
  }
}

function shardOf(text: string | undefined): { index: number; count: number } | null {
  if (text === undefined) return null;
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || index < 1 || index > count)
    throw new UsageError(`--shard "${text}" must be i/n with i from 1 to n, such as 2/8`);
  return { index, count };
}
