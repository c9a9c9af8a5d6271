import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import { emptyLexicons, lexiconSchemas, type Lexicons } from '../model/lexicons.js';
import { tableOf } from '../model/tables.js';
import { readCsv } from '../tables/csv-reader.js';
import { typedRows } from '../tables/typed-rows.js';
import { shippedLexicons } from './package-root.js';
import { readText } from './read.js';

/** Lexicons of a folder, the digest of each file, and what is wrong with them. */
export interface LoadedLexicons {
  readonly lexicons: Lexicons;
  readonly digests: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

/**
 * Reads the lexicons of a folder. A file that the folder lacks is taken from the lexicons shipped with the package, so
 * that a project can bring its own actors and targets and still use the shipped cues.
 */
export function loadLexicons(folder: string = shippedLexicons()): LoadedLexicons {
  const lexicons: Record<string, unknown> = { ...emptyLexicons };
  const digests: Record<string, string> = {};
  const findings: Finding[] = [];
  for (const [name, schema] of Object.entries(lexiconSchemas)) {
    const table = tableOf(schema);
    const own = join(folder, table.file);
    const path = existsSync(own) ? own : join(shippedLexicons(), table.file);
    if (!existsSync(path)) {
      findings.push(finding('lexicon/missing', { file: table.file }, `the lexicon ${table.file} is missing`));
      continue;
    }
    const text = readText(path);
    const read = typedRows(readCsv(text, table.file), table);
    lexicons[name] = read.rows.map((placed) => placed.row);
    digests[table.file] = sha256(text);
    findings.push(...read.findings);
  }
  return { lexicons: lexicons as unknown as Lexicons, digests, findings };
}
