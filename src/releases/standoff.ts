import { compareText } from '../model/findings.js';
import type {
  Adjudication,
  Annotator,
  Batch,
  Codebook,
  Label,
  Project,
  SchemaName,
  Split,
  Tombstone,
} from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import { memoryStore, type RowStore } from '../tables/row-store.js';
import type { DocumentRow, Registry, StatementRow, TurnRow } from './dataset.js';
import type { ReleaseFile } from './release.js';
import { releaseOrder } from './rows.js';
import { standoffFiles } from './standoff-files.js';
import { standoffTables, wordless, type StandoffTable } from './standoff-tables.js';
import { customFields, codebookField } from './statement-fields.js';
import { mentionHashes, placeHashes } from './statement-hashes.js';

/** What a stand-off dataset is made from: the tables of a dataset or of a convert output, and the texts. */
export interface StandoffInput {
  readonly project: Project;
  readonly codebook: Codebook;
  readonly documents: readonly DocumentRow[];
  readonly statements: Iterable<StatementRow>;
  readonly turns: Iterable<TurnRow>;
  /** Normalised text of a document; may be null where the statements are stand-off already. */
  readonly texts: (documentId: string) => string | null;
  readonly labels?: Iterable<Label>;
  readonly adjudication?: Iterable<Adjudication>;
  readonly annotators?: readonly Annotator[];
  readonly batches?: readonly Batch[];
  readonly tombstones?: readonly Tombstone[];
  readonly splits?: readonly Split[];
  /** Registries to be copied into lexicons/, or the path of a lexicon folder, relative to the new dataset. */
  readonly lexicons?: Registry | string;
}

/** A dataset without any word of its documents, as rows in their final order. */
export interface StandoffDataset {
  readonly project: Project;
  readonly codebook: Codebook;
  /** Custom columns of the statements: those that can't hold words. */
  readonly custom: readonly string[];
  readonly tables: readonly StandoffTable[];
}

/**
 * Takes the words out of a dataset: text, cue, mentions, titles, comments and reasons are dropped, spans and their
 * surroundings are hashed. Labels of fields that hold words are dropped too. Registries (names of actors and targets)
 * are the project's own words and stay. Long tables are sorted in the store, which may lie on disk. Throws UsageError
 * when the text of a document with statements is missing.
 */
export function standoffDataset(
  input: StandoffInput,
  { store = memoryStore() }: { readonly store?: RowStore } = {},
): StandoffDataset {
  const { codebook, lexicons = 'lexicons' } = input;
  const sorted = <T extends object>(schema: SchemaName, rows: Iterable<T> = []) =>
    store.sorted(rows, releaseOrder(tableOf(schema)));
  const hashes = placeHashes(input.texts);
  function* hashed(): Generator<StatementRow> {
    for (const row of input.statements) yield mentionHashes(hashes.statement(row));
  }
  function* hashedTurns(): Generator<TurnRow> {
    for (const row of input.turns) yield hashes.turn(row);
  }
  return {
    ...standoffHead(input.project, codebook, typeof lexicons === 'string' ? lexicons : 'lexicons'),
    tables: standoffTables({
      codebook,
      documents: input.documents,
      statements: sorted('standoff-statement', hashed()),
      turns: sorted('standoff-turn', hashedTurns()),
      labels: labelsByFile(input.labels ?? [], codebook, store),
      adjudication: sorted('adjudication', input.adjudication),
      annotators: input.annotators ?? [],
      batches: input.batches ?? [],
      tombstones: input.tombstones ?? [],
      splits: input.splits ?? [],
      registry: typeof lexicons === 'string' ? null : lexicons,
    }),
  };
}

/** The head of a stand-off dataset, but for its tables. */
export function standoffHead(
  project: Project,
  codebook: Codebook,
  lexicons = 'lexicons',
): Omit<StandoffDataset, 'tables'> {
  return {
    project: { ...project, codebook: 'codebook.json', lexicons, standoff: true, text_policy: 'none' },
    codebook,
    custom: customFields(codebook).filter((field) => codebookField(codebook, field)?.type !== 'string'),
  };
}

/** Labels of fields that hold no words, in the order of the files that they go to. */
export function labelsByFile(labels: Iterable<Label>, codebook: Codebook, store: RowStore) {
  const order = releaseOrder(tableOf('label'));
  const keeps = wordless(codebook);
  function* kept(): Generator<Label> {
    for (const row of labels) if (keeps(row)) yield row;
  }
  return store.sorted(
    kept(),
    (a, b) => compareText(a.batch_id, b.batch_id) || compareText(a.annotator_id, b.annotator_id) || order(a, b),
  );
}

/** A stand-off dataset's files from a dataset or a convert output in one step. */
export function standoff(input: StandoffInput): Iterable<ReleaseFile> {
  return standoffFiles(standoffDataset(input));
}
