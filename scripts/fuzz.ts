/**
 * Runs the properties of tests/properties that concern reading for longer, with seeds that rise, and says how many inputs
 * were tried: npx tsx scripts/fuzz.ts [--minutes N] [--seed S] [--only word]. A failure is told with what repeats it;
 * the other properties go on. Exit code 1 when one failed.
 */
import { parseArgs } from 'node:util';
import fc, { type IRawProperty } from 'fast-check';
import * as csv from '../tests/support/csv-properties.js';
import { anyHarm, anyHarmToFixtures } from '../tests/support/mutation-properties.js';
import { anyDocument, anyText } from '../tests/support/reader-properties.js';
import { anyPieces, csvAsJson, fastAsSlow } from '../tests/support/validate-properties.js';

/** Each with the number of inputs that take about a second. */
const properties: readonly (readonly [name: string, property: unknown, runs: number])[] = [
  ['csv: written and read back', csv.readBack, 500],
  ['csv: any pieces', csv.anyChunks, 500],
  ['csv: no row lost', csv.noRowLost, 700],
  ['csv: places', csv.places, 500],
  ['csv: as the reference', csv.asTheReference, 2000],
  ['cells: fast as slow', fastAsSlow, 100],
  ['validate: any pieces, any order', anyPieces, 5],
  ['validate: CSV as JSON Lines', csvAsJson, 6],
  ['validate: harmed dataset', anyHarm, 8],
  ['validate: harmed fixtures', anyHarmToFixtures, 5],
  ['readers: any document', anyDocument, 100],
  ['readers: any text', anyText, 60],
];

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string', default: '' } },
});
const until = Date.now() + Number(values.minutes ?? 5) * 60_000;
const tried = new Map<string, number>();
const failures = new Map<string, string>();
const wanted = properties.filter(([name]) => name.includes(values.only));
let seed = Number(values.seed ?? 1);
for (; Date.now() < until && failures.size < wanted.length; seed++) {
  for (const [name, property, runs] of wanted) {
    if (failures.has(name)) continue;
    const result = await fc.check(property as IRawProperty<unknown[]>, { seed, numRuns: runs });
    tried.set(name, (tried.get(name) ?? 0) + result.numRuns);
    if (!result.failed) continue;
    const why = result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
    failures.set(
      name,
      `--seed ${result.seed}, path ${result.counterexamplePath}: ${fc.stringify(result.counterexample)}\n${why}`,
    );
  }
}
for (const [name, count] of tried) console.log(`${name}: ${count} inputs${failures.has(name) ? ', FAILED' : ''}`);
for (const [name, said] of failures) console.log(`\n${name} failed with ${said.slice(0, 3000)}`);
console.log(`\nnext seed: ${seed}`);
process.exitCode = failures.size ? 1 : 0;
