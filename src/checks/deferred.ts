import { finding, type Place } from '../model/findings.js';
import type { CellFault, RowView } from './check.js';
import type { Column } from '../model/tables.js';
import type { FindingSink } from './sink.js';

/** A column whose cells can be judged again. */
export interface JudgedColumn {
  readonly column: Column;
  again(text: string): readonly CellFault[];
}

/** Cells that can be judged only when every table has been read: references to a table that is not read yet. */
export interface Deferred {
  add(state: JudgedColumn, text: string, row: RowView): void;
  /** Judges them, now that everything is known. */
  settle(sink: FindingSink): void;
}

interface Cell {
  readonly state: JudgedColumn;
  readonly text: string;
  readonly place: Place;
  readonly recordId: string | null;
}

/** Keeps such cells, with their places. */
export function deferredCells(): Deferred {
  const cells: Cell[] = [];
  return {
    add: (state, text, row) => {
      cells.push({ state, text, place: row.placeOf(state.column.name), recordId: row.recordId() });
    },
    settle: (sink) => {
      for (const { state, text, place, recordId } of cells) {
        const field = state.column.name;
        for (const { rule, message, details = {} } of state.again(text)) {
          const { severity = 'error', value = null } = details;
          if (sink.isFull(rule, severity)) sink.count(rule, severity, { field, value, message });
          else sink.add(finding(rule, place, message, { record_id: recordId, field, ...details }));
        }
      }
    },
  };
}
