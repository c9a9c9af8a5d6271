import { formatCsv } from '../../tables/csv-writer.js';
import { inPieces } from '../../tables/in-pieces.js';
import type { ReleasePart } from '../release.js';
import { releasedColumns } from '../statement-fields.js';

/** data/*.csv: every table that the dataset has. */
export const dataTables: ReleasePart = {
  name: 'data',
  *files({ tables, codebook }) {
    for (const one of tables) {
      const { name, table, custom, rows } = one;
      const content = inPieces(rows, (group) => formatCsv(table, group, { custom, header: false }), {
        first: formatCsv(table, [], { custom }),
      });
      const statements = name === 'statements' ? { statements: releasedColumns(codebook, one) } : {};
      yield { path: `data/${name}.csv`, content, table: one, ...statements };
    }
  },
};
