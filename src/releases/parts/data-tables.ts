import { formatCsv } from '../../tables/csv-writer.js';
import type { ReleasePart } from '../release.js';

/** data/*.csv: every table that the dataset has. */
export const dataTables: ReleasePart = {
  name: 'data',
  *files({ tables }) {
    for (const table of tables) {
      yield {
        path: `data/${table.name}.csv`,
        text: formatCsv(table.table, table.rows, { custom: table.custom }),
        table,
      };
    }
  },
};
