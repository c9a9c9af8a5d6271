import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkAnnotators } from '../../src/flows/agree-annotator-checks.js';
import { labelMatrix } from '../../src/measures/label-matrix.js';
import { createRandom } from '../../src/measures/random.js';

const test = suite('checks of annotators');

/** The rules found when annotator i gives unit u the label `give[i](u)`. */
function rules(units: number, give: readonly ((unit: number) => string)[]): string[] {
  const cells = Array.from({ length: units }, (_, unit) =>
    give.map((label, a) => ({ unit: `u${unit}`, annotator: `a${a}`, label: label(unit) })),
  ).flat();
  return checkAnnotators(labelMatrix(cells), 'labels.csv').map(({ rule, value }) => `${rule} ${value ?? ''}`.trim());
}

const honest = (seed: number) => {
  const random = createRandom(seed);
  const labels = Array.from({ length: 200 }, (_, unit) => (random.uniform() < 0.8 ? String(unit % 3) : '0'));
  return (unit: number): string => labels[unit]!;
};
const noise = (seed: number) => {
  const random = createRandom(seed);
  const labels = Array.from({ length: 200 }, () => String(random.integer() % 3));
  return (unit: number): string => labels[unit]!;
};

test('ordinary annotators give no finding', () => {
  assert.equal(rules(200, [honest(1), honest(2), honest(3)]), []);
});

test('one label throughout is constant', () => {
  assert.equal(rules(200, [honest(1), honest(2), () => '0']), ['label/constant a2']);
});

test('labels without any relation to those of others are at chance level', () => {
  assert.equal(rules(200, [honest(1), honest(2), noise(9)]), ['label/chance-level a2']);
});

test('complete agreement of everybody is too perfect', () => {
  assert.equal(rules(60, [honest(1), honest(1)]), ['label/too-perfect']);
  assert.equal(rules(20, [honest(1), honest(1)]), [], 'a few units prove nothing');
});

test('many annotators for few units look turned around', () => {
  const turned = Array.from({ length: 40 }, (_, a) => () => String(a % 2));
  assert.ok(rules(2, turned).includes('label/orientation'));
});

test.run();
