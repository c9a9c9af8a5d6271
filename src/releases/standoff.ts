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
import { formatCsv } from '../tables/csv-writer.js';
import { inPieces } from '../tables/in-pieces.js';
import { storedRows, type StoredRows } from '../tables/row-store.js';
import type { DocumentRow, Registry, StatementRow, TurnRow } from './dataset.js';
import { groupBy } from './group-by.js';
import type { ReleaseFile } from './release.js';
import { projectRows, sortRows } from './rows.js';
import { standoffStatements, standoffTurns } from './standoff-statements.js';
import { codebookField, customFields } from './statement-fields.js';

/** What a stand-off dataset is made from: the tables of a dataset or of a convert output, and the texts. */
export interface StandoffInput {
  readonly project: Project;
  readonly codebook: Codebook;
  readonly documents: readonly DocumentRow[];
  readonly statements: readonly StatementRow[];
  readonly turns: readonly TurnRow[];
  /** Normalised text of a document; may be null where the statements are stand-off already. */
  readonly texts: (documentId: string) => string | null;
  readonly labels?: readonly Label[];
  readonly adjudication?: readonly Adjudication[];
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
  /** Rows by schema, and the file they go to. */
  readonly tables: readonly { readonly schema: SchemaName; readonly path: string; readonly rows: StoredRows<object> }[];
}

/**
 * Takes the words out of a dataset: text, cue, mentions, titles, comments and reasons are dropped, spans and their
 * surroundings are hashed. Labels of fields that hold words are dropped too. Registries (names of actors and targets)
 * are the project's own words and stay. Throws when the text of a document with statements is missing.
 */
export function standoffDataset(input: StandoffInput): StandoffDataset {
  const { project, codebook, lexicons = 'lexicons' } = input;
  const custom = customFields(codebook).filter((field) => codebookField(codebook, field)?.type !== 'string');
  const wordless = ({ field }: { readonly field: string }): boolean => !holdsWords(codebook, field);
  const tables: StandoffDataset['tables'][number][] = [];
  const add = (schema: SchemaName, rows: readonly object[] | undefined, path: string = tableOf(schema).file): void => {
    const always = schema === 'standoff-document' || schema === 'standoff-statement';
    if (!rows || (!rows.length && !always)) return;
    const table = tableOf(schema);
    const kept = schema === 'standoff-statement' ? custom : [];
    tables.push({ schema, path, rows: storedRows(sortRows(table, projectRows(table, rows, kept))) });
  };
  add('standoff-document', input.documents);
  add('standoff-statement', standoffStatements(input.statements, input.documents, input.texts));
  add('standoff-turn', standoffTurns(input.turns, input.documents, input.texts));
  add('annotator', input.annotators);
  add('batch', input.batches);
  add(
    'adjudication',
    input.adjudication?.filter(wordless).map((row) => ({ ...row, reason: null })),
  );
  add(
    'tombstone',
    input.tombstones?.map((row) => ({ ...row, reason: 'withdrawn' })),
  );
  add('split', input.splits);
  const labels = (input.labels ?? []).filter(wordless).map((row) => ({ ...row, comment: null }));
  const files = groupBy(labels, (label) => `labels/${label.batch_id}/${label.annotator_id}.csv`);
  for (const path of [...files.keys()].sort(compareText)) add('label', files.get(path), path);
  if (typeof lexicons !== 'string') {
    add('actor', lexicons.actors, 'lexicons/actors.csv');
    add('membership', lexicons.memberships, 'lexicons/memberships.csv');
    add('target', lexicons.targets, 'lexicons/targets.csv');
    add('country', lexicons.countries, 'lexicons/countries.csv');
  }
  return {
    project: {
      ...project,
      codebook: 'codebook.json',
      lexicons: typeof lexicons === 'string' ? lexicons : 'lexicons',
      standoff: true,
      text_policy: 'none',
    },
    codebook,
    custom,
    tables,
  };
}

/** True for a field whose value is words of the document, or may be. */
function holdsWords(codebook: Codebook, field: string): boolean {
  return (
    ['text', 'cue', 'speaker_text', 'target_text'].includes(field) || codebookField(codebook, field)?.type === 'string'
  );
}

/** The files of a stand-off dataset, below `prefix` ('' or a folder with its "/"). */
export function* standoffFiles(
  dataset: StandoffDataset,
  { prefix = '' }: { readonly prefix?: string } = {},
): Iterable<ReleaseFile> {
  yield { path: `${prefix}demarche.json`, content: `${JSON.stringify(dataset.project, null, 2)}\n` };
  yield { path: `${prefix}codebook.json`, content: `${JSON.stringify(dataset.codebook, null, 2)}\n` };
  for (const { schema, path, rows } of dataset.tables) {
    const custom = schema === 'standoff-statement' ? dataset.custom : [];
    const content = inPieces(rows, (group) => formatCsv(tableOf(schema), group, { custom, header: false }), {
      first: formatCsv(tableOf(schema), [], { custom }),
    });
    yield { path: `${prefix}${path}`, content };
  }
}

/** A stand-off dataset's files from a dataset or a convert output in one step. */
export function standoff(input: StandoffInput): Iterable<ReleaseFile> {
  return standoffFiles(standoffDataset(input));
}
