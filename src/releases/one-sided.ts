import type { RowCells } from '../tables/table-join.js';
import type { TextRecord } from '../tables/table-records.js';
import { dependentColumns } from './dependent-columns.js';
import type { OneSidedIds } from './one-sided-ids.js';
import { mentionFields, placedColumns } from './placed-words.js';
import { isWithheld } from './withheld.js';

/** Why only a release or only a dataset can have a row, or a value of a cell. */
export interface OneSided {
  readonly side: 'release' | 'dataset';
  readonly why: string;
}

/** Why a row that only one of the two has is no change; null where it is one. */
export function oneSidedRow(
  table: string,
  released: RowCells | null,
  working: RowCells | null,
  ids: OneSidedIds,
): OneSided | null {
  const row = released ?? working!;
  const cell = (column: string): string => (row.columns.includes(column) ? row.cell(column) : '');
  const id = cell('statement_id');
  if (released) {
    if (table === 'tombstones')
      return { side: 'release', why: 'made for what labels withdraw, or kept from releases before' };
    return table === 'statements' && ids.added.has(id) ? { side: 'release', why: 'added by labels' } : null;
  }
  const of = (why: string): OneSided => ({ side: 'dataset', why });
  if (table === 'statements' && ids.withdrawn.has(id)) return of('withdrawn by their labels');
  if (ids.standoff.documents.size && isWithheld(cell, ids.standoff)) return of('kept in standoff/ only');
  if (ids.teasers.has(id)) return of('teasers of other articles');
  if (!ids.isWordless || !['labels', 'adjudication'].includes(table)) return null;
  return ['text', ...mentionFields].includes(cell('field')) ? of('of words, which this release has none of') : null;
}

/** A cell that differs between the row of a release and that of a dataset. */
export interface TwoCells {
  readonly released: RowCells;
  readonly working: RowCells;
  readonly ids: OneSidedIds;
}

/** Why a cell that differs is no change; null where it is one. */
export function decidedCell(table: string, column: string, { released, working, ids }: TwoCells): OneSided | null {
  const is = (why: string): OneSided => ({ side: 'release', why });
  const leftOut = (what: string): OneSided => ({ side: 'dataset', why: `${what}, left out by the release` });
  const unsaid = 'words that may not be handed on';
  const reference: OneSided = { side: 'dataset', why: 'references to rows that the release leaves out' };
  const [now, own] = [released.cell(column), working.cell(column)];
  // Where its document is known and allowed, a release hands on what people wrote.
  const isDropped = now === '' && (ids.isWordless || ids.unsaid.has(released.cell('statement_id')));
  switch (table) {
    case 'labels':
      return column === 'comment' && isDropped ? leftOut(`comments on ${unsaid}`) : null;
    case 'adjudication':
      return column === 'reason' && isDropped ? leftOut(`reasons about ${unsaid}`) : null;
    case 'tombstones':
      if (column === 'withdrawn_in') return own === '' ? is('filled in by the release') : null;
      if (column === 'reason') return now === 'withdrawn' ? leftOut(`reasons about ${unsaid}`) : null;
      return column === 'replaced_by' && now === '' && ids.nowhere.has(own) ? reference : null;
    case 'statements':
      if (['embedded_in', 'restates'].includes(column) && now === mended(own, released.cell('statement_id'), ids))
        return reference;
      if (column === 'status' && ids.rejected.has(working.cell('statement_id'))) return null;
      return isResolved(column, { released, working, ids }) ? is('decided by labels or filled in') : null;
    default:
      return null;
  }
}

/** What a release makes of a statement's reference to another one. */
function mended(to: string, statement: string, { teasers, withdrawn, successorOf }: OneSidedIds): string {
  if (!withdrawn.has(to)) return teasers.has(to) ? '' : to;
  const successor = successorOf(to);
  return successor === null || successor === statement ? '' : successor;
}

/** Columns of a statement that say how its labels were resolved. */
const RESOLUTION: readonly string[] = ['stance_basis', 'n_labels', 'status'];

/** Whether a release has resolved a cell of a statement: the program's own value is the same on both sides then. */
function isResolved(column: string, { released, working, ids }: TwoCells): boolean {
  const own = (name: 'stance' | 'stance_score'): string =>
    working.cell(working.cell('stance_auto') === '' ? name : `${name}_auto`);
  if (RESOLUTION.includes(column)) return true;
  if (column === 'stance' || column === 'stance_score') return released.cell(`${column}_auto`) === own(column);
  // Where the dataset has not said its own value yet, the release repeats the stance of the program.
  if (column === 'stance_auto') return working.cell(column) === '' && released.cell(column) === own('stance');
  if (column === 'stance_score_auto')
    return working.cell('stance_auto') === '' && released.cell(column) === own('stance_score');
  return isDecided(released.cell('statement_id'), column, ids);
}

/** Whether labels or decisions have decided a column of a statement, or one that it follows from. */
function isDecided(id: string, column: string, ids: OneSidedIds): boolean {
  const fields = ids.decided.get(id);
  if (!fields) return false;
  return fields.has(column) || [...fields].some((field) => dependentsOf(field).includes(column));
}

const dependentsOf = (field: string): readonly string[] => dependentColumns[field] ?? placedColumns[field] ?? [];

/** Whether a release itself has filled in a cell of a column that the dataset's table lacks. */
export function isFilledIn(table: string, column: string, row: TextRecord, ids: OneSidedIds): boolean {
  switch (table) {
    case 'tombstones':
      // Those of withdrawals by labels, and of releases before, are the release's own.
      return column === 'withdrawn_in' || !ids.buried.has(row['id'] ?? '');
    case 'statements': {
      const id = row['statement_id'] ?? '';
      if ([...RESOLUTION, 'stance_auto', 'stance_score_auto'].includes(column) || ids.added.has(id)) return true;
      return (column === 'stance_score' && row['stance_score_auto'] === '') || isDecided(id, column, ids);
    }
    default:
      return false;
  }
}
