import { parquetPieces } from '../../tables/parquet.js';
import type { ReleasePart } from '../release.js';
import { releasedStatements } from '../statement-fields.js';

/** statements.parquet: the rows of data/statements.csv, each column in its own type. */
export const statementsParquet: ReleasePart = {
  name: 'parquet',
  *files(release) {
    const found = releasedStatements(release);
    if (!found) return;
    const { rows, columns } = found;
    yield { path: 'statements.parquet', content: parquetPieces(columns, rows), statements: columns };
  },
};
