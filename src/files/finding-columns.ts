import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../model/generated.js';
import { readCsv } from '../tables/csv-reader.js';
import { csvPieces } from './csv-pieces.js';

/**
 * Gives findings that know the line of their row, and the places related to them, the column of their cell too, by reading the files again; each file
 * is read once. A finding about a field that is no column of a label file is about its cell "value". Findings that
 * have a column, no line or no file stay as they are.
 */
export function withColumns(findings: readonly Finding[], root: string): Finding[] {
  const wanted = new Map<string, Map<number, Unplaced[]>>();
  const columns = new Map<object, number>();
  const want = (place: Omit<Unplaced, 'field'> | Finding, field: string | null): void => {
    const { file, line, column } = place;
    if (file === null || line === null || column !== null) return;
    const lines = wanted.get(file) ?? new Map<number, Unplaced[]>();
    const one = { file, line, column, field, place };
    wanted.set(file, lines.set(line, [...(lines.get(line) ?? []), one]));
  };
  for (const found of findings) {
    want(found, found.field);
    for (const place of found.related) want(place, found.field);
  }
  for (const [file, lines] of wanted) {
    const path = join(root, file);
    if (existsSync(path)) placeFile(path, lines, columns);
  }
  const placed = <T extends { readonly column: number | null }>(one: T): T => ({
    ...one,
    column: columns.get(one) ?? one.column,
  });
  return findings.map((found) => ({ ...placed(found), related: found.related.map(placed) }));
}

/** A place whose column is not known yet, and the field that it is about. */
interface Unplaced {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly field: string | null;
  readonly place?: object;
}

function placeFile(path: string, lines: ReadonlyMap<number, readonly Unplaced[]>, columns: Map<object, number>): void {
  let left = lines.size;
  for (const { header, body, lines: before } of csvPieces(path)) {
    const csv = readCsv(`${header}${body}`, path);
    for (const row of csv.rows) {
      const found = lines.get(row.line + before);
      if (!found) continue;
      const places = csv.placesOf(row);
      for (const one of found) {
        const at = [one.field ?? '', 'value'].map((name) => csv.header.indexOf(name)).find((i) => i >= 0);
        columns.set(one.place!, at === undefined ? 1 : places[at]!.column);
      }
      if (--left === 0) return;
    }
  }
}
