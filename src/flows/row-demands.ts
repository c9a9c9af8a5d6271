import type { Delta } from '../releases/delta.js';
import type { DemandList } from './version-demands.js';

/** Tables whose ids others cite: a row that leaves them owes a tombstone. */
const CITED: readonly string[] = ['statements', 'documents', 'actors', 'targets'];

/**
 * What the rows of a delta ask for. `testDocuments` are those that the release before put into its test split: of a
 * statement of theirs no cell may change. Cells of new columns are no corrections, nor is a row of a table that is new
 * or gone as a whole; a table whose rows are all in standoff/ only now is not gone. Splits follow their document: only one
 * that is still there has been moved.
 */
export function rowDemands({ head, ops }: Delta, testDocuments: ReadonlySet<string>, list: DemandList): void {
  const before = new Map(head.tables.map(({ table, columns_before }) => [table, columns_before]));
  const withdrawn = new Set<string>();
  // A table without rows is left out of a release; that takes nothing from anybody.
  const gone = new Map(head.removed_tables.map(({ table, rows }) => [table, rows]));
  for (const op of ops) {
    const { table, key } = op;
    if (op.op === 'ADD') {
      if (before.get(table)) list.row('row-added', table, key);
    } else if (op.op === 'DEL') {
      if (table === 'documents') withdrawn.add(key[0]!);
      if (op.reason?.from === 'withheld') {
        if (gone.has(table)) gone.set(table, gone.get(table)! - 1);
        list.row('row-withheld', table, key);
      } else if (table === 'tombstones') list.row('tombstone-lost', table, key);
      else if (table === 'splits' && !withdrawn.has(key[0]!)) list.row('split-moved', table, key);
      else if (!before.has(table) && !CITED.includes(table)) continue;
      else list.row(CITED.includes(table) && op.reason === null ? 'row-lost' : 'row-withdrawn', table, key);
    } else {
      const changed = op.cells.filter(({ column }) => before.get(table)?.includes(column));
      if (changed.length === 0) continue;
      if (table === 'splits' && changed.some(({ column }) => column === 'split')) list.row('split-moved', table, key);
      else if (table === 'statements' && testDocuments.has(op.document_id ?? ''))
        list.row('test-corrected', table, key);
      else list.row('row-corrected', table, key);
    }
  }
  for (const [table, rows] of gone) if (rows > 0) list.add('table-removed', table, null);
}
