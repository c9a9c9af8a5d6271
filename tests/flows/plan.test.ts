import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planFromAssumptions, planFromPilot } from '../../src/flows/plan.js';
import { planText } from '../../src/reports/plan-text.js';
import { rowsOf } from './agree-rows.js';

const test = suite('planning');

/** A pilot in which every fifth unit is disputed; units in documents of `size` alike. */
const pilot = (units: number, size: number) =>
  rowsOf(
    Array.from({ length: units }, (_, u) => {
      const document = Math.floor(u / size);
      const kind = (document * 7 + (size === 1 ? u : 0)) % 10;
      return [
        `u${u},a,${kind < 5 ? 'x' : 'y'},d${document}`,
        `u${u},b,${kind < 4 || kind === 7 ? 'x' : 'y'},d${document}`,
      ];
    }).flat(),
    'unit_id,annotator_id,label,document_id',
  );

const options = { bootstrap: 400, coefficients: ['krippendorff_alpha', 'gwet_ac1', 'cohen_kappa'] };

test('half the width takes four times the units', () => {
  const { plans } = planFromPilot(pilot(200, 1), options, { widths: [0.1, 0.2], units: [200] });
  for (const { needed, reached, se, pilot_units } of plans) {
    assert.ok(Math.abs(needed[0]!.units / needed[1]!.units - 4) < 0.05);
    assert.ok(Math.abs(reached[0]!.width - 2 * 1.959963984540054 * se!) < 1e-12);
    assert.is(pilot_units, 200);
  }
  assert.is(plans.find(({ coefficient }) => coefficient === 'gwet_ac1')!.se_method, 'analytic');
  assert.match(plans[0]!.se_method!, 'bootstrap');
});

test('units that are alike in their documents need more of them, and documents are counted', () => {
  const clustered = { ...options, clusterColumn: 'document_id' };
  const [alone] = planFromPilot(pilot(200, 5), options, { widths: [0.2] }).plans;
  const [together] = planFromPilot(pilot(200, 5), clustered, { widths: [0.2] }).plans;
  assert.ok(together!.design_effect! > 3);
  assert.ok(together!.needed[0]!.units > 2.5 * alone!.needed[0]!.units);
  assert.is(together!.needed[0]!.units, together!.needed[0]!.clusters! * 5);
  assert.is(alone!.needed[0]!.clusters, null);
});

test('a small pilot is said to be one, and a pilot without spread says nothing', () => {
  const small = planFromPilot(pilot(10, 1), options);
  assert.match(small.notes.join(), 'only 10 units');
  const flat = planFromPilot(rowsOf(['u1,a,x', 'u1,b,x', 'u2,a,y', 'u2,b,y', 'u3,a,x', 'u3,b,x']), options);
  for (const { needed, reason } of flat.plans) {
    assert.equal(needed, []);
    assert.ok(reason);
  }
});

test('assumptions do without a pilot', () => {
  const report = planFromAssumptions({ agreement: 0.5, kappa: 0.6 }, { widths: [0.1] });
  assert.equal(
    report.plans.map(({ needed }) => needed[0]!.units),
    [385, 984],
  );
  assert.match(planText(report), 'width 0.1 takes  385 units');
  assert.is(planFromAssumptions({ kappa: -0.9, shares: [0.9, 0.1] }).plans[0]!.needed.length, 0);
});

test.run();
