import { existsSync } from 'node:fs';
import { formatBaseline } from '../checks/baseline.js';
import { checkJson } from '../checks/json-file.js';
import { schemaChecker } from '../checks/schema-errors.js';
import { UsageError } from '../model/errors.js';
import type { Baseline } from '../model/generated.js';
import { readText } from './read.js';
import { writeFileWhole } from './write.js';

/** Reads a baseline; null when there is no such file. Throws UsageError for a file that is none. */
export function readBaseline(path: string): Baseline | null {
  if (!existsSync(path)) return null;
  const { value, findings } = checkJson(readText(path), path, 'baseline', schemaChecker());
  const [first] = findings;
  if (first) {
    throw new UsageError(
      `${path}:${first.line}:${first.column} is no baseline: ${first.message}; mend it, or write it anew with --update-baseline after deleting it`,
    );
  }
  return value as Baseline;
}

/** Writes a baseline, whole or not at all. */
export function writeBaseline(path: string, baseline: Baseline): void {
  writeFileWhole(path, formatBaseline(baseline));
}
