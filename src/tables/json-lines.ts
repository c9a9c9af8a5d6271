import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';

/** One parsed line of a JSON Lines text, with its physical line from 1. */
export interface JsonLine {
  readonly line: number;
  readonly value: unknown;
}

/** Reads JSON Lines: blank lines are passed over, a line that does not parse is a finding with its column where known. */
export function readJsonLines(text: string, file: string): { lines: JsonLine[]; findings: Finding[] } {
  const lines: JsonLine[] = [];
  const findings: Finding[] = [];
  text.split('\n').forEach((source, i) => {
    const trimmed = (i === 0 ? source.replace(/^\uFEFF/, '') : source).trim();
    if (trimmed === '') return;
    try {
      lines.push({ line: i + 1, value: JSON.parse(trimmed) });
    } catch (error) {
      findings.push(
        finding('json/syntax', { file, line: i + 1, column: 1 }, `the line is no JSON: ${(error as Error).message}`),
      );
    }
  });
  return { lines, findings };
}

/** Writes rows as JSON Lines with the given key order; keys that are not listed follow in their own order. */
export function formatJsonLines(rows: readonly object[], columns: readonly string[] = []): string {
  return rows.map((row) => `${JSON.stringify(inOrder(row, columns))}\n`).join('');
}

function inOrder(row: object, columns: readonly string[]): object {
  if (!columns.length) return row;
  const record = row as Readonly<Record<string, unknown>>;
  const out: Record<string, unknown> = {};
  for (const name of columns) out[name] = record[name] ?? null;
  for (const name of Object.keys(record)) if (!(name in out)) out[name] = record[name];
  return out;
}
