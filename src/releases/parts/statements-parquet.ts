import { parquetPieces } from '../../tables/parquet.js';
import type { ReleasePart } from '../release.js';
import { releasedColumns } from '../statement-fields.js';

/** statements.parquet: the rows of data/statements.csv, each column in its own type. */
export const statementsParquet: ReleasePart = {
  name: 'parquet',
  *files({ tables, codebook }) {
    const statements = tables.find((table) => table.name === 'statements');
    if (!statements) return;
    const columns = releasedColumns(codebook, statements);
    yield { path: 'statements.parquet', content: parquetPieces(columns, statements.rows) };
  },
};
