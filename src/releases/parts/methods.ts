import type { Annotator, Batch } from '../../model/generated.js';
import type { ReleaseAgreement } from '../agreement.js';
import { markdownTable } from '../codebook-page.js';
import { labelFiles, rowsOf, type FileDigest, type Release, type ReleasePart } from '../release.js';
import {
  figureText,
  numberOf,
  overlapText,
  resolutionText,
  sentence,
  sharesText,
  threeDecimals,
} from '../say-counts.js';
import { extractionText } from '../say-extraction.js';

/**
 * reports/methods.md: paragraphs and tables to paste into a paper: what was coded by whom, how coders overlap, agreement
 * before adjudication, how differences were resolved, what was dropped. Every number is computed; what was not measured
 * is said to be so.
 */
export const methods: ReleasePart = {
  name: 'methods',
  *files(release, made) {
    const { project, version } = release;
    const lines = [
      `# Methods: ${project.title} ${version}`,
      '',
      'Computed from the tables of this release, to be pasted and shortened.',
      '',
      ...paragraphs(release, made).flatMap((text) => [text, '']),
      ...agreementTable(release),
      ...coders(release),
      ...batches(release),
    ];
    yield { path: 'reports/methods.md', content: `${lines.join('\n').trimEnd()}\n` };
  },
};

function paragraphs(release: Release, made: readonly FileDigest[]): string[] {
  const { statistics, agreement, tool } = release;
  const kinds = statistics.by_annotator_kind.length
    ? `Coders: ${sharesText(statistics.by_annotator_kind, 'kind')}.`
    : '';
  const agreed = agreement?.paragraph(labelFiles(made)) ?? null;
  const threshold = agreement?.threshold ? ` ${sentence(agreement.threshold)}` : '';
  const drawn = (agreed !== null ? agreement : null) ?? statistics.extraction?.interval ?? null;
  const bootstrap = `The bootstrap draws ${drawn?.replicates} replicates with seed ${drawn?.seed}.`;
  const isBare = !statistics.rows['statements'];
  return [
    contents(release),
    [kinds, ...overlapText(statistics.label_overlap)].filter((text) => text !== '').join(' '),
    agreed !== null
      ? `Agreement before adjudication. ${agreed}${threshold}${withdrawn(agreement!)}`
      : isBare
        ? ''
        : 'There is no agreement to report.',
    isBare ? '' : resolved(release),
    dropped(release),
    [`Software: ${tool}.`, ...(drawn ? [bootstrap] : [])].join(' '),
  ].filter((text) => text !== '');
}

/** What the release holds; nothing is said of statements that are not there but that they are not. */
function contents({ statistics }: Release): string {
  const { extraction } = statistics;
  const { statements = 0, documents = 0 } = statistics.rows;
  const kinds = `${sharesText(statistics.by_document_type, 'document_type')}; languages: ${sharesText(statistics.by_document_language, 'language')}`;
  const from = `${numberOf(documents, 'document')} (${kinds})`;
  if (!statements)
    return `The release holds ${documents ? `${from}, and no statements` : 'no documents and no statements'}.${extraction?.statements ? ` ${extractionText(extraction)}` : ''}`;
  return `The release holds ${numberOf(statements, 'statement')} from ${from}. Rows by their labeler: ${sharesText(statistics.by_labeler, 'labeler')}. ${extraction ? extractionText(extraction) : RECALL}`;
}

/** How labels became values, and where they did not. */
function resolved({ statistics }: Release): string {
  const tied = statistics.by_basis_and_labels
    .filter((row) => row['stance_basis'] === 'auto' && Number(row['n_labels']) > 1)
    .reduce((sum, row) => sum + row.count, 0);
  const undecided = `In ${numberOf(tied, 'statement')} the labels of stance had no majority and nobody decided: the program's value stays.`;
  return [RULE, ...resolutionText(statistics), ...(tied ? [undecided] : [])].join(' ');
}

/** What labels of rows that are not released do to the figure, as a sentence. */
function withdrawn({ withdrawn: found, fields }: ReleaseAgreement): string {
  if (!found) return '';
  const { units, others } = found;
  return ` ${units} of the ${numberOf(fields[0]!.units, 'unit')} ${units === 1 ? 'is of a statement that was' : 'are of statements that were'} withdrawn; on those whose statement is released, ${others.field} has ${figureText(others)}.`;
}

const RECALL =
  'The recall of the extraction was not estimated: nothing here says how many statements of the documents it missed.';
const RULE =
  'Labels were resolved field by field: adjudicated over majority (more than half) over single over automatic, counting each annotator once, with the last round in production batches, and models and programs only where no person labelled.';

function dropped({ leftOut, statistics }: Release): string {
  const { related, rejected, labels, standoff_documents: documents, standoff_statements: statements } = leftOut;
  const pilots = statistics.labels_by_phase
    .filter((row) => row['phase'] !== 'production')
    .map(
      ({ phase, count }) =>
        `${numberOf(count, 'label')} of ${String(phase)} batches ${count === 1 ? 'is released, but counts' : 'are released, but count'} for nothing`,
    );
  const were = (count: number): string => (count === 1 ? 'was' : 'were');
  const parts = [
    related && `${numberOf(related, 'teaser')} of other articles ${were(related)} left out`,
    rejected &&
      `${numberOf(rejected, 'row')} ${were(rejected)} found to be ${rejected === 1 ? 'no statement' : 'no statements'} and withdrawn with a tombstone`,
    labels && `${numberOf(labels, 'label')} of rows that were left out ${labels === 1 ? 'is' : 'are'} not released`,
    documents &&
      `${numberOf(documents, 'document')}${statements ? ` with ${numberOf(statements, 'statement')}` : ''} ${documents === 1 ? 'has' : 'have'} no license for ${documents === 1 ? 'its' : 'their'} text and ${documents === 1 ? 'is' : 'are'} in standoff/ only`,
    ...pilots,
  ].filter((part) => typeof part === 'string');
  if (parts.length) return `Dropped: ${parts.join('; ')}.`;
  return statistics.rows['statements'] ? 'Nothing was dropped.' : '';
}

function agreementTable({ agreement, statistics }: Release): string[] {
  if (!agreement?.fields.some((one) => one.units > 0)) return [];
  // Scores are resolved with the stance, and have no counts of their own.
  const basis = (field: string, name: string): number | string => {
    const own = statistics.resolved_fields.filter((one) => one.field === field);
    return own.length ? (own.find((one) => one.basis === name)?.statements ?? 0) : '';
  };
  const rows = agreement.fields.map((one) => [
    one.field,
    one.units,
    one.pairable_units,
    one.annotators,
    one.value === null ? `not defined: ${one.reason ?? ''}` : `${one.coefficient} ${threeDecimals(one.value)}`,
    one.ci ? `${threeDecimals(one.ci[0])} to ${threeDecimals(one.ci[1])}` : '',
    ...['adjudicated', 'majority', 'single', 'auto'].map((name) => basis(one.field, name)),
  ]);
  const head = ['field', 'labelled', 'twice or more', 'coders', 'agreement before adjudication', '95 % interval'];
  return [
    '## Agreement and resolution by field',
    '',
    ...markdownTable([...head, 'adjudicated', 'majority', 'single', 'automatic'], rows),
    '',
  ];
}

function coders(release: Release): string[] {
  const labels = new Map<string, number>();
  for (const row of release.statistics.labels_by_annotator) {
    const id = String(row['annotator_id']);
    labels.set(id, (labels.get(id) ?? 0) + row.count);
  }
  const rows = [...rowsOf<Annotator>(release, 'annotators')].map((one) => [
    one.annotator_id,
    one.kind,
    one.training ?? '',
    one.model ?? '',
    labels.get(one.annotator_id) ?? 0,
  ]);
  if (!rows.length) return [];
  return ['## Coders', '', ...markdownTable(['coder', 'kind', 'training', 'model', 'labels'], rows), ''];
}

function batches(release: Release): string[] {
  const counts = new Map(release.statistics.labels_by_batch.map((one) => [one.batch_id, one]));
  const rows = [...rowsOf<Batch>(release, 'batches')].map((one) => {
    const { statements = 0, labels = 0, annotators = 0 } = counts.get(one.batch_id) ?? {};
    return [
      one.batch_id,
      one.phase,
      one.design ?? '',
      one.seed ?? '',
      one.codebook_version,
      statements,
      labels,
      annotators,
    ];
  });
  if (!rows.length) return [];
  const head = ['batch', 'phase', 'design', 'seed', 'codebook', 'statements', 'labels', 'coders'];
  return ['## Batches', '', ...markdownTable(head, rows), ''];
}
