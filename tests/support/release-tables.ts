import type { SchemaName } from '../../src/model/generated.js';
import { tableOf } from '../../src/model/tables.js';
import { csvTable, type CsvTable } from '../../src/tables/csv-table.js';

const schemas: Readonly<Record<string, SchemaName>> = {
  documents: 'document',
  turns: 'turn',
  actors: 'actor',
  targets: 'target',
  statements: 'statement',
  labels: 'label',
  adjudication: 'adjudication',
  tombstones: 'tombstone',
  splits: 'split',
};

/** Tables of a release by name, each given as the text of its CSV file. */
export function csvTables(texts: Readonly<Record<string, string>>): CsvTable[] {
  return Object.entries(texts).map(([name, text]) =>
    csvTable(name, tableOf(schemas[name]!), [new TextEncoder().encode(text)]),
  );
}

/** The text of a table's file. */
export function csvText({ bytes }: Pick<CsvTable, 'bytes'>): string {
  return Buffer.concat([...bytes]).toString('utf8');
}
