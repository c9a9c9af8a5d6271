import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unifiedDiff } from '../../src/text/unified-diff.js';
import { applyDiff } from './apply-diff.js';

const test = suite('unified diff');

const same = (...lines: string[]) => lines.map((line) => ({ before: `${line}\n`, after: `${line}\n` }));
const diff = (changes: Parameters<typeof unifiedDiff>[1]): string => [...unifiedDiff('a.csv', changes)].join('');

test('a change is shown between three lines on each side', () => {
  const changes = [...same('1', '2', '3', '4'), { before: 'x\n', after: 'y\n' }, ...same('5', '6', '7', '8')];
  assert.is(diff(changes), '--- a/a.csv\n+++ b/a.csv\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-x\n+y\n 5\n 6\n 7\n');
});

test('changes far apart are hunks of their own, near ones share one', () => {
  const change = { before: 'x\n', after: '' };
  const far = diff([change, ...same('1', '2', '3', '4', '5', '6', '7'), change]);
  assert.equal(far.match(/^@@.*$/gm), ['@@ -1,4 +1,3 @@', '@@ -6,4 +5,3 @@']);
  assert.is(diff([change, ...same('1', '2', '3', '4', '5', '6'), change]).match(/^@@/gm)!.length, 1);
});

test('a missing line feed at the end is said', () => {
  assert.is(
    diff([{ before: 'x', after: 'x\n' }]),
    '--- a/a.csv\n+++ b/a.csv\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+x\n',
  );
});

test('nothing is shown where nothing changed', () => assert.is(diff(same('1', '2')), ''));

test('a diff turns the one text into the other', () => {
  const lines = fc
    .array(fc.constantFrom('a\n', 'b\r\n', '\n', 'c\rd\n'), { maxLength: 2 })
    .map((parts) => parts.join(''));
  const change = fc.oneof(
    { weight: 3, arbitrary: lines.map((line) => ({ before: line, after: line })) },
    { weight: 1, arbitrary: fc.record({ before: lines, after: lines }) },
  );
  const last = fc.constantFrom({ before: '', after: '' }, { before: 'z', after: 'z\n' }, { before: 'z', after: 'z' });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), last, (changes, end) => {
      const all = [...changes, end];
      const [before, after] = [all.map((one) => one.before).join(''), all.map((one) => one.after).join('')];
      const text = diff(all);
      assert.is(text === '' ? before : applyDiff(before, text), after);
    }),
    { seed: 5, numRuns: 500 },
  );
});

test.run();
