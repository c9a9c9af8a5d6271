import { tableOf } from '../model/tables.js';
import { rowsAsCsv } from '../tables/csv-table.js';
import type { ReleaseFile } from './release.js';
import type { StandoffDataset } from './standoff.js';
import type { StandoffTable } from './standoff-tables.js';

/** The files of a stand-off dataset, below `prefix` ('' or a folder with its "/"). */
export function* standoffFiles(
  dataset: StandoffDataset,
  { prefix = '' }: { readonly prefix?: string } = {},
): Iterable<ReleaseFile> {
  yield { path: `${prefix}demarche.json`, content: `${JSON.stringify(dataset.project, null, 2)}\n` };
  yield { path: `${prefix}codebook.json`, content: `${JSON.stringify(dataset.codebook, null, 2)}\n` };
  for (const one of dataset.tables) {
    const custom = one.schema === 'standoff-statement' ? dataset.custom : [];
    for (const { path, rows } of splitRows(one)) {
      yield { path: `${prefix}${path}`, content: rowsAsCsv(path, tableOf(one.schema), rows, { custom }).bytes };
    }
  }
}

/** The files of a table with their rows, which come one file after another. */
function* splitRows({ path, rows, pathOf }: StandoffTable): Generator<{ path: string; rows: Iterable<object> }> {
  if (!pathOf) {
    yield { path, rows };
    return;
  }
  const all = rows[Symbol.iterator]();
  let next = all.next();
  while (!next.done) {
    const file = pathOf(next.value);
    let fresh = true;
    const rest = function* (): Generator<object> {
      fresh = false;
      while (!next.done && pathOf(next.value) === file) {
        yield next.value;
        next = all.next();
      }
    };
    const own = {
      *[Symbol.iterator](): Generator<object> {
        // Read in turn, a file goes on where the one before it ended; read late or again, it is looked for.
        if (fresh) yield* rest();
        else for (const row of rows) if (pathOf(row) === file) yield row;
      },
    };
    yield { path: file, rows: own };
    for (const row of rest()) void row;
  }
}
