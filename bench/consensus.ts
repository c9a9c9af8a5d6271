import { CONSENSUS_METHODS } from '../src/measures/consensus/index.js';
import { votesOf } from '../src/measures/consensus/votes.js';
import { labelMatrix } from '../src/measures/label-matrix.js';
import { cellsOf } from '../tests/parity/agreement-tables.js';
import { generateLabels, parseRecipe } from '../tests/parity/gen-labels.js';

/*
 * Consensus methods on generated labels in memory, in CPU time, beside counting the newlines of ten times as many units:
 *   npx tsx bench/consensus.ts [units, default 100000]
 */

const seconds = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const units = Number(process.argv[2] ?? 100_000);
const recipe = '--annotators 5 --categories 5 --missing 0.1 --noise 0.4 --seed 7';
const csv = generateLabels(parseRecipe(`--units ${units} ${recipe}`));
const large = Buffer.from(csv.repeat(10));
const matrix = labelMatrix(cellsOf(csv));

function newlines(): number {
  let count = 0;
  for (let at = large.indexOf(10); at >= 0; at = large.indexOf(10, at + 1)) count++;
  return count;
}

const measured = (work: () => unknown): number => {
  work();
  return median([seconds(work), seconds(work), seconds(work)]);
};

const scan = measured(newlines);
const say = (name: string, time: number, more = ''): void => {
  process.stdout.write(`${name.padEnd(34)} ${time.toFixed(4)} s  ${(time / scan).toFixed(2)} x  ${more}\n`);
};
say('newlines of ten times the file', scan);
say(
  'folding into votes',
  measured(() => votesOf(matrix)),
);
for (const method of CONSENSUS_METHODS) {
  const time = measured(() => method.infer(votesOf(matrix)));
  const { iterations } = method.infer(votesOf(matrix));
  say(`${method.name}, folding included`, time, `${iterations} iterations`);
}
