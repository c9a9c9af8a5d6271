import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/errors.js';
import { compareText, finding, type Place } from '../model/findings.js';
import type { Finding, StandoffDocument, StandoffStatement, StandoffTurn } from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import type { AnnotatedDocument } from '../releases/hydration.js';
import type { RowStore, StoredRows } from '../tables/row-store.js';
import { openHead, type DatasetHead } from './dataset.js';
import { customColumnsOf, typedPieces, type LinedRow } from './typed-pieces.js';

/** A stand-off dataset as read for hydration. */
export interface ReadStandoff {
  readonly documents: number;
  readonly statements: number;
  /** Custom columns of the statements. */
  readonly custom: readonly string[];
  /** Its documents in the order of their ids, each with its rows; made while it is read, one at a time. */
  readonly annotated: () => Iterable<AnnotatedDocument>;
  /** Number of a row in its table, for rows of `annotated`. */
  readonly numberOf: (row: object) => number;
  readonly findings: readonly Finding[];
}

/** Opens a stand-off dataset, or that of a release folder. Throws UsageError for anything else. */
export function openStandoff(path: string): DatasetHead {
  if (!existsSync(path)) throw new UsageError(`${path}: there is no such folder`);
  const folder = [path, join(path, 'standoff')].find((one) => existsSync(join(one, 'demarche.json')));
  if (folder === undefined)
    throw new UsageError(
      `${path} holds no demarche.json; name a stand-off dataset, or a release folder with standoff/`,
    );
  const head = openHead(folder);
  if (head.project.standoff === true) return head;
  const inside = join(folder, 'standoff');
  if (existsSync(join(inside, 'demarche.json'))) return openStandoff(inside);
  throw new UsageError(`${folder} is no stand-off dataset: its demarche.json does not say "standoff": true`);
}

type Kept<T> = T & { readonly '#number': number; readonly '#line': number };

/**
 * Reads the tables of a stand-off dataset: statements and turns go into a store, sorted by document, so that a large
 * dataset takes little memory. `shown` names a file for findings. Throws UsageError where a table is missing,
 * ReaderError where one can't be read.
 */
export function readStandoff(
  { root }: DatasetHead,
  store: RowStore,
  { shown = (file: string) => join(root, file) }: { readonly shown?: (file: string) => string } = {},
): ReadStandoff {
  const findings: Finding[] = [];
  const lines = new WeakMap<object, { readonly file: string; readonly line: number; readonly number: number }>();
  function* rowsOf<T>(schema: 'standoff-document' | 'standoff-statement' | 'standoff-turn') {
    const table = tableOf(schema);
    const path = join(root, table.file);
    if (existsSync(path)) yield* typedPieces<T>(path, table, { name: shown(table.file), findings });
    else if (schema !== 'standoff-turn') throw new UsageError(`${root} holds no ${table.file}`);
  }
  const documents = uniqueDocuments(
    [...rowsOf<StandoffDocument>('standoff-document')],
    shown('documents.csv'),
    findings,
  );
  const ids = new Set(documents.map(({ row }) => row.document_id));
  const sorted = <T extends StandoffStatement | StandoffTurn>(
    rows: Iterable<LinedRow<T>>,
    file: string,
    idOf: (row: T) => string,
  ): StoredRows<Kept<T>> => {
    function* kept(): Generator<Kept<T>> {
      let number = 0;
      for (const { row, line } of rows) {
        if (ids.has(row.document_id)) yield { ...row, '#number': number++, '#line': line };
        else findings.push(unknownDocument({ file, line, column: 1 }, row.document_id, idOf(row)));
      }
    }
    const byPlace = (a: T, b: T): number =>
      compareText(a.document_id, b.document_id) || a.start - b.start || a.end - b.end || compareText(idOf(a), idOf(b));
    return store.sorted(kept(), byPlace);
  };
  const [statementFile, turnFile] = [shown('statements.csv'), shown('turns.csv')];
  const statements = sorted(rowsOf<StandoffStatement>('standoff-statement'), statementFile, (row) => row.statement_id);
  const turns = sorted(rowsOf<StandoffTurn>('standoff-turn'), turnFile, (row) => row.turn_id);
  const bare = <T extends object>(file: string, { '#number': number, '#line': line, ...row }: Kept<T>): T => {
    lines.set(row, { file, line, number });
    return row as unknown as T;
  };
  const documentFile = shown('documents.csv');
  const placeOf = (row: object): Place => {
    const place = lines.get(row);
    return place ? { file: place.file, line: place.line, column: 1 } : { file: documentFile };
  };
  return {
    documents: documents.length,
    statements: statements.count,
    custom: customColumnsOf(join(root, 'statements.csv')),
    *annotated() {
      const [nextStatements, nextTurns] = [byDocument(statements), byDocument(turns)];
      for (const { row, line } of documents) {
        const document = bare(documentFile, { ...row, '#number': 0, '#line': line });
        yield {
          document,
          statements: nextStatements(row.document_id).map((one) => bare(statementFile, one)),
          turns: nextTurns(row.document_id).map((one) => bare(turnFile, one)),
          placeOf,
        };
      }
    },
    numberOf: (row) => lines.get(row)?.number ?? 0,
    findings,
  };
}

/** Gives the rows of each document in turn; documents come in the order of their ids, as the rows do. */
function byDocument<T extends { readonly document_id: string }>(rows: Iterable<T>): (documentId: string) => T[] {
  const reader = rows[Symbol.iterator]();
  let next = reader.next();
  return (documentId) => {
    const own: T[] = [];
    while (next.done !== true && next.value.document_id === documentId) {
      own.push(next.value);
      next = reader.next();
    }
    return own;
  };
}

/** Documents in the order of their ids; of two with one id the first. */
function uniqueDocuments(
  rows: readonly LinedRow<StandoffDocument>[],
  file: string,
  findings: Finding[],
): LinedRow<StandoffDocument>[] {
  const sorted = [...rows].sort((a, b) => compareText(a.row.document_id, b.row.document_id) || a.line - b.line);
  return sorted.filter(({ row, line }, i) => {
    if (sorted[i - 1]?.row.document_id !== row.document_id) return true;
    const message = `document "${row.document_id}" stands twice`;
    findings.push(finding('table/duplicate-key', { file, line, column: 1 }, message, { record_id: row.document_id }));
    return false;
  });
}

function unknownDocument(place: Place, documentId: string, id: string): Finding {
  const message = `"${documentId}" is no document of documents.csv`;
  return finding('reference/unknown', place, message, { record_id: id, field: 'document_id', value: documentId });
}
