import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labelRows } from '../src/flows/agree-label-rows.js';
import { agree } from '../src/flows/agree.js';
import { agreementResults } from '../src/measures/agreement-results.js';
import { labelMatrix } from '../src/measures/label-matrix.js';
import { readCsv } from '../src/tables/csv-reader.js';
import { generateLabels, parseRecipe } from '../tests/parity/gen-labels.js';

/*
 * Agreement on generated labels, in CPU time, as ratios to counting the newlines of the same file in the same run:
 *   npx tsx bench/agreement.ts [units, default 100000]
 */

const seconds = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const units = Number(process.argv[2] ?? 100_000);
const recipe = parseRecipe(`--units ${units} --annotators 5 --categories 5 --missing 0.1 --noise 0.4 --seed 7`);
const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
const path = join(folder, 'labels.csv');
writeFileSync(path, generateLabels(recipe));

function newlines(): number {
  const bytes = readFileSync(path);
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

const alpha = { coefficients: ['krippendorff_alpha'] };
const read = (): ReturnType<typeof labelRows>['rows'] => labelRows(readCsv(readFileSync(path, 'utf8'), path)).rows;
const rows = read();
const matrix = labelMatrix(rows);
const tasks: Readonly<Record<string, () => unknown>> = {
  'count newlines': newlines,
  'CSV to alpha': () => agreementResults(labelMatrix(read()), alpha),
  'CSV to the whole report, 1000 replicates': () => agree(read(), { bootstrap: 1000 }),
  'labels in memory to alpha': () => agreementResults(matrix, alpha),
  'all coefficients with errors, after loading': () => agreementResults(matrix),
  '1000 replicates of alpha, after loading': () => agreementResults(matrix, { ...alpha, bootstrap: 1000 }),
};

let scan = 0;
for (const [name, work] of Object.entries(tasks)) {
  work();
  const time = median([seconds(work), seconds(work), seconds(work)]);
  if (name === 'count newlines') scan = time;
  process.stdout.write(
    `${name.padEnd(44)} ${time.toFixed(4).padStart(9)} s  ${(time / scan).toFixed(1).padStart(8)} x\n`,
  );
}
process.stdout.write(`${rows.length} rows; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
rmSync(folder, { recursive: true });
