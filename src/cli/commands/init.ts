import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandModule } from 'yargs';
import { UsageError } from '../../model/errors.js';
import type { Codebook } from '../../model/generated.js';
import { exitCodes } from '../exit-codes.js';
import { chosenHead, notEmpty, type InitArguments } from '../init-options.js';
import { initSummary } from '../init-summary.js';
import { repeated } from '../option-values.js';
import { countFindings, findingsText } from '../print-findings.js';

/** What the sample would bring: with any of these in a folder it would stand among somebody's own. */
const IN_USE = [
  ...['demarche.json', 'documents', 'documents.csv', 'statements.csv', 'turns.csv', 'texts', 'lexicons', 'labels'],
  ...['annotators.csv', 'batches.csv', 'adjudication.csv', 'tombstones.csv'],
];

/** Files around a dataset: all that a folder with a demarche.json, which says where the others lie, can lack. */
const AROUND = /^(?:\.|README\.md$|CODEBOOK\.md$|package\.json$)/;

/** `demarche init`: the folder of a new dataset, valid from its first minute. */
export const initCommand: CommandModule<object, InitArguments> = {
  command: 'init <dir>',
  describe: 'Begin a dataset: head, codebook, lexicons, a converted and labelled sample document, workflow and hook',
  builder: (yargs) =>
    yargs
      .positional('dir', { type: 'string', demandOption: true, describe: 'Folder to make; empty or not there yet' })
      .option('title', { type: 'string', describe: 'Title of the dataset (default: the name of the folder)' })
      .option('author', { type: 'string', describe: 'An author, perhaps with "(ORCID)"; may be given several times' })
      .option('license', { type: 'string', default: 'CC-BY-4.0', describe: 'License of the data' })
      .option('language', { type: 'string', default: 'en', describe: 'Language of the documents, such as en or en-GB' })
      .option('codebook', { type: 'string', describe: 'Codebook to begin with instead of the shipped one' })
      .option('field', {
        type: 'string',
        describe: 'Own category field, x_name=category,category; may be given several times',
      })
      .option('lexicons', {
        choices: ['own', 'shipped'] as const,
        default: 'own' as const,
        describe: 'Actors, offices, targets and states: only those of the sample, or a copy of the shipped ones too',
      })
      .option('tool', {
        type: 'string',
        describe: 'Write a package.json that asks npm for this demarche: a version, a git address, file:FOLDER',
      })
      .option('sample', { type: 'boolean', default: true, describe: 'With the sample document; --no-sample for none' })
      .option('merge', {
        type: 'boolean',
        default: false,
        describe: 'Add what a folder in use lacks; no file that is there is changed',
      })
      .example('$0 init my-dataset', 'a project with a small sample, ready to be validated and released')
      .example('$0 init frames --field x_frame=security,economy,rights --author "Ana Kern"', 'with a field of your own')
      .example('$0 init lab --codebook lab/codebook.json --lexicons shipped', 'with the codebook of your lab')
      .example('$0 init . --merge --no-sample', 'what the folder that you stand in still lacks') as never,
  handler: async (args) => {
    process.exitCode = await run(args);
  },
};

async function run(args: InitArguments): Promise<number> {
  const { dir, merge, quiet = false } = args;
  const { namesIn, writeMissing } = await import('../../files/new-project.js');
  const there = namesIn(dir);
  if (there.length && !merge) throw new UsageError(notEmpty(dir, there));
  const inUse = IN_USE.some((name) => there.includes(name));
  const given = repeated(args.codebook);
  const isDataset = there.includes('demarche.json');
  const hasCodebook = isDataset || there.includes('codebook.json');
  if (hasCodebook && (given.length || repeated(args.field).length))
    throw new UsageError(`${dir} has a codebook already; --codebook and --field are for a new one: edit it there`);
  const { language, ...chosen } = chosenHead(args);

  const [{ readCodebookFile }, { shippedCodebook, shippedLexicons }, { checkedCodebook }, { ownFields }] =
    await Promise.all([
      import('../../files/codebook-file.js'),
      import('../../files/package-root.js'),
      import('../../flows/check-codebook.js'),
      import('../../flows/init-fields.js'),
    ]);
  const file = readCodebookFile(hasCodebook ? dir : (given[0] ?? shippedCodebook()));
  const checked = checkedCodebook(file.shown, file.bytes);
  const fields = ownFields(repeated(args.field), checked.codebook?.fields.map(({ field }) => field) ?? []);
  if (!quiet || !checked.codebook) process.stderr.write(findingsText(checked.findings));
  if (!checked.codebook) {
    const { error } = countFindings(checked.findings);
    process.stderr.write(`demarche: nothing was made: ${error} ${error === 1 ? 'error' : 'errors'} in the codebook\n`);
    return exitCodes.dataErrors;
  }

  const { initProject } = await import('../../flows/init.js');
  const { loadLexicons } = await import('../../files/lexicons.js');
  const { readTemplates } = await import('../../files/templates.js');
  const made = initProject(
    {
      ...chosen,
      language,
      codebook: { value: checked.codebook, text: checked.text },
      fields,
      lexicons: args.lexicons,
      sample: args.sample && !inUse,
    },
    {
      templates: readTemplates(),
      shippedLexicon: (name) => readFileSync(join(shippedLexicons(), name), 'utf8'),
      lexicons: loadLexicons().lexicons,
    },
  );
  const wanted = isDataset ? made.files.filter(({ path }) => AROUND.test(path)) : made.files;
  const { made: paths, kept } = writeMissing(dir, wanted);
  if (made.statements) await convertInto(dir, made.codebook);
  const notes = [
    made.unknownCategories.length
      ? `the sample was left out: the codebook lacks ${made.unknownCategories.join(', ')}, which the converter gives; whoever converts needs these categories`
      : null,
    args.sample && inUse ? 'the sample was left out: the folder is in use' : null,
    /^en\b/i.test(language) ? null : `there are rules for English only: documents in "${language}" give no statements`,
  ].filter((note) => note !== null);
  if (!quiet) process.stderr.write(notes.map((note) => `demarche: ${note}\n`).join(''));
  process.stdout.write(initSummary(dir, { ...made, paths, kept }));
  return exitCodes.clean;
}

/** Converts the project's documents into its folder, as `demarche convert` does. */
async function convertInto(dir: string, codebook: Codebook): Promise<void> {
  const { convertFiles } = await import('../convert-files.js');
  const { ConversionOutput } = await import('../../files/conversion-output.js');
  const { loadLexicons } = await import('../../files/lexicons.js');
  const lexicons = join(dir, 'lexicons');
  await convertFiles({
    inputs: [join(dir, 'documents')],
    loaded: loadLexicons(lexicons),
    lexicons,
    previous: null,
    output: new ConversionOutput(dir),
    codebook,
    labeler: 'lexicon',
    questions: false,
    shard: null,
    onDocument: () => undefined,
  });
}
