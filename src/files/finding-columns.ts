import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../model/generated.js';
import { readCsv } from '../tables/csv-reader.js';
import { csvPieces } from './csv-pieces.js';

/**
 * Gives findings that know the line of their row the column of their cell too, by reading the files again; each file
 * is read once. A finding about a field that is no column of a label file is about its cell "value". Findings that
 * have a column, no line or no file stay as they are.
 */
export function withColumns(findings: readonly Finding[], root: string): Finding[] {
  const wanted = new Map<string, Map<number, Finding[]>>();
  for (const found of findings) {
    if (found.file === null || found.line === null || found.column !== null) continue;
    const lines = wanted.get(found.file) ?? new Map<number, Finding[]>();
    wanted.set(found.file, lines.set(found.line, [...(lines.get(found.line) ?? []), found]));
  }
  const columns = new Map<Finding, number>();
  for (const [file, lines] of wanted) {
    const path = join(root, file);
    if (existsSync(path)) placeFile(path, lines, columns);
  }
  return findings.map((found) => ({ ...found, column: columns.get(found) ?? found.column }));
}

function placeFile(path: string, lines: ReadonlyMap<number, readonly Finding[]>, columns: Map<Finding, number>): void {
  let left = lines.size;
  for (const { header, body, lines: before } of csvPieces(path)) {
    const csv = readCsv(`${header}${body}`, path);
    for (const row of csv.rows) {
      const found = lines.get(row.line + before);
      if (!found) continue;
      const places = csv.placesOf(row);
      for (const one of found) {
        const at = [one.field ?? '', 'value'].map((name) => csv.header.indexOf(name)).find((i) => i >= 0);
        columns.set(one, at === undefined ? 1 : places[at]!.column);
      }
      if (--left === 0) return;
    }
  }
}
