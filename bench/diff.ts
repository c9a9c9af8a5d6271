/*
 * Speed and memory of `diff` on two releases (in order of ids) and on two datasets (in order of documents), beside digests
 * of the same files in the same run. Of 1000 statements 5 are new, 5 withdrawn, 5 have another stance. Runs the built
 * program: npm run build before.
 *   npx tsx bench/diff.ts [rows, default 1000000]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStore } from '../src/files/disk-store.js';
import { csvFile } from '../src/files/open-release.js';
import { sha256File } from '../src/files/release-folder.js';
import { writeFileWhole } from '../src/files/write.js';
import { csvLine } from '../src/tables/csv-rows.js';
import { linesAsBytes, type CsvTable } from '../src/tables/csv-table.js';
import { sortedTable } from '../src/tables/sorted-table.js';
import { columnsOf, TableCursor } from '../src/tables/table-cursor.js';
import { runBuilt } from './extraction/process.js';
import { writeDataset } from './validation/dataset.js';

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
const at = (...parts: readonly string[]): string => join(folder, ...parts);

/** The lines of a version of the statements: the older one lacks some, the newer one lacks others and corrects some. */
function* linesOf(table: CsvTable, version: 'before' | 'after'): Generator<string> {
  const cursor = new TableCursor(table, table.key);
  const stance = cursor.columns.indexOf('stance');
  for (let row = 0; cursor.next(); row++) {
    const turn = row % 200;
    if (turn === (version === 'before' ? 0 : 1)) continue;
    const corrected = version === 'after' && turn === 2;
    const other = cursor.text(stance) === 'favor' ? 'against' : 'favor';
    yield corrected ? csvLine(cursor.cells().map((cell, i) => (i === stance ? other : cell))) : cursor.line();
  }
}

function writePair(table: CsvTable, before: string, after: string): void {
  const header = csvLine(columnsOf(table));
  writeFileWhole(before, linesAsBytes(header, linesOf(table, 'before')));
  writeFileWhole(after, linesAsBytes(header, linesOf(table, 'after')));
}

async function measure(name: string, files: readonly string[], sides: readonly [string, string]): Promise<void> {
  const start = process.cpuUsage();
  for (const file of files) sha256File(file);
  const { user, system } = process.cpuUsage(start);
  const digests = (user + system) / 1e6;
  const { cpu, megabytes } = await runBuilt(['diff', ...sides, '--quiet'], [0]);
  const ratio = `${(cpu / digests).toFixed(1)} x the SHA-256 of both`;
  process.stdout.write(
    `${name}: 2 x ${rows} rows, ${cpu.toFixed(1)} s CPU, ${ratio}; peak ${megabytes.toFixed(0)} MB\n`,
  );
}

try {
  for (const name of ['old', 'new']) {
    mkdirSync(at(name), { recursive: true });
    writeDataset(at(name), { rows: name === 'old' ? rows : 1, fault: 'none' });
  }
  const made = csvFile(at('old', 'statements.csv'));
  writeFileWhole(at('made.csv'), made.bytes);
  const all = csvFile(at('made.csv'), 'statements');
  writePair(all, at('old', 'statements.csv'), at('new', 'statements.csv'));
  const datasets = ['old', 'new'].map((name) => at(name, 'statements.csv'));
  await measure('datasets', datasets, [at('old'), at('new')]);
  const releases = ['1.0.0', '1.1.0'].map((name) => at(name, 'data', 'statements.csv'));
  writePair(sortedTable(all, all.key, diskStore(at('rows'))), releases[0]!, releases[1]!);
  await measure('releases', releases, [at('1.0.0'), at('1.1.0')]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
