import type { Finding } from '../model/generated.js';
import type { Check, CheckContext, CheckedTable } from './check.js';

/** Runs checks over tables: each check sees whole files, then row after row, and speaks last when all are seen. */
export function* runChecks(
  all: readonly Check[],
  tables: readonly CheckedTable[],
  context: CheckContext,
): Generator<Finding> {
  for (const check of all) {
    const running = check.start(context);
    for (const table of tables) {
      if (table.lookup || (table.copy && !check.copies)) continue;
      if (check.tables && !check.tables.includes(table.schema)) continue;
      if (running.table) yield* running.table(table);
      if (!running.row) continue;
      for (const placed of table.rows) yield* running.row(placed, table);
    }
    if (running.end) yield* running.end();
  }
}
