import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/errors.js';
import type { Tombstone } from '../model/generated.js';
import type { Previous, PreviousStatement } from '../model/previous.js';
import { tableOf } from '../model/tables.js';
import { readCsv } from '../tables/csv-reader.js';
import { typedRows } from '../tables/typed-rows.js';
import { readText } from './read.js';

/** An earlier conversion with its tombstones, which the next one carries on. */
export interface LoadedPrevious extends Previous {
  readonly tombstones: readonly Tombstone[];
}

/** Reads the rows of a convert output, a dataset or a stand-off dataset; throws UsageError when there is no statements.csv. */
export function loadPrevious(folder: string): LoadedPrevious {
  const path = join(folder, 'statements.csv');
  if (!existsSync(path))
    throw new UsageError(
      `${folder} holds no statements.csv: --previous takes a convert output, a dataset or a stand-off one`,
    );
  const csv = readCsv(readText(path), 'statements.csv');
  const table = tableOf(csv.header.includes('span_sha256') ? 'standoff-statement' : 'statement');
  const statements = new Map<string, PreviousStatement[]>();
  for (const { row } of typedRows<PreviousStatement>(csv, table).rows) {
    const list = statements.get(row.document_id);
    if (list) list.push(row);
    else statements.set(row.document_id, [row]);
  }
  const dead = join(folder, 'tombstones.csv');
  const tombstones = existsSync(dead)
    ? typedRows<Tombstone>(readCsv(readText(dead), 'tombstones.csv'), tableOf('tombstone')).rows.map(
        (placed) => placed.row,
      )
    : [];
  return { statements, tombstones, retired: new Set(tombstones.map((tombstone) => tombstone.id)) };
}
