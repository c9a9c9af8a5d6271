import { rowsAsCsv } from '../../tables/csv-table.js';
import type { ReleasePart } from '../release.js';

/** data/*.csv: every table that the dataset has. */
export const dataTables: ReleasePart = {
  name: 'data',
  *files({ tables }) {
    for (const one of tables) {
      const { name, table, custom, rows } = one;
      yield { path: `data/${name}.csv`, content: rowsAsCsv(name, table, rows, { custom }).bytes, table: one };
    }
  },
};
