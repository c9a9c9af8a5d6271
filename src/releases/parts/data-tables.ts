import { rowsAsCsv } from '../../tables/csv-table.js';
import type { ReleasePart } from '../release.js';
import { releasedColumns } from '../statement-fields.js';

/** data/*.csv: every table that the dataset has. */
export const dataTables: ReleasePart = {
  name: 'data',
  *files({ tables, codebook }) {
    for (const one of tables) {
      const { name, table, custom, rows } = one;
      const statements = name === 'statements' ? { statements: releasedColumns(codebook, one) } : {};
      const content = rowsAsCsv(name, table, rows, { custom }).bytes;
      yield { path: `data/${name}.csv`, content, table: one, ...statements };
    }
  },
};
