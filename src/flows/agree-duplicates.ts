import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { labelPlace, type LabelRow } from './agree-label-rows.js';

/** What becomes of two labels by one annotator for the same unit, field and round. */
export const DUPLICATE_RULES = ['error', 'first', 'last', 'majority', 'keep'] as const;

export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

/** Whether an annotator's last round counts alone, or every round as an annotator of its own. */
export const ROUND_RULES = ['last', 'all'] as const;

export type RoundRule = (typeof ROUND_RULES)[number];

/** Labels of which each annotator has one per unit. */
export interface SettledLabels {
  readonly rows: readonly LabelRow[];
  /** Whether duplicates were found that no rule settles: then there must be no figure. */
  readonly unsettled: boolean;
  readonly findings: readonly Finding[];
  /** Rows set aside because the annotator labelled the unit again in a later round. */
  readonly earlierRounds: readonly LabelRow[];
}

/**
 * Settles duplicates and rounds. Duplicates are errors unless a rule is chosen: `first`, `last`, `majority` (of ties
 * the first) keep one; `keep` makes each further one an annotator of its own, "ann (again 2)". With rounds `all` a later
 * round is an annotator of its own, "ann (round 2)". Empty labels are no labels and never a duplicate.
 */
export function settleLabels(
  rows: Iterable<LabelRow>,
  { duplicates = 'error', rounds = 'last' }: { readonly duplicates?: DuplicateRule; readonly rounds?: RoundRule } = {},
): SettledLabels {
  const { single, repeated } = byCell(rows);
  const findings = repeated.flatMap((cell) => duplicateFindings(cell, duplicates));
  const settled = [...single, ...repeated.flatMap((cell) => settle(cell, duplicates))];
  const unsettled = duplicates === 'error' && findings.length > 0;
  if (settled.every(({ round }) => round === 1)) return { rows: settled, unsettled, findings, earlierRounds: [] };
  if (rounds === 'all') {
    const named = settled.map((row) => (row.round === 1 ? row : renamed(row, `${row.annotator} (round ${row.round})`)));
    return { rows: named, unsettled, findings, earlierRounds: [] };
  }
  const last = new Map<string, number>();
  const place = ({ unit, annotator }: LabelRow): string => `${unit}\u001f${annotator}`;
  for (const row of settled) last.set(place(row), Math.max(row.round, last.get(place(row)) ?? 0));
  return {
    rows: settled.filter((row) => row.round === last.get(place(row))),
    unsettled,
    findings,
    earlierRounds: settled.filter((row) => row.round !== last.get(place(row))),
  };
}

/** The number of a name, in the order of their first use. */
function numbered(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    let number = numbers.get(name);
    if (number === undefined) numbers.set(name, (number = numbers.size));
    return number;
  };
}

/** Rows alone in their cell of unit, annotator and round, and the cells that hold several, each in the rows' order. */
function byCell(rows: Iterable<LabelRow>): { single: LabelRow[]; repeated: LabelRow[][] } {
  const unitNumber = numbered();
  const annotatorNumber = numbered();
  // Numbers make keys that cost no new string per row; there are never a million pairs of annotator and round.
  const first = new Map<number, LabelRow>();
  const more = new Map<number, LabelRow[]>();
  for (const row of rows) {
    if (row.label === '') continue;
    const annotator = row.round === 1 ? row.annotator : `${row.annotator}\u001f${row.round}`;
    const key = unitNumber(row.unit) * 2 ** 20 + annotatorNumber(annotator);
    const known = first.get(key);
    if (known === undefined) first.set(key, row);
    else if (more.has(key)) more.get(key)!.push(row);
    else more.set(key, [known, row]);
  }
  for (const key of more.keys()) first.delete(key);
  return { single: [...first.values()], repeated: [...more.values()] };
}

function settle(cell: readonly LabelRow[], rule: DuplicateRule): LabelRow[] {
  if (rule === 'last') return cell.slice(-1);
  if (rule === 'keep') return cell.map((row, i) => (i === 0 ? row : renamed(row, `${row.annotator} (again ${i + 1})`)));
  if (rule !== 'majority') return cell.slice(0, 1);
  const times = (label: string): number => cell.filter((row) => row.label === label).length;
  return [cell.reduce((best, row) => (times(row.label) > times(best.label) ? row : best))];
}

const renamed = (row: LabelRow, annotator: string): LabelRow => ({ ...row, annotator });

function duplicateFindings(cell: readonly LabelRow[], rule: DuplicateRule): Finding[] {
  const first = cell[0]!;
  const chosen =
    rule === 'error' ? 'choose a rule with --duplicates, or delete one' : `settled by --duplicates ${rule}`;
  return cell.slice(1).map((row) => {
    const same = row.label === first.label ? 'the same label again' : `"${row.label}" after "${first.label}"`;
    const message = `${row.annotator} labelled ${row.unit} twice in round ${row.round}: ${same}; ${chosen}`;
    return finding('label/duplicate', labelPlace(row), message, {
      severity: rule === 'error' ? 'error' : 'warning',
      record_id: row.unit,
      field: row.field,
      value: row.label,
      related: [labelPlace(first)],
    });
  });
}
