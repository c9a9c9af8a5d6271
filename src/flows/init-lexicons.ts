import { compareText } from '../model/findings.js';
import type { Lexicons } from '../model/lexicons.js';
import { lexiconSchemas } from '../model/lexicons.js';
import { tableOf } from '../model/tables.js';
import { readCsv } from '../tables/csv-reader.js';
import { formatCsv } from '../tables/csv-writer.js';
import { typedRows } from '../tables/typed-rows.js';

/** The registries that a project has of its own; word lists come from the package. */
export const REGISTRIES = ['actors', 'memberships', 'targets', 'countries'] as const;

/** The four registries of a new project: text of each file by its name, and their rows. */
export interface ProjectLexicons {
  readonly files: Readonly<Record<string, string>>;
  readonly rows: Pick<Lexicons, (typeof REGISTRIES)[number]>;
}

/**
 * Makes the registries of a project from the rows of `parts`, each giving the text of a file by its name (null where it
 * has none): sorted by key, the first row of a key counting.
 */
export function projectLexicons(parts: readonly ((file: string) => string | null)[]): ProjectLexicons {
  const files: Record<string, string> = {};
  const rows: Record<string, unknown> = {};
  for (const name of REGISTRIES) {
    const table = tableOf(lexiconSchemas[name]);
    const key = table.key[0]!;
    const byKey = new Map<string, object>();
    for (const part of parts) {
      const text = part(table.file);
      if (text === null) continue;
      for (const { row } of typedRows<Readonly<Record<string, string>>>(readCsv(text, table.file), table).rows) {
        if (!byKey.has(row[key]!)) byKey.set(row[key]!, row);
      }
    }
    const sorted = [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, row]) => row);
    rows[name] = sorted;
    files[table.file] = formatCsv(table, sorted);
  }
  return { files, rows: rows as unknown as ProjectLexicons['rows'] };
}
