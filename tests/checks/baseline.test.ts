import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { baselineOf, formatBaseline, knownFaults, matchBaseline, updatedBaseline } from '../../src/checks/baseline.js';
import { schemaChecker } from '../../src/checks/schema-errors.js';
import { finding } from '../../src/model/findings.js';
import type { Finding } from '../../src/model/generated.js';

const test = suite('baseline');

const fault = (record_id: string, line = 2, severity: Finding['severity'] = 'error'): Finding =>
  finding('table/value', { file: 'a.csv', line, column: 1 }, 'wrong', { record_id, field: 'f', value: 'v', severity });

test('a fault is known wherever its row stands, and a third copy of a twice-known one is new', () => {
  const { knows } = matchBaseline(baselineOf([fault('1'), fault('1', 3), fault('2')]));
  assert.equal([knows(fault('1', 90)), knows(fault('1', 91)), knows(fault('1', 92))], [true, true, false]);
  assert.equal([knows(fault('3')), knows(fault('2'))], [false, true]);
});

test('a known warning that has become an error is new', () => {
  const { knows } = matchBaseline(baselineOf([fault('1', 2, 'warning')]));
  assert.is(knows(fault('1')), false);
});

test('faults that no finding met are mended, as far as their file was looked at', () => {
  const match = matchBaseline(baselineOf([fault('1'), fault('1'), fault('2')]));
  match.knows(fault('1'));
  assert.is(match.mended(), 2);
  assert.is(
    match.mended((file) => file !== 'a.csv'),
    0,
  );
});

test('an update only shrinks, unless growth is allowed', () => {
  const old = baselineOf([fault('1'), fault('1'), fault('2')]);
  const now = baselineOf([fault('1'), fault('3'), fault('3')]);
  assert.is(knownFaults(updatedBaseline(old, now)), 1);
  const grown = updatedBaseline(old, now, { grow: true });
  assert.equal(
    grown.faults.map(({ record_id, count }) => [record_id, count]),
    [
      ['1', 1],
      ['3', 2],
    ],
  );
  const more = baselineOf([fault('1'), fault('1'), fault('1')]);
  assert.is(knownFaults(updatedBaseline(old, more)), 2);
  assert.is(knownFaults(updatedBaseline(old, more, { grow: true })), 3);
});

test('what is known of a file that was not looked at stays', () => {
  const old = baselineOf([fault('1')]);
  assert.equal(updatedBaseline(old, baselineOf([]), { lookedAt: () => false }), old);
});

test('the file has the same bytes whatever the order of findings, fits its schema, and holds no information', () => {
  const found = [fault('2'), fault('1'), fault('1', 9), fault('3', 4, 'info')];
  const text = formatBaseline(baselineOf(found));
  assert.is(text, formatBaseline(baselineOf([...found].reverse())));
  assert.equal(schemaChecker()('baseline', JSON.parse(text)), []);
  assert.is(text.split('\n').length, 5);
  assert.not.match(text, /info/);
  assert.equal(schemaChecker()('baseline', JSON.parse(formatBaseline(baselineOf([])))), []);
});

test.run();
