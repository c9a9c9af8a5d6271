import { recognise } from '../../src/checks/recognise.js';
import { tableOf } from '../../src/model/tables.js';
import type { ReleaseDataset, StatementRow } from '../../src/releases/dataset.js';
import type { EarlierRelease } from '../../src/releases/earlier-release.js';
import { metadataOfProject } from '../../src/releases/release-meaning.js';
import type { VersionEntry } from '../../src/releases/release.js';
import { csvTable } from '../../src/tables/csv-table.js';
import { readCsv } from '../../src/tables/csv-reader.js';
import { typedRows } from '../../src/tables/typed-rows.js';

/** The files of a release, by path, as the release before the next one. */
export function earlierFrom(files: ReadonlyMap<string, string>, dataset: ReleaseDataset): EarlierRelease {
  const { versions: history } = JSON.parse(files.get('versions.json')!) as { versions: VersionEntry[] };
  const rows = typedRows<StatementRow>(readCsv(files.get('data/statements.csv')!, ''), tableOf('statement')).rows;
  return {
    version: history[0]!.version,
    tables: [...files].flatMap(([path, text]) => {
      if (!path.startsWith('data/')) return [];
      const schema = recognise(path.slice(5), text.split('\n')[0]!.split(','))!;
      return [csvTable(path.slice(5, -4), tableOf(schema), [new TextEncoder().encode(text)])];
    }),
    meaning: { codebook: dataset.codebook, schemas: [], metadata: metadataOfProject(dataset.project) },
    notRebuilding: null,
    statements: rows.map(({ row }) => row),
    tombstones: [],
    history,
  };
}
