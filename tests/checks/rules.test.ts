import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checks } from '../../src/checks/index.js';
import { codebookRules } from '../../src/checks/codebook.js';
import { jsonRules } from '../../src/checks/json-file.js';
import { textFormRules } from '../../src/checks/text-form.js';
import { readRulePages, rulesIndex } from '../../scripts/rule-pages.js';
import { expectedOf, fixtureRules } from '../support/rule-fixtures.js';

const test = suite('rules');

const pages = readRulePages();
/** What only `validate --fix` reports needs a file that can't be written, and has no fixture. */
const isByValidate = (foundBy: string): boolean => /\bvalidate\b(?! --)/.test(foundBy);
const documented = (): string[] => pages.map(({ rule }) => rule);

/** Every text in src that is a rule's id by its room; file names and media types have other first parts. */
function used(rooms: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('generated.ts')) continue;
    const text = readFileSync(join('src', file), 'utf8');
    for (const [, id] of text.matchAll(/'([a-z]+\/[a-z0-9-]+)'/g)) {
      const room = id!.slice(0, id!.indexOf('/'));
      const media = /^text\/(html|plain|csv|markdown)$/.test(id!);
      if (rooms.has(room) && !media) found.set(id!, file);
    }
    for (const [, id] of text.matchAll(/\bfinding\(\s*'([^']+)'/g)) found.set(id!, file);
  }
  return found;
}

test('every rule that the program can report has a page in docs/rules', () => {
  const known = documented();
  const rooms = new Set(known.map((id) => id.slice(0, id.indexOf('/'))));
  const missing = [...used(rooms)].filter(([id]) => !known.includes(id)).map(([id, file]) => `${id} (${file})`);
  assert.ok(known.length > 60, 'the pages were read');
  assert.equal(missing, []);
});

test('every page of docs/rules is of a rule that is used', () => {
  const known = documented();
  const rooms = new Set(known.map((id) => id.slice(0, id.indexOf('/'))));
  const all = used(rooms);
  assert.equal(
    known.filter((id) => !all.has(id)),
    [],
  );
});

test('the rules that checks declare have pages, and no two checks have one name', () => {
  const declared = [...checks.flatMap((check) => check.rules), ...codebookRules, ...jsonRules, ...textFormRules];
  const known = documented();
  assert.equal(
    declared.filter((id) => !known.includes(id)),
    [],
  );
  assert.is(new Set(checks.map((check) => check.name)).size, checks.length);
});

test('docs/rules.md is what the pages say', () => {
  assert.is(readFileSync('docs/rules.md', 'utf8'), rulesIndex(pages));
});

test('a page links to other rules, and each is there', () => {
  const known = documented();
  for (const { rule, related } of pages) {
    assert.ok(related.length > 0 && !related.includes(rule), rule);
    assert.equal(
      related.filter((other) => !known.includes(other)),
      [],
      rule,
    );
  }
});

test('a rule that validate finds has fixtures, one that it does not has none, and their severity is that of the page', () => {
  const byValidate = pages.filter(({ foundBy }) => isByValidate(foundBy));
  assert.equal(byValidate.map(({ rule }) => rule).sort(), fixtureRules());
  for (const { rule, severity } of byValidate) {
    assert.is(expectedOf(rule).findings[0]!.severity, /^[a-z]+/.exec(severity)![0], rule);
  }
});

test('what the checks declare is found by validate', () => {
  const declared = [...checks.flatMap((check) => check.rules), ...codebookRules, ...jsonRules, ...textFormRules];
  const fixtures = fixtureRules();
  assert.equal(
    declared.filter((rule) => !fixtures.includes(rule)),
    [],
  );
});

test.run();
