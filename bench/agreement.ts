import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLabelInput } from '../src/cli/label-input.js';
import { tableMatrix } from '../src/flows/agree-table-matrix.js';
import { agreementResults } from '../src/measures/agreement-results.js';
import type { LabelMatrix } from '../src/measures/label-matrix.js';
import { generateLabels, parseRecipe } from '../tests/parity/gen-labels.js';

/*
 * Agreement on generated labels (5 annotators, 5 categories, 10 % missing), in CPU time, as ratios to counting the
 * newlines of the same file in the same run: whole processes against a whole process, tasks in memory against the count
 * in memory. The command is the built one.
 *   npm run build && npx tsx bench/agreement.ts [units, default 1000000] [rounds, default 5]
 */

const [units = 1_000_000, rounds = 5] = process.argv.slice(2).map(Number);
const main = join(import.meta.dirname, '..', 'dist', 'src', 'cli', 'main.js');
if (!existsSync(main)) throw new Error('dist is missing: npm run build');
const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));

function labelFile(name: string, count: number, order: string): string {
  const path = join(folder, name);
  const recipe = `--units ${count} --annotators 5 --categories 5 --missing 0.1 --noise 0.4 --seed 7 --order ${order}`;
  writeFileSync(path, generateLabels(parseRecipe(recipe)));
  return path;
}

const byUnit = labelFile('by-unit.csv', units, 'unit');
const byAnnotator = labelFile('by-annotator.csv', units, 'annotator');
const small = labelFile('small.csv', 10_000, 'unit');

interface Cost {
  readonly cpu: number;
  readonly megabytes: number;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const middle = (costs: readonly Cost[]): Cost => ({
  cpu: median(costs.map(({ cpu }) => cpu)),
  megabytes: median(costs.map(({ megabytes }) => megabytes)),
});

/** Says at its end what the process cost. */
const REPORT = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();
process.stderr.write('\\nCOST '+(u.userCPUTime+u.systemCPUTime)/1e6+' '+u.maxRSS/1024)})`.replaceAll('\n', '');

function wholeProcess(args: readonly string[]): Cost {
  const { stderr } = spawnSync(process.execPath, ['--import', REPORT, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const [, cpu, megabytes] = /COST (\S+) (\S+)$/.exec(stderr) ?? [];
  if (cpu === undefined) throw new Error(stderr);
  return { cpu: Number(cpu), megabytes: Number(megabytes) };
}

function inMemory(work: () => unknown): Cost {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e6, megabytes: 0 };
}

const COUNT = `const b=require('fs').readFileSync(process.argv[1]);let n=0;
for(let i=b.indexOf(10);i>=0;i=b.indexOf(10,i+1))n++;`;

function countNewlines(): number {
  const bytes = readFileSync(byUnit);
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

const { labels } = readLabelInput([byUnit], { project: undefined });
const matrix = tableMatrix(labels);
/** A copy knows nothing of what was computed from the matrix before. */
const fresh = (): LabelMatrix => ({ ...matrix });
const clusters = Int32Array.from({ length: matrix.unitIds.length }, (_, unit) => Math.floor(unit / 20));
const clustered = (): LabelMatrix => ({ ...matrix, clusters, clusterIds: [] });

const SIX = ['krippendorff_alpha', 'percent_agreement', 'gwet_ac1', 'fleiss_kappa', 'conger_kappa', 'brennan_prediger'];
const alpha = { coefficients: ['krippendorff_alpha'] };
const agree = (path: string, ...more: string[]) => [main, 'agree', path, '--format', 'json', ...more];
const onlyAlpha = ['--coefficients', 'krippendorff_alpha', '--bootstrap', '0'];

type Task = readonly [name: string, goal: string, cost: () => Cost];
const scan: Task = ['process: count newlines', '', () => wholeProcess(['-e', COUNT, byUnit])];
const processes: readonly Task[] = [
  ['process: CSV to alpha, rows by unit', '7 x, 250 MB', () => wholeProcess(agree(byUnit, ...onlyAlpha))],
  ['process: CSV to alpha, rows by annotator', '12 x', () => wholeProcess(agree(byAnnotator, ...onlyAlpha))],
  ['process: the whole report, 1,000 replicates', '', () => wholeProcess(agree(byUnit))],
];
const scanInMemory: Task = ['count newlines', '', () => inMemory(countNewlines)];
const tasks: readonly Task[] = [
  ['alpha, labels in memory', '0.8 x', () => inMemory(() => agreementResults(fresh(), alpha))],
  [
    'six coefficients with errors, ten kappas',
    '5 x',
    () => inMemory(() => agreementResults(fresh(), { coefficients: [...SIX, 'cohen_kappa'] })),
  ],
  [
    '1,000 replicates of alpha by unit',
    '2 x',
    () => inMemory(() => agreementResults(fresh(), { ...alpha, bootstrap: 1000 })),
  ],
  [
    '100 replicates of alpha by cluster of 20',
    '',
    () => inMemory(() => agreementResults(clustered(), { ...alpha, bootstrap: 100 })),
  ],
];

/** The tasks take turns, so that a slow moment of the machine falls on all of them. */
function measure(base: Task, others: readonly Task[]): void {
  const all = [base, ...others];
  const costs = all.map((): Cost[] => []);
  for (let round = 0; round <= rounds; round++) {
    all.forEach(([, , cost], i) => {
      const found = cost();
      if (round > 0) costs[i]!.push(found);
    });
  }
  const unit = middle(costs[0]!).cpu;
  all.forEach(([name, goal], i) => {
    const { cpu, megabytes } = middle(costs[i]!);
    const memory = megabytes > 0 ? `${megabytes.toFixed(0).padStart(5)} MB` : ''.padStart(8);
    const ratio = `${(cpu / unit).toFixed(2).padStart(7)} x`;
    process.stdout.write(`${name.padEnd(46)} ${cpu.toFixed(3).padStart(7)} s ${ratio} ${memory}  ${goal}\n`);
  });
}

process.stdout.write(`${labels.rows} rows, medians of ${rounds} rounds\n`);
measure(scan, processes);
measure(scanInMemory, tasks);
const empty = middle(Array.from({ length: 9 }, () => wholeProcess(['-e', '0']))).cpu;
for (const more of [[], onlyAlpha]) {
  const whole = middle(Array.from({ length: 9 }, () => wholeProcess(agree(small, ...more)))).cpu;
  const name = `process: 10,000 units, ${more.length > 0 ? 'alpha alone' : 'the whole report, 1,000 replicates'}`;
  process.stdout.write(`${name.padEnd(56)} ${(whole - empty).toFixed(3)} s over an empty Node  0.12 s\n`);
}
rmSync(folder, { recursive: true });
