import { labelRows, type LabelRow } from '../../src/flows/agree-label-rows.js';
import { readCsv } from '../../src/tables/csv-reader.js';

/** Label rows from CSV lines after the header unit_id,annotator_id,label or another one. */
export function rowsOf(lines: readonly string[], header = 'unit_id,annotator_id,label'): LabelRow[] {
  return labelRows(readCsv([header, ...lines, ''].join('\n'), 'labels.csv')).rows;
}
