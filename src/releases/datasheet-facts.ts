import type { Annotator, Batch } from '../model/generated.js';
import { rowsOf, type Release } from './release.js';
import { figureText, overlapText, resolutionText, sharesText } from './say-counts.js';

/** What a program knows for each section of the datasheet: sentences, by the section's id. */
export function datasheetFacts(release: Release): Readonly<Record<string, readonly string[]>> {
  const { project, statistics, leftOut, version, date, history, agreement, validation } = release;
  const { rows } = statistics;
  const years = statistics.by_year_and_stance.flatMap((row) => row['year'] ?? []);
  const authors = project.authors.map((author) => author.name).join(', ');
  const grants = (project.funding ?? []).map(({ funder, award }) => (award ? `${funder} (${award})` : funder));
  const { contact } = project;
  const trained = [...rowsOf<Annotator>(release, 'annotators')].filter((one) => one.training);
  const designs = [...rowsOf<Batch>(release, 'batches')].filter((one) => one.design);
  const earlier = history.slice(1).map((entry) => entry.version);
  return {
    motivation: [
      ...(authors ? [`Authors: ${authors}.`] : []),
      ...(grants.length ? [`Funding: ${grants.join('; ')}.`] : []),
    ],
    composition: [
      `Rows: ${Object.entries(rows)
        .map(([table, count]) => `${table} ${count}`)
        .join(', ')}.`,
      `Stance: ${sharesText(statistics.by_stance, 'stance')}.`,
      `Kinds of documents: ${sharesText(statistics.by_document_type, 'document_type')}.`,
      `Languages of documents: ${sharesText(statistics.by_document_language, 'language')}.`,
      ...(years.length ? [`Years of statements: ${[...new Set([years[0], years.at(-1)])].join(' to ')}.`] : []),
      ...(statistics.statements_by_split.length
        ? [`Statements by split: ${sharesText(statistics.statements_by_split, 'split')}.`]
        : []),
      `Left out: ${leftOut.related} teasers of other articles, ${leftOut.rejected} rows that are no statements.`,
      ...(validation
        ? [`Validation found ${validation.counts.error} errors and ${validation.counts.warning} warnings.`]
        : []),
    ],
    collection: [`Rows by their labeler: ${sharesText(statistics.by_labeler, 'labeler')}.`],
    annotation: [
      `Annotators: ${sharesText(statistics.by_annotator_kind, 'kind')}.`,
      ...trained.map((one) => `Training of ${one.annotator_id}: ${one.training}.`),
      ...designs.map((one) => `Design of batch ${one.batch_id}: ${one.design}.`),
      ...overlapText(statistics.label_overlap),
      ...resolutionText(statistics),
      ...(agreement?.fields.map((one) => `Agreement on ${one.field}: ${figureText(one)}.`) ?? []),
    ],
    ethics: [],
    uses: [],
    distribution: [
      `License of the dataset: ${project.license}.`,
      `Documents by license of their text: ${sharesText(statistics.by_license, 'license')}.`,
      `The text of ${release.textDocuments.length} documents lies in texts/; ${leftOut.standoff_documents} documents are in standoff/ only.`,
      ...(project.publisher ? [`Publisher: ${project.publisher}.`] : []),
      ...(project.doi ? [`DOI: ${project.doi}.`] : []),
    ],
    maintenance: [
      `This is version ${version}, ${date ?? 'not dated'}.`,
      earlier.length ? `Earlier versions: ${earlier.join(', ')}.` : 'There is no earlier version.',
      ...(contact ? [`Contact: ${contact.name}${contact.email ? ` (${contact.email})` : ''}.`] : []),
    ],
  };
}
