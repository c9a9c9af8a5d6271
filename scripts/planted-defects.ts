/** Makes docs/planted-defects.md of a real run: what `validate` says of each of 31 defects. `npx tsx scripts/planted-defects.ts` */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  namedBy,
  plantedDefects,
  plantedRows,
  resultOf,
  type PlantedDefect,
  type PlantedResult,
} from '../tests/support/planted-defects.js';

/** A defect and what validation says of it. */
export interface PlantedPair {
  readonly defect: PlantedDefect;
  readonly result: PlantedResult;
}

/** Validates every planted defect. */
export function plantedResults(): PlantedPair[] {
  return plantedDefects.map((defect) => ({ defect, result: resultOf(defect.bytes) }));
}

/** docs/planted-defects.md: a line for each defect. */
export function plantedPage(pairs: readonly PlantedPair[]): string {
  const found = pairs.filter(({ defect, result }) => namedBy(result, defect)).length;
  const kept = pairs.filter(({ result }) => result.rows === plantedRows).length;
  return `<!-- Generated from a run of validate by scripts/planted-defects.ts. -->

# Planted defects

A table of ${plantedRows} statements that is clean, in a dataset that is clean, and one fault planted in it at a time: what
\`validate\` says. ${found} of ${pairs.length} are named with their rule, line and column; in ${kept} runs all ${plantedRows} rows were read.
tests/checks/planted-defects.test.ts holds the program to it; tests/support/planted-defects.ts makes the files.

| | defect | named by | line:column | rows read | said besides |
| --- | --- | --- | --- | --- | --- |
${pairs.map((pair, i) => `| ${i + 1} | ${line(pair)} |\n`).join('')}`;
}

function line({ defect, result }: PlantedPair): string {
  const { name, rule } = defect;
  const named = namedBy(result, defect);
  const besides = [...new Set(result.findings.map((one) => one.rule))].filter((one) => !named || one !== rule).sort();
  return [
    name,
    named ? `[\`${rule}\`](rules/${rule}.md) (${named.severity})` : 'not yet',
    named ? `${named.line}:${named.column}` : '',
    String(result.rows),
    besides.map((one) => `\`${one}\``).join(', '),
  ].join(' | ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync('docs/planted-defects.md', plantedPage(plantedResults()));
}
