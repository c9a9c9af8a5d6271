import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CommandModule } from 'yargs';
import { openDataset } from '../../files/dataset.js';
import { readEarlierRelease } from '../../files/earlier-release.js';
import { recordedUnicode } from '../../files/recorded-unicode.js';
import { readReleaseDataset, readSchemaFiles } from '../../files/release-dataset.js';
import { holdsSameFiles, isFilled, sha256File, tidyBeside, writeFolderWhole } from '../../files/release-folder.js';
import { checkSameRows, type RowsFile } from '../../files/same-rows.js';
import { textFileName } from '../../files/text-files.js';
import { UsageError } from '../../model/errors.js';
import type { Finding } from '../../model/generated.js';
import type { ReleaseFile } from '../../releases/release.js';
import { checkUnicodeVersion } from '../../releases/unicode-version.js';
import { parseVersion } from '../../releases/version.js';
import { exitCodes } from '../exit-codes.js';
import { countFindings, findingsText } from '../print-findings.js';
import { Progress } from '../progress.js';
import { releaseSummaryText } from '../release-summary.js';

interface ReleaseArguments {
  readonly version: string;
  readonly project: string;
  readonly date: string | undefined;
  readonly out: string | undefined;
  readonly 'include-related': boolean;
  readonly spreadsheet: boolean;
  readonly force: boolean;
  readonly quiet?: boolean;
}

/** `demarche release`: a dataset as a folder to publish, with labels resolved and every file checksummed. */
export const releaseCommand: CommandModule<object, ReleaseArguments> = {
  command: 'release',
  describe: 'Resolve the labels into the table and write the folder to publish: tables, texts, codebook, checksums',
  builder: (yargs) =>
    yargs
      .version(false)
      .option('version', { type: 'string', demandOption: true, describe: 'Version of the release, X.Y.Z' })
      .option('project', { type: 'string', default: '.', describe: 'Folder in or below a dataset' })
      .option('date', {
        type: 'string',
        describe: 'Date of the release, YYYY-MM-DD (default: the newest in the dataset)',
      })
      .option('out', { type: 'string', describe: 'Folder to write (default: releases/<version> of the dataset)' })
      .option('include-related', { type: 'boolean', default: false, describe: 'Keep teasers of other articles' })
      .option('spreadsheet', { type: 'boolean', default: false, describe: 'Add copies of the tables for spreadsheets' })
      .option('force', { type: 'boolean', default: false, describe: 'Replace a release that has other content' })
      .example('$0 release --version 1.0.0', 'release the dataset that you stand in')
      .example('$0 release --version 1.1.0 --project data/sample --date 2031-05-02', 'another folder, a given date'),
  handler: async (args) => {
    checkArguments(args);
    const opened = openDataset(args.project);
    const read = readReleaseDataset(opened);
    const faults = read.findings.filter((found) => found.severity === 'error');
    if (faults.length) return refuse(faults);
    const { release } = await import('../../flows/release.js');
    const earlier = readEarlierRelease(opened.root, args.version);
    const unicode = process.versions['unicode'] ?? 'unknown';
    const otherUnicode = checkUnicodeVersion(unicode, recordedUnicode(opened.root, earlier));
    const { files, findings, summary } = release(read.dataset, {
      version: args.version,
      date: args.date ?? null,
      includeRelated: args['include-related'],
      spreadsheet: args.spreadsheet,
      earlier,
      schemaFiles: readSchemaFiles(),
      textFileName,
      placeOf: read.placeOf,
      unicode,
    });
    if (!summary) return refuse(findings);
    if (!args.quiet) process.stderr.write(findingsText([...read.findings, ...otherUnicode, ...findings]));

    const out = args.out ?? join(opened.root, 'releases', args.version);
    const { count, manifest, unchanged } = await write(out, files, args);
    const shown = relative(process.cwd(), out) || '.';
    process.stdout.write(releaseSummaryText(summary, { files: count, manifest, where: shown, unchanged }));
  },
};

function checkArguments({ version, date }: ReleaseArguments): void {
  if (!parseVersion(version)) throw new UsageError(`--version "${version}" is no version such as 1.0.0`);
  if (date === undefined) return;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  // A day that the calendar does not have (30 February) moves to another one, or is none at all.
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date) {
    throw new UsageError(`--date "${date}" is no date such as 2031-05-02`);
  }
}

function refuse(findings: readonly Finding[]): void {
  const { error } = countFindings(findings);
  process.stderr.write(findingsText(findings));
  process.stderr.write(`demarche: nothing was released: ${error} ${error === 1 ? 'error' : 'errors'} in the dataset\n`);
  process.exitCode = exitCodes.dataErrors;
}

interface Written {
  readonly count: number;
  readonly manifest: string;
  readonly unchanged: boolean;
}

/** Writes the folder, or finds that it holds the same bytes already; never replaces anything else without --force. */
async function write(out: string, files: Iterable<ReleaseFile>, { force, quiet }: ReleaseArguments): Promise<Written> {
  const progress = new Progress('files written', { quiet: quiet === true });
  let count = 0;
  const manifest = (): string => sha256File(join(out, 'SHA256SUMS'));
  const onFile = (): void => {
    progress.at(++count);
  };
  tidyBeside(out);
  if (isFilled(out)) {
    if (holdsSameFiles(out, watched(files, onFile))) return { count, manifest: manifest(), unchanged: true };
    if (!force)
      throw new UsageError(`${out} holds other content; give the release a new version, or --force to replace it`);
    if (!existsSync(join(out, 'SHA256SUMS')))
      throw new UsageError(`${out} is no release; --force replaces releases only`);
    count = 0;
  }
  const same: RowsFile[] = [];
  const marked = watched(files, ({ path, statements }) => {
    if (statements) same.push({ path, columns: statements });
  });
  await writeFolderWhole(out, marked, { onFile, replace: force, check: (folder) => checkSameRows(folder, same) });
  progress.end();
  return { count, manifest: manifest(), unchanged: false };
}

function* watched<T>(items: Iterable<T>, onItem: (item: T) => void): Iterable<T> {
  for (const item of items) {
    onItem(item);
    yield item;
  }
}
