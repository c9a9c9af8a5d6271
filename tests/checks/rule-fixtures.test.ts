import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readRulePages } from '../../scripts/rule-pages.js';
import { findingText } from '../../src/reports/findings/finding-text.js';
import type { Finding } from '../../src/model/generated.js';
import { expectedOf, findingsOfFixture, fixtureRules, hasFixture } from '../support/rule-fixtures.js';

const test = suite('rule fixtures');

const pages = new Map(readRulePages().map((page) => [page.rule, page]));

const others = (findings: readonly Finding[], rule: string): string[] =>
  [...new Set(findings.filter((found) => found.rule !== rule).map((found) => found.rule))].sort();

test('the dataset that the fixtures spoil is clean', () => {
  assert.equal(findingsOfFixture(null, 'fail'), []);
});

for (const rule of fixtureRules()) {
  test(`${rule} is found where it stands, and only there, and its page shows how`, () => {
    const { findings: expected, also = [] } = expectedOf(rule);
    const found = findingsOfFixture(rule, 'fail');
    const told = found
      .filter((one) => one.rule === rule)
      .map((one, i) => ({
        file: one.file,
        line: one.line,
        column: one.column,
        severity: one.severity,
        ...(expected[i]?.field === undefined ? {} : { field: one.field }),
        ...(expected[i]?.value === undefined ? {} : { value: one.value }),
        ...(expected[i]?.suggestion === undefined ? {} : { suggestion: one.suggestion?.value }),
      }));
    assert.equal(told, expected);
    assert.equal(others(found, rule), [...also].sort());
    const first = found.find((one) => one.rule === rule)!;
    assert.is(pages.get(rule)?.example, `${findingText(first, { fix: true })}\n`, 'run npx tsx scripts/rule-pages.ts');
  });

  test(`${rule} is not found in what only looks like it`, () => {
    assert.ok(hasFixture(rule, 'fail') && hasFixture(rule, 'pass'), 'both fixtures are there');
    const found = findingsOfFixture(rule, 'pass');
    assert.equal(
      found.filter((one) => one.rule === rule),
      [],
    );
    assert.equal(others(found, rule), [...(expectedOf(rule).pass?.also ?? [])].sort());
  });
}

test.run();
