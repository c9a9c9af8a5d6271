import type { CommandModule } from 'yargs';
import { UsageError } from '../../model/errors.js';
import type { Finding } from '../../model/generated.js';
import { packageVersion } from '../../files/package-root.js';
import { sourceAt } from '../../files/source-at.js';
import { writeFileWhole } from '../../files/write.js';
import { findingFormats } from '../../reports/findings/index.js';
import { tallyFindings } from '../../reports/findings/tally.js';
import { exitCodes, worst } from '../exit-codes.js';
import { gateOptions, type GateArguments } from '../gate-options.js';
import { fromRepository } from '../from-repository.js';
import { Progress } from '../progress.js';
import { wholeNumberOrAll } from '../option-values.js';

interface ValidateArguments extends GateArguments {
  readonly path: string[] | undefined;
  readonly project: string | undefined;
  readonly codebook: string | undefined;
  readonly lexicons: string | undefined;
  readonly format: string;
  readonly most: string;
  readonly out: string | undefined;
  readonly quiet: boolean | undefined;
  readonly fix: boolean | undefined;
  readonly 'dry-run': boolean | undefined;
}

/** `demarche validate`: everything that is wrong with a dataset, a conversion's output or single files. */
export const validateCommand: CommandModule<object, ValidateArguments> = {
  command: 'validate [path..]',
  describe: 'Check tables, label files, texts, codebook and lexicons; every finding with its place',
  builder: (yargs) =>
    gateOptions(yargs)
      .positional('path', {
        type: 'string',
        array: true,
        describe: 'Dataset folders, convert outputs or single files; default: the dataset around the working folder',
      })
      .option('project', {
        type: 'string',
        describe: 'Dataset folder (or a folder below it) to check or to look ids up in',
      })
      .option('codebook', { type: 'string', describe: 'Codebook to check against instead of the dataset’s own' })
      .option('lexicons', { type: 'string', describe: 'Folder of actors, targets, countries and word lists' })
      .option('format', {
        choices: findingFormats.map(({ name }) => name),
        default: 'text',
        describe: 'Form of the findings',
      })
      .option('most', {
        type: 'string',
        default: '1000',
        describe: 'Findings of a rule that are kept, a number or "all"; every one is counted',
      })
      .option('out', { type: 'string', describe: 'File to write to instead of standard output' })
      .option('quiet', { type: 'boolean', describe: 'No progress and no remarks on standard error' })
      .option('fix', {
        type: 'boolean',
        describe:
          'Repair CSV files where that can’t change their meaning (form, order and spelling of columns, safe suggestions), print each repair as a diff, then validate what is left',
      })
      .option('dry-run', {
        type: 'boolean',
        describe: 'With --fix: print the diffs, write nothing, and validate the files as they are',
      })
      .example('$0 validate', 'the dataset around the working folder')
      .example('$0 validate out/ --lexicons my/lexicons', 'the output of a conversion')
      .example('$0 validate labels/b1/ann-3.csv --format json', 'one label file, against its dataset')
      .example('$0 validate --fix --dry-run', 'what could be repaired, as a diff')
      .example('$0 validate --format github', 'annotations in a pull request')
      .example('$0 validate --format sarif --out findings.sarif', 'for GitHub code scanning'),
  handler: async (args) => {
    const { path = [], format, out, fix, 'dry-run': dryRun = false, quiet = false } = args;
    const { project = null, codebook = null, lexicons = null } = args;
    const options = { project, codebook, lexicons };
    const tally = tallyFindings({ most: wholeNumberOrAll('most', args.most) });
    if (dryRun && !fix) throw new UsageError('--dry-run shows what --fix would do; give both');
    if (fix && args.staged)
      throw new UsageError('--fix repairs files, not what git is about to commit: leave out --staged');
    const { gatherInput } = await import('../../files/validate-input.js');
    const { validateInto } = await import('../../flows/validate.js');
    const { openGate } = await import('../validate-gate.js');
    const gate = openGate({ paths: path, ...options }, args);
    const say = (text: string): void => void (quiet || process.stderr.write(text));
    const diffTo = format === 'text' || out !== undefined ? process.stdout : process.stderr;
    const gathered = fix
      ? (await import('../validate-fix.js')).fixAndGather(path, {
          ...options,
          dryRun,
          printDiff: (part) => diffTo.write(part),
          say: (line) => say(`${line}\n`),
        })
      : (gate.staged ?? gatherInput(path, options));
    gate.compare(gathered.inputs);
    const add = (found: Finding): void => tally.add(found, { known: gate.isKnown(found) });
    // Of findings that may be known each must be made: by its fingerprint it is told.
    const sink = { add, isFull: gate.asks ? () => false : tally.isFull, count: tally.count };
    const progress = new Progress('rows', { quiet });
    const seen = (row: number, file: string): void => progress.at(row, null, file);
    const validations = gathered.inputs.map((input) => validateInto(input, sink, { seen }));
    progress.end();
    // After validation: a text that can't be read is found only then.
    for (const found of gathered.findings) add(found);
    const files = validations.flatMap((one) => one.files);
    const report = tally.result();
    const ended = await gate.end(files.map((file) => file.path));
    say(ended.said);
    const { print } = findingFormats.find(({ name }) => name === format)!;
    const printed = { files, report, version: packageVersion(), sourceAt };
    // GitHub takes paths from the top of the repository.
    const parts = print(format === 'github' || format === 'sarif' ? fromRepository(printed, process.cwd()) : printed);
    if (out === undefined) for (const part of parts) process.stdout.write(part);
    else writeFileWhole(out, parts);
    const unreadable =
      validations.some((one) => one.unreadable.length > 0) ||
      report.rules.some(({ rule }) => rule === 'file/unreadable');
    process.exitCode = worst([
      unreadable ? exitCodes.unreadable : exitCodes.clean,
      report.blocking || ended.fails ? exitCodes.dataErrors : exitCodes.clean,
    ]);
  },
};
