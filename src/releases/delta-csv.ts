import { csvLine } from '../tables/csv-rows.js';
import { inPieces } from '../tables/in-pieces.js';
import type { ChangeReason, Delta, DeltaOp } from './delta.js';
import { WITHHELD } from './withheld.js';

const COLUMNS = ['table', 'key', 'change', 'column', 'old', 'new', 'document_id', 'reason', 'replaced_by'];

/**
 * Every change as CSV, for a spreadsheet: a line for each changed cell, and for each row that was added, withdrawn or is
 * in standoff/ only now.
 */
export function deltaCsvPieces({ ops }: Delta): Iterable<string> {
  return inPieces(ops, (group) => group.flatMap(linesOf).map(csvLine).join(''), { first: csvLine(COLUMNS) });
}

function linesOf(op: DeltaOp): string[][] {
  const { table } = op;
  const key = op.key.join(' ');
  if (op.op === 'ADD') return [[table, key, 'added', '', '', '', op.row['document_id'] ?? '', '', '']];
  const document = op.document_id ?? '';
  if (op.op === 'DEL') {
    const change = op.reason?.from === 'withheld' ? 'standoff only' : 'withdrawn';
    return [[table, key, change, '', '', '', document, ...reasonCells(op.reason)]];
  }
  return op.cells.map(({ column, old, new: now, reason }) => [
    ...[table, key, 'changed', column, old ?? '', now ?? '', document],
    ...reasonCells(reason),
  ]);
}

function reasonCells(reason: ChangeReason | null): [reason: string, replacedBy: string] {
  if (reason === null) return ['', ''];
  if (reason.from === 'tombstone') return [reason.reason ?? '', reason.replaced_by ?? ''];
  if (reason.from === 'withheld') return [WITHHELD, ''];
  if (reason.from === 'labels') return [`${reason.basis} of ${reason.labels} labels`, ''];
  return [['adjudicated', reason.rule_id, reason.reason].filter((part) => part !== null).join(': '), ''];
}
