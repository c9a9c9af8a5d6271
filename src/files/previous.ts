import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/errors.js';
import type { Tombstone } from '../model/generated.js';
import type { Previous } from '../model/previous.js';
import { tableOf } from '../model/tables.js';
import { readCsv } from '../tables/csv-reader.js';
import { typedRows } from '../tables/typed-rows.js';
import { previousRows } from './previous-rows.js';
import { readText } from './read.js';

/** An earlier conversion with its tombstones, which the next one carries on. */
export interface LoadedPrevious extends Previous {
  readonly tombstones: readonly Tombstone[];
}

/**
 * The rows of a convert output, a dataset or a stand-off dataset, each document's read when it is asked for, and its
 * tombstones. Throws UsageError when there is no statements.csv or it lacks a column.
 */
export function loadPrevious(folder: string): LoadedPrevious {
  const path = join(folder, 'statements.csv');
  if (!existsSync(path))
    throw new UsageError(
      `${folder} holds no statements.csv: --previous takes a convert output, a dataset or a stand-off one`,
    );
  const dead = join(folder, 'tombstones.csv');
  const tombstones = existsSync(dead)
    ? typedRows<Tombstone>(readCsv(readText(dead), 'tombstones.csv'), tableOf('tombstone')).rows.map(
        (placed) => placed.row,
      )
    : [];
  return { statements: previousRows(path), tombstones, retired: new Set(tombstones.map((tombstone) => tombstone.id)) };
}
