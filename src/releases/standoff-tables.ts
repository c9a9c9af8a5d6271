import type {
  Adjudication,
  Annotator,
  Batch,
  Codebook,
  Label,
  SchemaName,
  Split,
  Tombstone,
} from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import { mapRows, storedRows, type StoredRows } from '../tables/row-store.js';
import type { DocumentRow, Registry, StatementRow, TurnRow } from './dataset.js';
import { projection, releaseOrder } from './rows.js';
import { codebookField, customFields } from './statement-fields.js';

/** A table of a stand-off dataset: its rows in their final order, and the file they go to. */
export interface StandoffTable {
  readonly schema: SchemaName;
  readonly path: string;
  readonly rows: StoredRows<object>;
  /** Where rows go to several files, one after another: the file of a row. `path` is then their folder. */
  readonly pathOf?: (row: object) => string;
}

/** Rows of a dataset that are to lose their words; long tables in their final order, labels in the order of files. */
export interface StandoffRows {
  readonly codebook: Codebook;
  readonly documents: readonly DocumentRow[];
  /** With span_sha256 and context_sha256. */
  readonly statements: StoredRows<StatementRow>;
  readonly turns: StoredRows<TurnRow>;
  /** Labels of fields that hold no words. */
  readonly labels: StoredRows<Label>;
  readonly adjudication: StoredRows<Adjudication>;
  readonly annotators: readonly Annotator[];
  readonly batches: readonly Batch[];
  readonly tombstones: readonly Tombstone[];
  readonly splits: readonly Split[];
  /** Null where the dataset names a lexicon folder that lies elsewhere. */
  readonly registry: Registry | null;
}

/** The tables of a stand-off dataset; those without rows are left out, but for documents and statements. */
export function standoffTables(input: StandoffRows): StandoffTable[] {
  const { codebook, registry } = input;
  const custom = customFields(codebook).filter((field) => codebookField(codebook, field)?.type !== 'string');
  const long = (schema: SchemaName, rows: StoredRows<object>, more: Partial<StandoffTable> = {}): StandoffTable => {
    const table = tableOf(schema);
    const project = projection(table, schema === 'standoff-statement' ? custom : []);
    return { schema, path: table.file, rows: mapRows(rows, project), ...more };
  };
  const short = (schema: SchemaName, rows: readonly object[], path?: string): StandoffTable =>
    long(schema, storedRows([...rows].sort(releaseOrder(tableOf(schema)))), path === undefined ? {} : { path });
  const keeps = wordless(codebook);
  const all = [
    short('standoff-document', input.documents),
    long('standoff-statement', input.statements),
    long('standoff-turn', input.turns),
    short('annotator', input.annotators),
    short('batch', input.batches),
    short('adjudication', [...decisions(input.adjudication, keeps)]),
    short(
      'tombstone',
      input.tombstones.map((row) => ({ ...row, reason: 'withdrawn' })),
    ),
    short('split', input.splits),
    long(
      'label',
      mapRows(input.labels, (row) => ({ ...row, comment: null })),
      { path: 'labels', pathOf: labelFile },
    ),
    short('actor', registry?.actors ?? [], 'lexicons/actors.csv'),
    short('membership', registry?.memberships ?? [], 'lexicons/memberships.csv'),
    short('target', registry?.targets ?? [], 'lexicons/targets.csv'),
    short('country', registry?.countries ?? [], 'lexicons/countries.csv'),
  ];
  const always: readonly SchemaName[] = ['standoff-document', 'standoff-statement'];
  return all.filter(({ schema, rows }) => rows.count > 0 || always.includes(schema));
}

function* decisions(
  rows: Iterable<Adjudication>,
  keeps: (row: { readonly field: string }) => boolean,
): Generator<Adjudication> {
  for (const row of rows) if (keeps(row)) yield { ...row, reason: null };
}

function labelFile(row: object): string {
  const { batch_id, annotator_id } = row as Label;
  return `labels/${batch_id}/${annotator_id}.csv`;
}

/** Tells whether a label is of a field whose value can't be words of the document. */
export function wordless(codebook: Codebook): (label: { readonly field: string }) => boolean {
  return ({ field }) =>
    !['text', 'cue', 'speaker_text', 'target_text'].includes(field) &&
    codebookField(codebook, field)?.type !== 'string';
}
