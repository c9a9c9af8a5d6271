import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readRulePages } from '../../scripts/rule-pages.js';
import { commandFixtures, printedBy } from '../support/command-fixtures.js';

const test = suite('rule examples');

const pages = new Map(readRulePages().map((page) => [page.rule, page]));
const fixtures = commandFixtures();

for (const fixture of fixtures) {
  test(`${fixture.args[0]} prints about ${fixture.name} what the pages of its rules show`, () => {
    const printed = printedBy(fixture);
    for (const rule of fixture.rules) {
      assert.is(printed.get(rule), pages.get(rule)?.example, `${rule}: run npx tsx scripts/rule-pages.ts`);
      assert.match(pages.get(rule)!.foundBy, new RegExp(`\\b${fixture.args[0]}\\b`), rule);
    }
  });
}

test('every page with an example of another command has its fixture', () => {
  const shown = fixtures.flatMap(({ rules }) => rules);
  assert.is(shown.length, new Set(shown).size);
  const others = [...pages.values()].filter(
    ({ foundBy, example }) => !/\bvalidate\b/.test(foundBy) && example !== null,
  );
  assert.equal(others.map(({ rule }) => rule).sort(), shown.sort());
});

test.run();
