import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { CommandModule } from 'yargs';
import type { DatasetHead } from '../../files/dataset.js';
import { readJsonObject, reasonOf } from '../../files/read.js';
import { holdsSameFiles, isFilled, writeFolderWhole, type FolderFile } from '../../files/release-folder.js';
import { openStandoff } from '../../files/standoff-folder.js';
import { UsageError } from '../../model/errors.js';
import type { HydrateReport } from '../../reports/hydrate-report.js';
import { hydrateText } from '../../reports/hydrate-text.js';
import { endCommand } from '../end-command.js';
import type { HydratedDataset } from '../hydrate-files.js';
import { countFindings } from '../print-findings.js';
import { Progress } from '../progress.js';

interface HydrateArguments {
  readonly standoff: string;
  readonly documents: string;
  readonly out: string | undefined;
  readonly relocate: boolean;
  readonly force: boolean;
  readonly format: string;
  readonly quiet?: boolean;
}

/** `demarche hydrate`: the words of a stand-off dataset, from the user's own copies of its documents. */
export const hydrateCommand: CommandModule<object, HydrateArguments> = {
  command: 'hydrate <standoff>',
  describe: 'Put the words back into a stand-off dataset from your own copies of its documents, and verify each',
  builder: (yargs) =>
    yargs
      .positional('standoff', {
        type: 'string',
        demandOption: true,
        describe: 'Stand-off dataset, or a release folder that has one in standoff/',
      })
      .option('documents', {
        type: 'string',
        demandOption: true,
        describe: 'Your copies: documents in any form that convert reads, or a dataset or convert output with texts/',
      })
      .option('out', {
        type: 'string',
        describe: 'Folder to write the dataset with its words to (default: only verify)',
      })
      .option('relocate', {
        type: 'boolean',
        default: false,
        describe: 'Seek the statements in copies that have changed around them, and take those that are found',
      })
      .option('force', { type: 'boolean', default: false, describe: 'Replace an earlier hydration in --out' })
      .option('format', { choices: ['text', 'json'], default: 'text', describe: 'How the result is printed' })
      .example('$0 hydrate standoff --documents copies', 'Which of your copies are the annotated texts?')
      .example('$0 hydrate standoff --documents copies --out hydrated', 'Write the dataset with its words')
      .example('$0 hydrate releases/1.0.0 --documents pages --out hydrated --relocate', 'From pages that have changed'),
  handler: async (args) => {
    const head = openStandoff(args.standoff);
    checkArguments(args, head);
    const { hydrateFiles } = await import('../hydrate-files.js');
    const quiet = args.quiet === true;
    const progress = new Progress('documents', { quiet });
    const reading = new Progress('copies read', { quiet });
    const named = relative(resolve(args.standoff), head.root);
    const options = {
      head,
      shown: (file: string) => join(args.standoff, named, file),
      documents: args.documents,
      relocate: args.relocate,
      keep: args.out !== undefined,
      onDocument: (done: number, all: number, id: string) => progress.at(done, all, id),
      onRead: (done: number, all: number) => reading.at(done, all),
    };
    await hydrateFiles(options, async (dataset) => {
      progress.end();
      await finish(args, head, dataset);
    });
  },
};

async function finish(args: HydrateArguments, head: DatasetHead, dataset: HydratedDataset): Promise<void> {
  const { out, format, quiet = false } = args;
  const { documents, total, findings, hydrated, refused, unreadable } = dataset;
  if (refused) {
    const { error } = countFindings(findings);
    const aside = `demarche: nothing was hydrated: ${error} ${error === 1 ? 'error' : 'errors'} in the stand-off dataset; demarche validate ${args.standoff} says more\n`;
    endCommand({ findings, format, out: undefined, quiet, text: '', aside, unreadable });
    return;
  }
  const leftOut = new Map<string, number>();
  const isWritten = out !== undefined && hydrated.documents > 0;
  const unchanged = isWritten && !(await write(out, () => dataset.files(leftOut), args));
  const report: HydrateReport = {
    standoff: args.standoff,
    copies: args.documents,
    relocate: args.relocate,
    out: isWritten ? out : null,
    unchanged,
    hydrated: hydrated.statements,
    total,
    documents,
    left_out: Object.fromEntries(leftOut),
    findings,
  };
  const text = format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : hydrateText(report);
  endCommand({ findings, format, out: undefined, quiet, text, unreadable });
}

function checkArguments({ documents, out, force }: HydrateArguments, head: DatasetHead): void {
  if (!existsSync(documents)) throw new UsageError(`--documents ${documents}: there is no such file or folder`);
  if (out === undefined) return;
  if (out === '') throw new UsageError('--out needs a folder');
  const target = `${resolve(out)}${sep}`;
  for (const [name, path] of [
    ['the stand-off dataset', head.root],
    ['--documents', resolve(documents)],
  ] as const) {
    // A folder is written whole: what lies in it would go.
    if (`${path}${sep}`.startsWith(target)) throw new UsageError(`--out ${out} holds ${name}; name another folder`);
    if (target.startsWith(`${path}${sep}`))
      throw new UsageError(`--out ${out} lies in ${name}; name a folder outside of it`);
  }
  if (isFilled(out) && !isHydration(out, head)) {
    const hint = force ? '; --force replaces hydrations of this dataset only' : '';
    throw new UsageError(`${out} holds something else than a hydration of this dataset${hint}; name another folder`);
  }
  checkWritable(out);
}

/** A place that can't be written is told before an hour's work, not after it. */
function checkWritable(out: string): void {
  let folder = resolve(out);
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    if (!statSync(folder).isDirectory()) throw new UsageError(`${out} can't be written: ${folder} is a file`);
    accessSync(folder === resolve(out) ? dirname(folder) : folder, constants.W_OK);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${out} can't be written: ${reasonOf(error)}`);
  }
}

/** Whether a folder holds an earlier hydration of the dataset: its head is the same. */
function isHydration(out: string, { project }: DatasetHead): boolean {
  const path = join(out, 'demarche.json');
  if (!existsSync(path)) return false;
  const { title, standoff } = readJsonObject(path);
  return title === project.title && standoff !== true;
}

/** Writes the folder; false when it holds the same bytes already. Other bytes are replaced only with --force. */
async function write(
  out: string,
  files: () => Iterable<FolderFile>,
  { force, quiet }: HydrateArguments,
): Promise<boolean> {
  if (isFilled(out)) {
    if (holdsSameFiles(out, files())) return false;
    if (!force) throw new UsageError(`${out} holds an earlier hydration with other content; --force replaces it`);
  }
  const progress = new Progress('files written', { quiet: quiet === true });
  let count = 0;
  await writeFolderWhole(out, files(), { onFile: () => progress.at(++count) });
  progress.end();
  return true;
}
