import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { filterTable, nameAt, type LabelTable } from './agree-label-table.js';

/** The labels of one field; with `orNone` also those of files that have no fields. */
export function ofField(table: LabelTable, field: string, { orNone }: { readonly orNone: boolean }): LabelTable {
  const column = table.field;
  if (column === null) return orNone ? table : filterTable(table, () => false);
  const wanted = column.names.code(field);
  return filterTable(table, (row) => column.codes[row] === wanted || (orNone && column.codes[row]! < 0));
}

/** A finding where there are labels, but none of the field. */
export function fieldFindings(all: LabelTable, judged: LabelTable, field: string): Finding[] {
  if (judged.rows > 0 || all.rows === 0) return [];
  const fields = [...new Set(Array.from({ length: all.rows }, (_, row) => nameAt(all.field, row)!))];
  const message = `no label of field "${field}"; name another with --field`;
  return [finding('label/no-field', { file: all.place(0).file, line: 1 }, message, { field, allowed: fields })];
}
