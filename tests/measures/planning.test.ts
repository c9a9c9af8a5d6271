import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreementPilot, kappaPilot, unitsForWidth, widthForUnits } from '../../src/measures/planning.js';

const test = suite('planning measures');

test('units for a width: the textbook numbers', () => {
  assert.is(unitsForWidth(agreementPilot(0.5), 0.1), 385);
  assert.is(unitsForWidth(agreementPilot(0.5), 0.1, { population: 1000 }), 278);
  assert.is(unitsForWidth({ se: 0.05, units: 100 }, 0.196, { confidence: 0.95 }), 100);
  // With two categories used alike the variance of kappa is one minus its square.
  assert.is(unitsForWidth(kappaPilot(0.6, [1, 1])!, 0.1), Math.ceil((2 * 1.959963984540054 * 0.8) ** 2 / 0.01));
});

test('width and units are each other turned round', () => {
  const pilot = { se: 0.04, units: 120 };
  for (const width of [0.05, 0.1, 0.3]) {
    const units = unitsForWidth(pilot, width);
    assert.ok(widthForUnits(pilot, units) <= width);
    assert.ok(widthForUnits(pilot, units - 1) > width || units === 2);
  }
});

test('an impossible kappa has no plan', () => {
  assert.is(kappaPilot(-0.9, [0.9, 0.1]), null);
  assert.is(kappaPilot(0.5, [1]), null);
  assert.is(kappaPilot(1.2, [1, 1]), null);
});

test.run();
