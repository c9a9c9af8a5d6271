import type { SummaryRow } from '../../tables/table-summary.js';
import type { ReleaseAgreement } from '../agreement.js';
import { markdownTable } from '../codebook-page.js';
import { hubHead } from '../hub-head.js';
import { descriptionOf, landingPage } from '../project-metadata.js';
import type { FileDigest, Release, ReleasePart } from '../release.js';
import { figureText, numberOf, overlapText, sentence } from '../say-counts.js';
import { extractionText } from '../say-extraction.js';

/** README.md: the dataset card, with a head that dataset hubs read. Every number in it is computed. */
export const card: ReleasePart = {
  name: 'card',
  *files(release, made) {
    const sections = [
      hubHead(release),
      introduction(release),
      changes(release),
      counts(release),
      resolution(release),
      extraction(release),
      agreement(release),
      licenses(release),
      reading(release, made),
    ];
    yield { path: 'README.md', content: `${sections.flat().join('\n').trimEnd()}\n` };
  },
};

function introduction({ project, version, date }: Release): string[] {
  const authors = project.authors.map((author) => author.name).join(', ');
  const description = descriptionOf(project);
  const page = landingPage(project);
  return [
    `# ${project.title}`,
    '',
    ...(description ? [description, ''] : []),
    [
      `Version ${version}, ${date ?? 'not dated'}.`,
      `License: ${project.license}.`,
      ...(authors ? [`By ${authors}.`] : []),
      ...(page ? [page] : []),
    ].join(' '),
    '',
    'A statement is one attributed piece of speech seen toward one target: who, what, about whom or what, with what position. There is one row for each utterance, speaker and target. How to cite it is in CITATION.cff.',
    '',
  ];
}

function changes({ history }: Release): string[] {
  const [now, before] = history;
  if (!now || !before || now.added === null) return [];
  const { added, changed, withdrawn: gone, withheld = 0 } = now;
  const parts = [
    ...(added ? [`${numberOf(added, 'statement')} added`] : []),
    ...(changed ? [`${changed} changed in some cell`] : []),
    ...(gone ? [`${gone} withdrawn`] : []),
    ...(withheld
      ? [
          `${withheld} now in standoff/ only, as the ${withheld === 1 ? 'text of its document' : 'texts of their documents'} may no longer be handed on`,
        ]
      : []),
  ];
  // The noun stands once, at the first count.
  const [first, ...rest] = parts.map((part, i) =>
    i === 0 && !added ? part.replace(/^\d+/, (n) => numberOf(Number(n), 'statement')) : part,
  );
  const said = [first ?? 'no statement added, changed or withdrawn', ...rest].join(', ');
  return ['## Changes', '', `Against version ${before.version}: ${said}. More in CHANGELOG.md.`, ''];
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
    ...summary('Language of the document', 'language', statistics.by_document_language),
    ...summary('Split of the document', 'split', statistics.documents_by_split),
    ...summary('Split of the statement', 'split', statistics.statements_by_split),
    ...summary('Kind of annotator', 'kind', statistics.by_annotator_kind),
    ...(statistics.rows['statements']
      ? ['Counts by speaker, target, stance and year are in reports/statistics.json.', '']
      : []),
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
  if (!all) return [];
  const share = `${((100 * auto) / all).toFixed(1)} %`;
  const made = `Made by the program alone: ${share} of the rows; their stance was seen by nobody, or its labels have no majority (n_labels is then above 0). `;
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
    `${auto ? made : ''}stance_auto and stance_score_auto keep the program's own answer in every row. A score is the median, cut toward 0, of the scores of the annotators whose stance is the resolved one.`,
    '',
  ];
}

/** What the program missed, where annotators read documents as a whole. */
function extraction({ statistics }: Release): string[] {
  return statistics.extraction ? ['## What the extraction missed', '', extractionText(statistics.extraction), ''] : [];
}

function agreement({ agreement: found, statistics }: Release): string[] {
  const labelled = found?.fields.filter((one) => one.units > 0) ?? [];
  if (!labelled.length && !statistics.rows['statements']) return [];
  return [
    '## Agreement',
    '',
    ...(labelled.length
      ? [
          'Among the labels before adjudication:',
          '',
          ...labelled.map((one) => `- ${one.field}: ${figureText(one)}`),
          ...withdrawn(found!),
          '',
          ...(found!.threshold ? [sentence(found!.threshold), ''] : []),
          ...found!.notes.flatMap((note) => [sentence(note), '']),
          overlapText(statistics.label_overlap).join(' '),
          '',
          "The annotators' own labels are in data/labels.csv; `demarche agree data/labels.csv` computes these figures again. All of them are in reports/agreement.json, and reports/methods.md says it in words for a paper.",
        ]
      : ['Nobody labelled these statements: there is no agreement to report.']),
    '',
  ];
}

/** The first field's figure once more, without the rows that are not released. */
function withdrawn({ withdrawn: labels }: ReleaseAgreement): string[] {
  if (!labels) return [];
  const { units, others } = labels;
  return [`- ${others.field}, without ${numberOf(units, 'unit')} whose statement was withdrawn: ${figureText(others)}`];
}

function licenses({ statistics, textDocuments }: Release): string[] {
  if (!statistics.by_license.length) return [];
  return [
    '## Licenses of the documents',
    '',
    ...markdownTable(
      ['license', 'its text may be released', 'documents'],
      statistics.by_license.map((row) => [
        String(row['license'] ?? '(not given)'),
        row['text_allowed'] === true ? 'yes' : 'no',
        row.count,
      ]),
    ),
    '',
    textDocuments.length
      ? `The ${textDocuments.length === 1 ? 'text of 1 document lies' : `texts of ${textDocuments.length} documents lie`} in texts/.`
      : 'No text of a document is in the release.',
    '',
  ];
}

function reading({ standoff }: Release, made: readonly FileDigest[]): string[] {
  const files = made.filter((file) => !/^(?:standoff|texts|schema)\//.test(file.path));
  const folder = (name: string): number => made.filter((file) => file.path.startsWith(`${name}/`)).length;
  const texts = folder('texts');
  const hashed = standoff.tables.find((one) => one.schema === 'standoff-statement')?.rows.count ?? 0;
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
    `${texts ? `texts/ holds ${numberOf(texts, 'document')}, ` : ''}schema/ ${texts ? '' : 'holds '}${numberOf(folder('schema'), 'JSON Schema')}, standoff/ the same release without any word of its documents${hashed ? ` (${numberOf(hashed, 'statement')} as offsets and hashes)` : ''}. Columns and categories are explained in codebook.md; every file is described in datapackage.json and croissant.json. What only people know stands in datasheet.md. \`sha256sum -c SHA256SUMS\` checks a copy.`,
    '',
  ];
}
