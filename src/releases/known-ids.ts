import { tableOf } from '../model/tables.js';
import type { ReleaseDataset } from './dataset.js';

/** Ids that a column of the statements table may hold, from the dataset's own tables; null when it refers to nothing. */
export type KnownIds = (field: string) => ReadonlySet<string> | null;

/** Collects, on first use, the ids that each referring column of the statements table may hold. */
export function knownIds(dataset: ReleaseDataset): KnownIds {
  const rows: Readonly<Record<string, readonly object[]>> = {
    documents: dataset.documents,
    turns: dataset.turns,
    actors: dataset.actors,
    countries: dataset.countries,
    targets: dataset.targets,
    statements: dataset.statements,
  };
  const references = tableOf('statement').references;
  const sets = new Map<string, ReadonlySet<string>>();
  return (field) => {
    const columns = references[field];
    if (!columns) return null;
    const known = sets.get(field) ?? new Set(columns.flatMap((column) => idsOf(rows, column)));
    sets.set(field, known);
    return known;
  };
}

function idsOf(rows: Readonly<Record<string, readonly object[]>>, reference: string): string[] {
  const [table = '', column = ''] = reference.split('.');
  return (rows[table] ?? []).map((row) => String((row as Readonly<Record<string, unknown>>)[column]));
}
