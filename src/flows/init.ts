import { compareText } from '../model/findings.js';
import type { Codebook, DocumentMetadata, Statement } from '../model/generated.js';
import type { Lexicons } from '../model/lexicons.js';
import { tableOf } from '../model/tables.js';
import { codebookPage } from '../releases/codebook-page.js';
import { datasheetForm } from '../releases/datasheet-form.js';
import { formatCsv } from '../tables/csv-writer.js';
import { convert } from './convert.js';
import { withOwnFields } from './init-fields.js';
import { packageHead, projectHead, type InitChoices } from './init-heads.js';
import { SAMPLE_BATCH, sampleDecisions, sampleLabels, unknownCategories } from './init-labels.js';
import { projectLexicons } from './init-lexicons.js';

/** What a new project is made from. */
export interface InitMaterials {
  /** Text of each template by its path. */
  readonly templates: ReadonlyMap<string, string>;
  /** Text of a shipped lexicon by its file name. */
  readonly shippedLexicon: (file: string) => string | null;
  /** The shipped lexicons, whose word lists every project uses. */
  readonly lexicons: Lexicons;
}

/** A file of a new project: its path with "/" and its text. */
export interface InitFile {
  readonly path: string;
  readonly content: string;
  readonly executable?: boolean;
}

/** The files of a new project, all but those that converting its documents makes, and what there is to say of it. */
export interface InitResult {
  readonly files: readonly InitFile[];
  readonly codebook: Codebook;
  /** Statements of the sample document; 0 without one. */
  readonly statements: number;
  readonly labels: number;
  /** Categories that the converter gives and the codebook lacks; the sample is left out then. */
  readonly unknownCategories: readonly string[];
}

const SAMPLE = 'documents/tallis-bridge-talks';

/** Makes the files of a new dataset project. Pure: the same choices give the same bytes. */
export function initProject(choices: InitChoices, materials: InitMaterials): InitResult {
  const { templates, shippedLexicon, lexicons } = materials;
  const codebook = withOwnFields(choices.codebook.value, choices.fields);
  const template = (path: string): string => {
    const text = templates.get(path);
    if (text === undefined) throw new Error(`the template ${path} is missing`);
    return text;
  };
  const ofSample = (file: string): string => template(`lexicons/${file}`);
  const shipped = choices.lexicons === 'shipped' ? [shippedLexicon] : [];
  const withSample = projectLexicons([...shipped, ofSample]);
  const statements = choices.sample ? convertSample(template, { ...lexicons, ...withSample.rows }) : [];
  const unknown = unknownCategories(statements, codebook);
  const sample = choices.sample && unknown.length === 0;
  const labels = sample ? sampleLabels(template('sample-labels.csv'), statements, codebook) : new Map<string, never>();
  const registries = sample ? withSample : projectLexicons(shipped);
  const values = {
    title: choices.title,
    license: choices.license,
    language: choices.language,
    authors: choices.authors.map(({ name }) => name).join(', '),
    codebook_version: codebook.version,
    sample: sample ? template('README-sample.md').trimEnd() : 'There is no document yet.',
  };
  const files: InitFile[] = [
    { path: 'demarche.json', content: json(projectHead(choices, codebook)) },
    { path: 'codebook.json', content: choices.fields.length ? json(codebook) : choices.codebook.text },
    { path: 'CODEBOOK.md', content: codebookPage(codebook) },
    { path: 'datasheet.md', content: datasheetForm() },
    { path: 'README.md', content: filled(template('README.md'), values) },
    { path: '.gitattributes', content: template('gitattributes') },
    { path: '.gitignore', content: template('gitignore') },
    { path: '.github/workflows/demarche.yml', content: template('github-workflow.yml') },
    { path: '.githooks/pre-commit', content: template('pre-commit'), executable: true },
    ...Object.entries(registries.files).map(([file, content]) => ({ path: `lexicons/${file}`, content })),
    ...(choices.tool === null ? [] : [{ path: 'package.json', content: json(packageHead(choices)) }]),
    ...(sample
      ? [
          ...['source.txt', 'document.json'].map((file) => ({
            path: `${SAMPLE}/${file}`,
            content: template(`${SAMPLE}/${file}`),
          })),
          { path: 'annotators.csv', content: template('annotators.csv') },
          { path: 'batches.csv', content: filled(template('batches.csv'), values) },
          {
            path: 'adjudication.csv',
            content: formatCsv(
              tableOf('adjudication'),
              sampleDecisions(template('sample-adjudication.csv'), statements, codebook),
            ),
          },
          ...[...labels].map(([annotator, rows]) => ({
            path: `labels/${SAMPLE_BATCH}/${annotator}.csv`,
            content: formatCsv(tableOf('label'), rows),
          })),
        ]
      : [
          { path: 'documents/.gitkeep', content: '' },
          { path: 'labels/.gitkeep', content: '' },
          { path: 'annotators.csv', content: formatCsv(tableOf('annotator'), []) },
          { path: 'batches.csv', content: formatCsv(tableOf('batch'), []) },
        ]),
  ];
  return {
    files: files.sort((a, b) => compareText(a.path, b.path)),
    codebook,
    statements: sample ? statements.length : 0,
    labels: [...labels.values()].reduce((sum, rows) => sum + rows.length, 0),
    unknownCategories: unknown,
  };
}

/** The statements of the sample document, as `convert` makes them from its files. */
function convertSample(template: (path: string) => string, lexicons: Lexicons): Statement[] {
  const metadata = JSON.parse(template(`${SAMPLE}/document.json`)) as DocumentMetadata & { document_id: string };
  const content = new TextEncoder().encode(template(`${SAMPLE}/source.txt`));
  const source = { document_id: metadata.document_id, file: `${SAMPLE}/source.txt`, content, metadata };
  return [...convert([source], { lexicons })].flatMap((result) => result.statements);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A template with `{{name}}` replaced by values. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
