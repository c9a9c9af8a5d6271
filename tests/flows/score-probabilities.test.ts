import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { csvItems, jsonItems, type LabelledItem } from '../../src/flows/score-items.js';
import { checkProbabilities, probabilityReader } from '../../src/flows/score-probabilities.js';
import { score } from '../../src/flows/score.js';
import { readCsv } from '../../src/tables/csv-reader.js';
import { readJsonLines } from '../../src/tables/json-lines.js';

const test = suite('score probabilities');

const csv = (text: string, classes: readonly string[] = []): LabelledItem[] =>
  csvItems(readCsv(`${text}\n`, 'p.csv'), { classes }).items;
const json = (text: string): LabelledItem[] => jsonItems(readJsonLines(text, 'p.jsonl').lines, 'p.jsonl').items;
const shown = (items: readonly LabelledItem[]): unknown[] =>
  items.map(({ probabilities }) => (probabilities === null ? null : Object.fromEntries(probabilities)));

test('probabilities are found in columns with a common beginning, in an object, or in columns named as labels', () => {
  const expected = [{ favor: 0.75, against: 0.25 }];
  assert.equal(shown(csv('id,label,p_favor,p_against\n1,favor,0.75,0.25')), expected);
  assert.equal(shown(csv('id,prob_favor,prob_against\n1,0.75,.25')), expected);
  assert.equal(shown(csv('id,label,favor,against\n1,favor,0.75,0.25', ['favor', 'against'])), expected);
  assert.equal(shown(csv('id,label,probabilities\n1,favor,"{""favor"":0.75,""against"":0.25}"')), expected);
  assert.equal(shown(json('{"id":1,"probabilities":{"favor":0.75,"against":0.25}}')), expected);
  assert.equal(shown(json('{"id":1,"label":"favor","p_favor":0.75,"p_against":0.25}')), expected);
});

test('a prefix can be named, other columns are none, and empty cells give none', () => {
  const read = probabilityReader(['id', 'm_a', 'm_b', 'p_value'], { prefix: 'm_' });
  assert.equal(Object.fromEntries(read((name) => (name === 'm_a' ? '1' : ''))!), { a: 1, b: 0 });
  assert.is(
    probabilityReader(['id', 'label', 'p_value'])(() => '0.01'),
    null,
  );
  assert.equal(shown(csv('id,label,p_a,p_b\n1,a,,\n2,a,1,0')), [null, { a: 1, b: 0 }]);
});

test('a distribution that is none is a finding and left out; rounding is said once', () => {
  const { usable, findings } = checkProbabilities(
    csv('id,label,p_a,p_b\n1,a,0.7,0.7\n2,a,-0.1,1.1\n3,a,x,1\n4,a,0.33,0.66\n5,a,0.5,0.5\n6,a,0.66,0.33'),
  );
  assert.equal([...usable.keys()], ['4', '5', '6']);
  assert.ok(Math.abs(usable.get('4')!.get('b')! - 2 / 3) < 1e-12);
  assert.equal(
    findings.map(({ rule, severity, line }) => `${severity} ${rule} ${line}`),
    [
      'error score/probabilities 2',
      'error score/probabilities 3',
      'error score/probabilities 4',
      'info score/rounded 5',
    ],
  );
});

test('probabilities alone predict the likeliest label; gold with a tie has none but still its distribution', () => {
  const gold = csv('id,p_a,p_b\n1,1,0\n2,0.5,0.5\n3,0.2,0.8');
  const predicted = json(
    '{"id":1,"probs":{"a":0.9,"b":0.1}}\n{"id":2,"probs":{"a":0.5,"b":0.5}}\n{"id":3,"probs":{"b":1}}',
  );
  const report = score(gold, [{ system: 's', items: predicted }], { bootstrap: 0 });
  assert.equal(
    report.findings.map(({ rule, severity }) => `${severity} ${rule}`),
    ['info score/tie'],
  );
  const [system] = report.systems;
  assert.is(system!.items, 2);
  assert.is(system!.soft!.items, 3);
  assert.is(system!.soft!.predictions, 'probabilities');
  const value = (name: string): number =>
    [...system!.soft!.distributions, ...system!.soft!.calibration].find((one) => one.score === name)!.value!;
  assert.ok(Math.abs(value('manhattan') - (0.2 + 0 + 0.4) / 3) < 1e-12);
  assert.ok(Math.abs(value('brier') - (0.02 + 0) / 2) < 1e-12);
  assert.ok(Math.abs(value('ece') - 0.05) < 1e-12);
  assert.is(
    system!.soft!.reliability.reduce((sum, { items }) => sum + items, 0),
    2,
  );
});

test('labels without probabilities are certain of themselves, and have no calibration', () => {
  const gold = csv('id,label,p_a,p_b\n1,a,0.75,0.25');
  const { soft } = score(gold, [{ system: 's', items: csv('id,label\n1,a') }], { bootstrap: 0 }).systems[0]!;
  assert.is(soft!.predictions, 'labels, taken as certain');
  assert.is(soft!.distributions[0]!.value, 0.5);
  assert.equal(soft!.calibration, []);
  const none = score(csv('id,label\n1,a'), [{ system: 's', items: csv('id,label\n1,a') }], { bootstrap: 0 });
  assert.is(none.systems[0]!.soft, null);
});

test.run();
