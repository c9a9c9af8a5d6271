import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { CommandModule } from 'yargs';
import { openDataset } from '../../files/dataset.js';
import { temporaryBeside } from '../../files/besides.js';
import { diskStore } from '../../files/disk-store.js';
import { earlierRelease, readEarlierRelease } from '../../files/earlier-release.js';
import { withColumns } from '../../files/finding-columns.js';
import { packageVersion } from '../../files/package-root.js';
import { knownReleases } from '../../files/known-releases.js';
import { readText } from '../../files/read.js';
import { readReleaseDataset, readSchemaFiles } from '../../files/release-dataset.js';
import { recordedUnicode } from '../../files/recorded-unicode.js';
import { tidyBeside } from '../../files/release-folder.js';
import { textFileName } from '../../files/text-files.js';
import { UsageError } from '../../model/errors.js';
import { checkUnicodeVersion } from '../../releases/unicode-version.js';
import { parseVersion } from '../../releases/version.js';
import { withFileNames, type FindingReport } from '../../reports/findings/finding-report.js';
import { foldedText } from '../../reports/findings/folded-text.js';
import { tallyFindings } from '../../reports/findings/tally.js';
import { exitCodes } from '../exit-codes.js';
import { refusalText } from '../release-refusal.js';
import { releaseSummaryText } from '../release-summary.js';
import { releasedValidation, validateDataset } from '../release-validation.js';
import { writeRelease } from '../write-release.js';

interface ReleaseArguments {
  readonly version: string;
  readonly previous: string | undefined;
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
      .option('previous', {
        type: 'string',
        describe: 'Folder of the release before (default: the newest lower one in releases/ of the dataset)',
      })
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
    const { root } = opened;
    const quiet = args.quiet === true;
    const say = (report: FindingReport): void => {
      const placed = { ...report, findings: withColumns(report.findings, root) };
      for (const part of foldedText(withFileNames(placed, (file) => shownPath(root, file)))) process.stderr.write(part);
    };
    const validation = await validateDataset(root, { quiet });
    if (validation.report.blocking) {
      say(validation.report);
      refuse(validation.report, args.version, validation.unreadable);
      return;
    }
    const out = args.out ?? join(root, 'releases', args.version);
    const earlier =
      args.previous === undefined ? readEarlierRelease(root, args.version) : earlierRelease(args.previous, { root });
    const { release } = await import('../../flows/release.js');
    const sheet = join(root, 'datasheet.md');
    const unicode = process.versions['unicode'] ?? 'unknown';
    tidyBeside(out);
    const store = diskStore(temporaryBeside(resolve(out), 'rows'), { target: out });
    const tally = tallyFindings();
    for (const found of checkUnicodeVersion(unicode, recordedUnicode(root, earlier))) tally.add(found);
    try {
      const { files, summary } = release(readReleaseDataset(opened), {
        version: args.version,
        date: args.date ?? null,
        includeRelated: args['include-related'],
        spreadsheet: args.spreadsheet,
        earlier,
        known: knownReleases(root, args.version, earlier),
        force: args.force,
        previousOption:
          args.previous === undefined ? null : relative(root, resolve(args.previous)).split(sep).join('/'),
        unicode,
        schemaFiles: readSchemaFiles(),
        textFileName,
        projectText: readText(join(root, 'demarche.json')),
        datasheetText: existsSync(sheet) ? readText(sheet) : null,
        validation: releasedValidation(validation),
        tool: `demarche ${packageVersion()}`,
        store,
        say: (found) => tally.add(found),
      });
      const report = tally.result();
      if (!quiet || report.blocking) say(report);
      if (!summary) {
        refuse(report, args.version, false);
        return;
      }
      const written = await writeRelease(out, files, {
        force: args.force,
        quiet,
        released: join(root, 'releases', args.version),
      });
      const where = relative(process.cwd(), out) || '.';
      process.stdout.write(releaseSummaryText(summary, { ...written, where }));
    } finally {
      store.remove();
    }
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

/** A file of the dataset as seen from where the user stands. */
function shownPath(root: string, file: string): string {
  return relative(process.cwd(), resolve(root, file)).split(sep).join('/');
}

function refuse(report: FindingReport, version: string, unreadable: boolean): void {
  process.stderr.write(`demarche: ${refusalText(report, version)}\n`);
  process.exitCode = unreadable ? exitCodes.unreadable : exitCodes.dataErrors;
}
