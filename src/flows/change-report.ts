import { sourceRows } from '../checks/source-rows.js';
import { tableName } from '../checks/recognise.js';
import type { SourceFile } from '../checks/validation-input.js';
import { compareText } from '../model/findings.js';
import { tables } from '../model/tables.js';
import type { NewName, Shares, TableRows } from '../reports/changes/change-report.js';
import type { TableChange } from './table-changes.js';

/** The counts of one table's change. */
export function tableRows({ name, diff }: TableChange): TableRows {
  const cells = new Map<string, number>();
  for (const row of diff.changed) for (const { column } of row.cells) cells.set(column, (cells.get(column) ?? 0) + 1);
  const columns = diff.columns;
  return {
    table: name,
    added: diff.added.length,
    changed: diff.changed.length,
    withdrawn: diff.withdrawn.length,
    cells: [...cells]
      .map(([column, n]) => ({ column, cells: n }))
      .sort((a, b) => b.cells - a.cells || compareText(a.column, b.column)),
    newColumns: columns.added,
    lostColumns: columns.withdrawn,
  };
}

/** A version of the dataset, counted: what is compared before and after. */
export interface Census {
  readonly speakers: ReadonlyMap<string, number>;
  readonly targets: ReadonlyMap<string, number>;
  /** Rows by value, by "table\u001ffield". */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Most values that a field may have to be counted: scores and ids have more, and no shares. */
const MOST_VALUES = 20;

/** Counts the labels and statements of a version, file by file. Copies in JSON Lines and lookups are left out. */
export function census(files: readonly SourceFile[]): Census {
  const [speakers, targets] = [new Map<string, number>(), new Map<string, number>()];
  const fields = new Map<string, Map<string, number>>();
  const count = (map: Map<string, number>, value: string): void => {
    if (value !== '') map.set(value, (map.get(value) ?? 0) + 1);
  };
  const fieldOf = (table: string, field: string): Map<string, number> => {
    const name = `${table}\u001f${field}`;
    if (!fields.has(name)) fields.set(name, new Map());
    return fields.get(name)!;
  };
  for (const file of files) {
    const name = tableName(file.schema);
    if (file.lookup || !file.path.endsWith('.csv') || (name !== 'statements' && name !== 'labels')) continue;
    const { header, rows } = sourceRows(file);
    const at = (column: string): number => header.lastIndexOf(column);
    if (name === 'labels') {
      const [field, value] = [at('field'), at('value')];
      for (const { cells } of rows) if (cells[field]) count(fieldOf(name, cells[field]), cells[value] ?? '');
      continue;
    }
    const columns = tables[file.schema]!.columns.filter(({ name: own, codebook }) => own === codebook);
    const counted = columns.map((column) => ({ place: at(column.name), values: fieldOf(name, column.name) }));
    const [speaker, target] = [
      [at('speaker_id'), at('speaker_text')],
      [at('target_id'), at('target_text')],
    ];
    const nameAt = (cells: readonly string[], places: readonly number[]): string =>
      places.map((place) => cells[place] ?? '').find((cell) => cell !== '') ?? '';
    for (const { cells } of rows) {
      for (const { place, values } of counted) count(values, cells[place] ?? '');
      count(speakers, nameAt(cells, speaker!));
      count(targets, nameAt(cells, target!));
    }
  }
  return { speakers, targets, fields };
}

/** Names that came new, the most frequent first. */
export function newNames(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): NewName[] {
  return [...after]
    .filter(([name]) => !before.has(name))
    .map(([name, statements]) => ({ name, statements }))
    .sort((a, b) => b.statements - a.statements || compareText(a.name, b.name));
}

/** Shares before and after of every field that has categories and whose counts moved. */
export function movedShares(before: Census, after: Census): Shares[] {
  const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
  return [...new Set([...before.fields.keys(), ...after.fields.keys()])].sort(compareText).flatMap((name): Shares[] => {
    const [old, fresh] = [before, after].map(({ fields }) => fields.get(name) ?? new Map<string, number>());
    const values = [...new Set([...old!.keys(), ...fresh!.keys()])].sort(compareText);
    const moved = values.some((value) => old!.get(value) !== fresh!.get(value));
    if (!moved || values.length > MOST_VALUES) return [];
    const [table = '', field = ''] = name.split('\u001f');
    const counts = values.map((value) => ({ value, before: old!.get(value) ?? 0, after: fresh!.get(value) ?? 0 }));
    return [{ table, field, before: sum(old!), after: sum(fresh!), values: counts }];
  });
}
