import { quoteCell } from '../tables/csv-raw.js';
import { isBlank, isEven, type DraftRow, type Repair, type Step } from './fix-draft.js';

/** Writes a column's name as the schema does, where only case, accents, blanks or hyphens differ, and once only. */
export const headerNames: Step = (draft, { findings, isDropped }) => {
  const proposed = new Map(
    findings.flatMap(({ rule, value, suggestion }) =>
      rule === 'table/unknown-column' && value !== null && suggestion?.safe ? [[value, suggestion.value]] : [],
    ),
  );
  const repairs: Repair[] = [];
  const header = draft.rows[0]!;
  const wanted = header.cells.map(({ value }) => proposed.get(value.trim()) ?? value.trim());
  const cells = header.cells.map((cell, column) => {
    const after = wanted[column]!;
    if (after === cell.value || wanted.filter((name) => name === after).length > 1) return cell;
    const { line, column: character } = draft.raw[0]!.cells[column]!;
    const rule = after === cell.value.trim() ? null : 'table/unknown-column';
    const place = { file: draft.file, line, column: character, row: 0 };
    const repair: Repair = { ...place, kind: 'column name', rule, before: cell.value, after };
    if (isDropped(repair)) return cell;
    repairs.push(repair);
    return { raw: quoteCell(after, { always: cell.raw.startsWith('"') }), value: after };
  });
  if (!repairs.length) return { draft, repairs };
  return { draft: { ...draft, rows: [{ ...header, cells }, ...draft.rows.slice(1)] }, repairs };
};

/**
 * Puts the schema's columns into its order; own columns stay where they are. Only where no row is too short or too long
 * and no column stands twice.
 */
export const columnOrder: Step = (draft, { isDropped }) => {
  const header = draft.rows[0]!.cells.map(({ value }) => value.trim());
  const place = new Map(draft.table.columns.map(({ name }, i) => [name, i]));
  const known = header.flatMap((name, i) => (place.has(name) ? [i] : []));
  const sorted = [...known].sort((a, b) => place.get(header[a]!)! - place.get(header[b]!)!);
  const order = header.map((_, i) => i);
  known.forEach((slot, i) => (order[slot] = sorted[i]!));
  const repair: Repair = {
    file: draft.file,
    kind: 'column order',
    rule: 'table/column-order',
    line: 1,
    column: null,
    before: header.join(', '),
    after: order.map((i) => header[i]).join(', '),
    row: null,
  };
  const same = order.every((from, to) => from === to);
  if (same || new Set(header).size < header.length || isDropped(repair) || !isEven(draft))
    return { draft, repairs: [] };
  const rows = draft.rows.map((row): DraftRow => {
    return isBlank(row) && row.cells.length !== header.length
      ? row
      : { ...row, cells: order.map((i) => row.cells[i]!) };
  });
  return { draft: { ...draft, rows, order: order.map((i) => draft.order[i]!) }, repairs: [repair] };
};
