import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { labelPlace, type LabelRow } from './agree-label-rows.js';
import {
  filterTable,
  pickRows,
  roundsOf,
  rowAt,
  tableOf,
  tableRows,
  type CodedColumn,
  type LabelTable,
} from './agree-label-table.js';

/** What becomes of two labels by one annotator for the same unit, field and round. */
export const DUPLICATE_RULES = ['error', 'first', 'last', 'majority', 'keep'] as const;

export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

/** Whether an annotator's last round counts alone, or every round as an annotator of its own. */
export const ROUND_RULES = ['last', 'all'] as const;

export type RoundRule = (typeof ROUND_RULES)[number];

/** Labels of which each annotator has one per unit. */
export interface SettledTable {
  readonly table: LabelTable;
  /** Whether duplicates were found that no rule settles: then there must be no figure. */
  readonly unsettled: boolean;
  readonly findings: readonly Finding[];
  /** Labels set aside because the annotator labelled the unit again in a later round. */
  readonly earlierRounds: LabelTable;
}

/** The same as rows. */
export interface SettledLabels {
  readonly rows: readonly LabelRow[];
  readonly unsettled: boolean;
  readonly findings: readonly Finding[];
  readonly earlierRounds: readonly LabelRow[];
}

export interface SettleOptions {
  readonly duplicates?: DuplicateRule;
  readonly rounds?: RoundRule;
  /** What is said to do about duplicates that no rule settles. */
  readonly advice?: string;
}

/** `settleTable` for rows; rows without a label are left out. */
export function settleLabels(rows: Iterable<LabelRow>, options: SettleOptions = {}): SettledLabels {
  const { table, unsettled, findings, earlierRounds } = settleTable(tableOf(rows), options);
  const labelled = tableRows(table).filter(({ label }) => label !== '');
  return { rows: labelled, unsettled, findings, earlierRounds: tableRows(earlierRounds) };
}

/**
 * Settles duplicates and rounds. Duplicates are errors (the first stays in the table)
 * unless a rule is chosen: `first`, `last`, `majority` (of ties
 * the first) keep one; `keep` makes each further one an annotator of its own, "ann (again 2)". With rounds `all` a later
 * round is an annotator of its own, "ann (round 2)". Empty labels are no labels and never a duplicate.
 */
export function settleTable(
  given: LabelTable,
  {
    duplicates = 'error',
    rounds = 'last',
    advice = 'choose a rule with --duplicates, or delete one',
  }: SettleOptions = {},
): SettledTable {
  const rounded = severalRounds(given);
  const empty = given.label.names.emptyCode;
  const table = rounded && empty >= 0 ? filterTable(given, (row) => given.label.codes[row] !== empty) : given;
  const cells = repeatedCells(table, rounded ? ratersOf(table) : table.annotator);
  const findings = cells.flatMap((cell) =>
    duplicateFindings(
      cell.map((row) => rowAt(table, row)),
      duplicates,
      advice,
    ),
  );
  const unsettled = duplicates === 'error' && findings.length > 0;
  const single = cells.length === 0 ? table : settleCells(table, cells, duplicates);
  const nothing = pickRows(single, new Int32Array(0));
  if (!rounded) return { table: single, unsettled, findings, earlierRounds: nothing };
  if (rounds === 'all') {
    return { table: { ...single, annotator: ratersOf(single) }, unsettled, findings, earlierRounds: nothing };
  }
  const last = lastRound(single);
  return {
    table: filterTable(single, last),
    unsettled,
    findings,
    earlierRounds: filterTable(single, (row) => !last(row)),
  };
}

function severalRounds({ round, rows }: LabelTable): boolean {
  if (round === null) return false;
  const numbers = roundsOf(round);
  for (let row = 0; row < rows; row++) if (round.codes[row]! >= 0 && numbers[round.codes[row]!] !== 1) return true;
  return false;
}

const roundOf = (table: LabelTable): ((row: number) => number) => {
  const { round } = table;
  if (round === null) return () => 1;
  const numbers = roundsOf(round);
  return (row) => (round.codes[row]! < 0 ? 1 : numbers[round.codes[row]!]!);
};

/** Annotators with their round, each an annotator of its own: "ann" for the first, "ann (round 2)". */
function ratersOf(table: LabelTable): CodedColumn {
  const { names } = table.annotator;
  const known = new Map<string, number>();
  const round = roundOf(table);
  const codes = Int32Array.from({ length: table.rows }, (_, row) => {
    const own = table.annotator.codes[row]!;
    const number = round(row);
    if (number === 1) return own;
    const key = `${own} ${number}`;
    let code = known.get(key);
    if (code === undefined) known.set(key, (code = names.code(`${names.name(own)} (round ${number})`)));
    return code;
  });
  return { codes, names };
}

/** Whether a row's round is the last one of its annotator and unit. */
function lastRound(table: LabelTable): (row: number) => boolean {
  const round = roundOf(table);
  const annotators = table.annotator.names.length;
  const key = (row: number): number => table.unit.codes[row]! * annotators + table.annotator.codes[row]!;
  const last = new Map<number, number>();
  for (let row = 0; row < table.rows; row++) last.set(key(row), Math.max(round(row), last.get(key(row)) ?? 0));
  return (row) => round(row) === last.get(key(row));
}

/** The rows of each cell of unit and annotator that holds several labels, in the order of the second one. */
function repeatedCells({ unit, label, rows }: LabelTable, annotator: CodedColumn): number[][] {
  const width = annotator.names.length;
  const size = unit.names.length * width;
  const cellOf = (row: number): number => unit.codes[row]! * width + annotator.codes[row]!;
  const repeats = size < 2 ** 31 && size <= 256 * rows + 2 ** 20 ? repeatsByBit : repeatsBySet;
  const cells = new Map<number, number[]>();
  for (const row of repeats(unit.codes, annotator.codes, width, size, rows, label)) cells.set(cellOf(row), []);
  if (cells.size === 0) return [];
  const empty = label.names.emptyCode;
  for (let row = 0; row < rows; row++) if (label.codes[row] !== empty) cells.get(cellOf(row))?.push(row);
  return [...cells.values()];
}

type FindRepeats = (
  units: Int32Array,
  annotators: Int32Array,
  width: number,
  size: number,
  rows: number,
  label: CodedColumn,
) => number[];

/** Rows whose cell had a label already; a bit for each cell there can be. */
const repeatsByBit: FindRepeats = (units, annotators, width, size, rows, { codes, names }) => {
  const bits = new Uint8Array((size >>> 3) + 1);
  const repeats: number[] = [];
  const empty = names.emptyCode;
  for (let row = 0; row < rows; row++) {
    if (codes[row] === empty) continue;
    const cell = (Math.imul(units[row]!, width) + annotators[row]!) | 0;
    const byte = bits[cell >>> 3]!;
    const bit = 1 << (cell & 7);
    if ((byte & bit) !== 0) repeats.push(row);
    else bits[cell >>> 3] = byte | bit;
  }
  return repeats;
};

/** The same where few of the cells there can be have a label. */
const repeatsBySet: FindRepeats = (units, annotators, width, _size, rows, { codes, names }) => {
  const seen = new Set<number>();
  const repeats: number[] = [];
  for (let row = 0; row < rows; row++) {
    if (codes[row] === names.emptyCode) continue;
    const before = seen.size;
    if (seen.add(units[row]! * width + annotators[row]!).size === before) repeats.push(row);
  }
  return repeats;
};

function settleCells(table: LabelTable, cells: readonly number[][], rule: DuplicateRule): LabelTable {
  const { annotator, label } = table;
  const left = new Uint8Array(table.rows);
  const codes = annotator.codes.slice(0, table.rows);
  for (const cell of cells) {
    if (rule === 'keep') {
      cell.forEach((row, i) => {
        if (i > 0) codes[row] = annotator.names.code(`${annotator.names.name(codes[row]!)} (again ${i + 1})`);
      });
      continue;
    }
    const times = (row: number): number => cell.filter((other) => label.codes[other] === label.codes[row]).length;
    const most = (): number => cell.reduce((best, row) => (times(row) > times(best) ? row : best));
    const chosen = rule === 'last' ? cell.at(-1)! : rule === 'majority' ? most() : cell[0]!;
    for (const row of cell) if (row !== chosen) left[row] = 1;
  }
  return filterTable({ ...table, annotator: { ...annotator, codes } }, (row) => left[row] === 0);
}

function duplicateFindings(cell: readonly LabelRow[], rule: DuplicateRule, advice: string): Finding[] {
  const first = cell[0]!;
  const chosen = rule === 'error' ? advice : `settled by --duplicates ${rule}`;
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
