import type { CommandModule } from 'yargs';
import { countFindings } from '../print-findings.js';
import { exitCodes, worst } from '../exit-codes.js';
import { gateOptions, type GateArguments } from '../gate-options.js';
import { validationFormats, type ValidationFormat } from './validate-formats.js';

interface ValidateArguments extends GateArguments {
  readonly path: string[] | undefined;
  readonly project: string | undefined;
  readonly codebook: string | undefined;
  readonly lexicons: string | undefined;
  readonly format: ValidationFormat;
  readonly out: string | undefined;
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
        choices: Object.keys(validationFormats) as ValidationFormat[],
        default: 'text' as const,
        describe: 'Form of the findings',
      })
      .option('out', { type: 'string', describe: 'File to write to instead of standard output' })
      .example('$0 validate', 'the dataset around the working folder')
      .example('$0 validate out/ --lexicons my/lexicons', 'the output of a conversion')
      .example('$0 validate labels/b1/ann-3.csv --format json', 'one label file, against its dataset')
      .example('$0 validate --format github', 'annotations in a pull request'),
  handler: async (args) => {
    const { path = [], project, codebook, lexicons, format, out } = args;
    const { gatherInput } = await import('../../files/validate-input.js');
    const { validate } = await import('../../flows/validate.js');
    const { byPlace } = await import('../../model/findings.js');
    const options = { project: project ?? null, codebook: codebook ?? null, lexicons: lexicons ?? null };
    const { openGate } = await import('../validate-gate.js');
    const gate = openGate({ paths: path, ...options }, args);
    const gathered = gate.staged ?? gatherInput(path, options);
    gate.compare(gathered.inputs);
    const validations = gathered.inputs.map((input) => validate(input));
    const found = [...validations.flatMap((one) => one.findings), ...gathered.findings].sort(byPlace);
    const findings = found.filter((one) => !gate.isKnown(one));
    const files = validations.flatMap((one) => one.files);
    const ended = await gate.end(files.map((file) => file.path));
    process.stderr.write(ended.said);
    const parts = validationFormats[format]({ files, findings });
    if (out === undefined) for (const part of parts) process.stdout.write(part);
    else (await import('../../files/write.js')).writeFileWhole(out, parts);
    const unreadable =
      validations.some((one) => one.unreadable.length > 0) ||
      findings.some((found) => found.rule === 'file/unreadable');
    process.exitCode = worst([
      unreadable ? exitCodes.unreadable : exitCodes.clean,
      countFindings(findings).error || ended.fails ? exitCodes.dataErrors : exitCodes.clean,
    ]);
  },
};
