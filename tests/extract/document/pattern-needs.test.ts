import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lineRules } from '../../../src/extract/document/mark-lines.js';
import { patternNeeds } from '../../../src/extract/document/pattern-needs.js';
import { loadLexicons } from '../../../src/files/lexicons.js';

const test = suite('pattern needs');

const first = (pattern: string): string | null => {
  const set = patternNeeds(pattern).first;
  return set && [...set].sort().join('');
};

test('the first letters are those of every branch, past what may be missing', () => {
  assert.is(first('^(photo|image)s?$'), 'ip');
  assert.is(first('^(the )?[xy]+ news$'), 'txy');
  assert.is(first('^\\(?ends\\)?$'), '(e');
});

test('an expression that may begin anywhere or with anything has no first letters', () => {
  assert.is(first('photo$'), null);
  assert.is(first('^photo|image'), null);
  assert.is(first('^.{0,9}photo$'), null);
  assert.is(first('^[^a]photo$'), null);
});

test('words and marks are needed only where no branch goes without them', () => {
  assert.equal(patternNeeds('^.{0,9}all rights( are)? reserved$').holds, [['all rights']]);
  assert.equal(patternNeeds('^.*(photo|image).*/$').holds, [['photo', 'image'], ['/']]);
  assert.equal(patternNeeds('^.*(photo)?/?$').holds, []);
  assert.equal(patternNeeds('^.*(?!photo)x$').holds, []);
});

test('the greatest length leaves blanks out and is known only to the end of the text', () => {
  assert.is(patternNeeds('^ab{2,3}\\s*c$').most, 10);
  assert.is(patternNeeds('^abc').most, Infinity);
  assert.is(patternNeeds('^ab+$').most, Infinity);
});

test('lines are marked by the rule that trying every expression in turn finds', () => {
  const rules = loadLexicons().lexicons.boilerplate;
  const find = lineRules(rules).find;
  const regex = rules.filter((rule) => rule.match === 'regex');
  const plain = lineRules(rules.filter((rule) => rule.match !== 'regex')).find;
  const vary = (line: string): string[] =>
    [
      line,
      line.toUpperCase(),
      line.slice(1),
      line.slice(0, -1),
      `${line}:`,
      `(${line})`,
      line.replaceAll('s', 'ſ'),
    ].map((text) => text.trim());
  let hits = 0;
  for (const line of rules.flatMap((rule) => vary(rule.example ?? '')).filter((text) => text !== '')) {
    if (plain(line)) continue;
    const expected = regex.find((rule) => new RegExp(rule.pattern, 'iu').test(line))?.rule_id ?? null;
    if (expected) hits++;
    assert.is(find(line)?.rule_id ?? null, expected, line);
  }
  assert.ok(hits > 300, `${hits} lines are boilerplate`);
});

test.run();
