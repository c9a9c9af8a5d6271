import type { Finding } from '../model/generated.js';
import { LIST_SEPARATOR } from '../tables/cells.js';
import { quoteCell, type RawCell } from '../tables/csv-raw.js';
import type { Draft, DraftRow, Repair, Step } from './fix-draft.js';

/** Characters that the composed form turns into a list's separator: they would cut a cell in two. */
const BECOMES_SEPARATOR = /\u037e/;

/** Brings cells into composed form (NFC). */
export const composedForm: Step = (draft, { isDropped }) =>
  changeCells(draft, ({ raw, value }, place) => {
    if (!/[^\x00-\x7f]/.test(raw) || BECOMES_SEPARATOR.test(raw)) return null;
    const composed = raw.normalize('NFC');
    if (composed === raw) return null;
    const after = value.normalize('NFC');
    const repair: Repair = { ...place, kind: 'composed form', rule: 'file/not-nfc', before: value, after };
    return isDropped(repair) ? null : { repair, cell: { raw: composed, value: after } };
  });

/**
 * Puts in what a finding proposes where the proposal can't be wrong (`suggestion.safe`): exactly the cell, or the member
 * of a list, that the finding names. Two findings that propose different things leave the cell as it is, and so does a
 * row of the wrong width, whose cells may stand in the wrong columns.
 */
export const safeCells: Step = (draft, { findings, isDropped }) => {
  const proposals = new Map<string, Finding[]>();
  for (const found of findings) {
    if (!found.suggestion?.safe || found.value === null || found.line === null || found.line < 2) continue;
    const place = `${found.line}:${found.column}`;
    proposals.set(place, [...(proposals.get(place) ?? []), found]);
  }
  if (!proposals.size) return { draft, repairs: [] };
  const header = draft.raw[0]!.cells.map(({ value }) => value.trim());
  return changeCells(draft, ({ raw }, place, was, column) => {
    const proposed = proposals.get(`${was.line}:${was.column}`);
    if (!proposed || was.stray === 'behind' || draft.raw[place.row!]!.cells.length !== header.length) return null;
    const type = draft.table.columns.find(({ name }) => name === header[column])?.type;
    let after = was.value;
    for (const { field, value, suggestion } of proposed) {
      if (field !== header[column]) continue;
      const next = replaced(after, value!, suggestion!.value, type === 'list');
      // The cell was cut short in the finding, or another proposal has changed it already.
      if (next === null && after !== suggestion!.value) return null;
      after = next ?? after;
    }
    if (after === was.value) return null;
    const repair: Repair = { ...place, kind: 'cell', rule: proposed[0]!.rule, before: was.value, after };
    if (isDropped(repair)) return null;
    return { repair, cell: { raw: quoteCell(after, { always: raw.startsWith('"') }), value: after } };
  });
};

/** A cell with the proposal in it; null when it is not what the finding is about. */
function replaced(cell: string, value: string, proposal: string, isList: boolean): string | null {
  if (cell === value) return proposal;
  if (!isList || proposal.includes(LIST_SEPARATOR)) return null;
  const members = cell.split(LIST_SEPARATOR);
  if (!members.some((member) => member.trim() === value)) return null;
  return members
    .map((member) => (member.trim() === value ? member.replace(value, () => proposal) : member))
    .join(LIST_SEPARATOR);
}

type Place = Pick<Repair, 'file' | 'line' | 'column' | 'row'>;

function changeCells(
  draft: Draft,
  change: (
    cell: DraftRow['cells'][number],
    place: Place,
    was: RawCell,
    column: number,
  ) => { readonly repair: Repair; readonly cell: DraftRow['cells'][number] } | null,
): ReturnType<Step> {
  const repairs: Repair[] = [];
  const rows = draft.rows.map((row): DraftRow => {
    const before = repairs.length;
    const cells = row.cells.map((cell, column) => {
      const was = draft.raw[row.row]!.cells[column]!;
      const place = { file: draft.file, line: was.line, column: was.column, row: row.row };
      const changed = change(cell, place, was, column);
      if (changed) repairs.push(changed.repair);
      return changed?.cell ?? cell;
    });
    return repairs.length > before ? { ...row, cells } : row;
  });
  return { draft: repairs.length ? { ...draft, rows } : draft, repairs };
}
