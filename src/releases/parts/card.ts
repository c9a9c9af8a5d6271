import type { FileDigest, Release, ReleasePart } from '../release.js';
import { markdownTable } from '../codebook-page.js';
import type { SummaryRow } from '../../tables/table-summary.js';

/** README.md: the dataset card, with a head that dataset hubs read. Every number in it is computed. */
export const card: ReleasePart = {
  name: 'card',
  *files(release, made) {
    const sections = [
      head(release),
      introduction(release),
      counts(release),
      resolution(release),
      reading(release, made),
    ];
    yield { path: 'README.md', content: `${sections.flat().join('\n').trimEnd()}\n` };
  },
};

function head({ project, statistics }: Release): string[] {
  const languages = statistics.by_document_language.map((row) => row['language']).filter((one) => one !== null);
  return [
    '---',
    `pretty_name: ${JSON.stringify(project.title)}`,
    `license: ${JSON.stringify(project.license.toLowerCase())}`,
    ...(languages.length ? ['language:', ...languages.map((one) => `  - ${JSON.stringify(one)}`)] : []),
    'configs:',
    '  - config_name: statements',
    '    data_files: statements.jsonl',
    '---',
    '',
  ];
}

function introduction({ project, version, date }: Release): string[] {
  const authors = project.authors.map((author) => author.name).join(', ');
  return [
    `# ${project.title}`,
    '',
    ...(project.description ? [`${project.description.replace(/[.\s]+$/, '')}.`, ''] : []),
    `Version ${version}, ${date ?? 'not dated'}. License: ${project.license}.${authors ? ` By ${authors}.` : ''}${project.homepage ? ` ${project.homepage}` : ''}`,
    '',
    'A statement is one attributed piece of speech seen toward one target: who, what, about whom or what, with what position. There is one row for each utterance, speaker and target.',
    '',
  ];
}

function counts({ statistics, leftOut }: Release): string[] {
  const left = [
    ['teasers of other articles (section related)', leftOut.related],
    ['rows that are no statements (each has a tombstone)', leftOut.rejected],
    ['documents without a license for their text (in standoff/ only)', leftOut.standoff_documents],
    ['statements of those documents (in standoff/ only)', leftOut.standoff_statements],
    ['labels of rows that were left out', leftOut.labels],
  ] as const;
  const shown = left.filter(([, rows]) => rows > 0);
  return [
    '## What is in it',
    '',
    ...markdownTable(
      ['table', 'rows'],
      Object.entries(statistics.rows).map(([name, rows]) => [`data/${name}.csv`, rows]),
    ),
    '',
    ...summary('Stance', 'stance', statistics.by_stance),
    ...summary('Speech act', 'speech_act', statistics.by_speech_act),
    ...summary('Kind of quotation', 'quote_type', statistics.by_quote_type),
    ...summary('Kind of document', 'document_type', statistics.by_document_type),
    ...summary('Kind of annotator', 'kind', statistics.by_annotator_kind),
    'Counts by speaker, target and stance are in reports/statistics.json.',
    '',
    ...(shown.length ? ['Left out of data/:', '', ...shown.map(([what, rows]) => `- ${what}: ${rows}`), ''] : []),
  ];
}

function summary(title: string, column: string, rows: readonly SummaryRow[]): string[] {
  if (!rows.length) return [];
  return [
    ...markdownTable(
      [title.toLowerCase(), 'rows'],
      rows.map((row) => [String(row[column] ?? '(empty)'), row.count]),
    ),
    '',
  ];
}

function resolution({ statistics }: Release): string[] {
  const { adjudicated, majority, single, auto } = statistics.basis;
  const all = adjudicated + majority + single + auto;
  const share = all ? `${((100 * auto) / all).toFixed(1)} %` : 'none';
  return [
    '## Where the stances come from',
    '',
    'Labels are resolved into the table field by field: adjudicated over majority (more than half) over single over automatic. Each annotator counts once, with the last round in production batches; where persons labelled, models and programs do not count.',
    '',
    ...markdownTable(
      ['stance_basis', 'statements'],
      [
        ['adjudicated', adjudicated],
        ['majority', majority],
        ['single', single],
        ['auto', auto],
      ],
    ),
    '',
    `Made by the program alone: ${share} of the rows; their stance was seen by nobody, or its labels have no majority (n_labels is then above 0). stance_auto and stance_score_auto keep the program's own answer in every row. A score is the median, cut toward 0, of the scores of the annotators whose stance is the resolved one.`,
    '',
    "The annotators' own labels are in data/labels.csv; agreement among them is computed by `demarche agree data/labels.csv`.",
    '',
  ];
}

function reading({ standoff }: Release, made: readonly FileDigest[]): string[] {
  const files = made.filter((file) => !/^(?:standoff|texts|schema)\//.test(file.path));
  const folder = (name: string): number => made.filter((file) => file.path.startsWith(`${name}/`)).length;
  return [
    '## How to read it',
    '',
    'Offsets are half-open, in Unicode code points of the normalised text (UTF-8, LF, NFC). In CSV an empty cell is null, a list is joined by ";", segments are written 120-180;200-240; JSON and Parquet have lists there, and {start, end} for a segment. statements.json, statements.jsonl and statements.parquet hold the rows of data/statements.csv. Rows are ordered by their id.',
    '',
    ...markdownTable(
      ['file', 'bytes'],
      files.map((file) => [file.path, file.bytes]),
    ),
    '',
    `texts/ holds ${folder('texts')} documents, schema/ ${folder('schema')} JSON Schemas, standoff/ the same release without any word of its documents (${standoff.tables.find((one) => one.schema === 'standoff-statement')?.rows.count ?? 0} statements as offsets and hashes). Columns and categories are explained in codebook.md; every file is described in datapackage.json. \`sha256sum -c SHA256SUMS\` checks a copy.`,
    '',
  ];
}
