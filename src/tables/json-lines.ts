import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { jsonPlaces } from './json-places.js';

/** One parsed line of a JSON Lines text, with its physical line from 1 and its source. */
export interface JsonLine {
  readonly line: number;
  readonly value: unknown;
  readonly source: string;
}

/** Reads JSON Lines: blank lines are passed over, a line that does not parse is a finding with its column. */
export function readJsonLines(text: string, file: string): { lines: JsonLine[]; findings: Finding[] } {
  const lines: JsonLine[] = [];
  const findings: Finding[] = [];
  text.split('\n').forEach((whole, i) => {
    const source = i === 0 ? whole.replace(/^\uFEFF/, '') : whole;
    if (source.trim() === '') return;
    try {
      lines.push({ line: i + 1, value: JSON.parse(source), source });
    } catch (error) {
      // The engine's own words differ from version to version; they only stand in where the walk finds no fault.
      const fault = jsonPlaces(source).fault ?? { column: 1, message: (error as Error).message };
      const place = { file, line: i + 1, column: fault.column };
      findings.push(finding('json/syntax', place, `the line is no JSON: ${fault.message}`));
    }
  });
  return { lines, findings };
}

/** Writes rows as JSON Lines with the given key order; keys that are not listed follow in their own order. */
export function formatJsonLines(rows: readonly object[], columns: readonly string[] = []): string {
  return rows.map((row) => `${JSON.stringify(inOrder(row, columns))}\n`).join('');
}

function inOrder(row: object, columns: readonly string[]): object {
  if (!columns.length || isInOrder(row, columns)) return row;
  const record = row as Readonly<Record<string, unknown>>;
  const out: Record<string, unknown> = {};
  for (const name of columns) out[name] = record[name] ?? null;
  for (const name of Object.keys(record)) if (!(name in out)) out[name] = record[name];
  return out;
}

/** True when a row has just the columns, in their order, each with a value: it can be written as it is. */
function isInOrder(row: object, columns: readonly string[]): boolean {
  let at = 0;
  for (const name in row)
    if (columns[at++] !== name || (row as Record<string, unknown>)[name] === undefined) return false;
  return at === columns.length;
}
