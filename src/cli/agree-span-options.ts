import type { Argv } from 'yargs';

/** The options of `agree` that are about spans. */
export function spanOptions<T>(yargs: Argv<T>) {
  return yargs
    .option('spans', {
      type: 'string',
      array: true,
      describe:
        'Two codings of the same documents (files of statements, or folders that hold one), compared level by level',
    })
    .option('unitizing', {
      type: 'boolean',
      default: false,
      describe: 'The files hold spans that annotators marked: document_id, annotator_id, start, end, label',
    })
    .option('iou', { type: 'number', default: 0.5, describe: 'Intersection over union from which spans are the same' })
    .option('unmarked', {
      choices: ['empty', 'unread'] as const,
      default: 'empty' as const,
      describe: 'What an annotator without a span in a document did: read it and marked nothing, or not read it',
    })
    .option('documents', {
      type: 'string',
      describe: 'CSV with document_id and length of the texts (default the documents.csv beside or above the spans)',
    });
}
