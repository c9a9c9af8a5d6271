import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { compareText, finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { tables } from '../model/tables.js';
import { nearest } from '../text/nearest.js';

/** Endings of files that hold tables, in whatever program they were made. */
const TABLES = new Set(['.csv', '.tsv', '.tab', '.jsonl', '.xlsx', '.xls', '.ods', '.numbers']);

/**
 * Files that look like tables of a dataset and are none by name or place: labels that lie elsewhere than in
 * labels/<batch>/<annotator_id>.csv, a table whose name is misspelt. They are not read, and silence would pass for
 * soundness. `read` are the absolute paths that are read; `shown` gives the names that findings have.
 */
export function unreadFiles(root: string, read: ReadonlySet<string>, shown: (path: string) => string): Finding[] {
  const isOther = (path: string): boolean => !read.has(path) && TABLES.has(extname(path).toLowerCase());
  const labels = filesBelow(join(root, 'labels'))
    .filter(isOther)
    .map((path) => {
      const message = 'the file is not read: labels lie in labels/<batch>/<annotator_id>.csv, as CSV';
      return finding('file/unknown-table', { file: shown(path), line: 1, column: 1 }, message);
    });
  const names = [...new Set(Object.values(tables).map(({ file }) => file))].filter((file) => !file.includes('*'));
  const misspelt = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isOther(join(root, entry.name)))
    .map((entry) => entry.name)
    .sort(compareText)
    .flatMap((name) => {
      const meant = nearest(name, [...names, 'labels.csv']);
      if (meant === null || meant === name || existsSync(join(root, meant))) return [];
      const message = `the file is not read: no table is called "${name}"`;
      const details = { value: name, suggestion: { value: meant, safe: false } };
      return [finding('file/unknown-table', { file: shown(join(root, name)), line: 1, column: 1 }, message, details)];
    });
  return [...labels, ...misspelt];
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText);
}
