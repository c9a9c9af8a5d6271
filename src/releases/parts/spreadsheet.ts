import { spreadsheetPieces } from '../../tables/spreadsheet-csv.js';
import type { ReleasePart } from '../release.js';
import { releasedColumns } from '../statement-fields.js';

/**
 * spreadsheet/*.csv: the tables of data/ once more, for spreadsheets, when they were asked for. No descriptor lists
 * them: their guards against formulas are no data.
 */
export const spreadsheet: ReleasePart = {
  name: 'spreadsheet',
  *files({ spreadsheet: wanted, tables, codebook }) {
    if (!wanted) return;
    for (const one of tables) {
      const content = spreadsheetPieces(releasedColumns(codebook, one), one.rows);
      yield { path: `spreadsheet/${one.name}.csv`, content };
    }
  },
};
