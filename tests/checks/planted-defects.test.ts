import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plantedPage, plantedResults } from '../../scripts/planted-defects.js';
import { cleanBytes, namedBy, plantedDefects, plantedRows, resultOf } from '../support/planted-defects.js';

const test = suite('planted defects');

/** Defects that no check names yet, by the rule that is to name them: take a rule out when it is there. */
const notYet: readonly string[] = [];

const results = plantedResults();

test('the table has 41 rows and nothing to be found before anything is planted', () => {
  assert.equal(resultOf(cleanBytes), { findings: [], rows: plantedRows });
  assert.is(plantedRows, 41);
  assert.is(plantedDefects.length, 31);
});

for (const { defect, result } of results) {
  const { name, rule, line, column } = defect;
  if (notYet.includes(rule)) {
    test(`${name} is still to be found as ${rule}`, () => {
      assert.is(namedBy(result, defect), undefined, `${rule} is found: take it out of notYet`);
    });
    continue;
  }
  test(`${name} is named by ${rule} at ${line}:${column}, and no row is lost`, () => {
    const places = result.findings.map((one) => `${one.file}:${one.line}:${one.column} ${one.rule}`);
    assert.ok(places.includes(`statements.csv:${line}:${column} ${rule}`), places.join('\n'));
    assert.is(result.rows, plantedRows);
  });
}

test('docs/planted-defects.md tells what is found', () => {
  assert.is(
    readFileSync('docs/planted-defects.md', 'utf8'),
    plantedPage(results),
    'run npx tsx scripts/planted-defects.ts',
  );
});

test.run();
