import type { Argv } from 'yargs';

/** The options of commands that read label files: what the columns are called, and where the dataset is. */
export function labelOptions<T>(yargs: Argv<T>) {
  return yargs
    .option('project', { type: 'string', describe: 'Folder in or below the dataset that the labels belong to' })
    .option('field', {
      type: 'string',
      default: 'stance',
      describe: 'Field that is judged, where files have a field column',
    })
    .option('unit', { type: 'string', describe: 'Column of units (default statement_id, unit_id or item_id)' })
    .option('annotator', { type: 'string', describe: 'Column of annotators (default annotator_id)' })
    .option('label', { type: 'string', describe: 'Column of labels (default value or label)' })
    .option('order', { type: 'string', describe: 'The categories in their order, separated by commas' });
}

/** Which batches of a dataset count. */
export function phaseOption<T>(yargs: Argv<T>) {
  return yargs.option('phases', {
    type: 'string',
    default: 'production',
    describe: 'Phases of batches that count in a dataset',
  });
}

/** What `labelOptions` gives. */
export interface LabelArguments {
  readonly project: string | undefined;
  readonly field: string;
  readonly unit: string | undefined;
  readonly annotator: string | undefined;
  readonly label: string | undefined;
  readonly order: string | undefined;
}
