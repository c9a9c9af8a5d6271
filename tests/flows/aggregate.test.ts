import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { aggregate } from '../../src/flows/aggregate.js';
import { createRandom } from '../../src/measures/random.js';
import { aggregateCsv, aggregateText } from '../../src/reports/aggregate-text.js';
import { rowsOf } from './agree-rows.js';

const test = suite('aggregate');
const LINES = ['u1,a,x', 'u1,b,x', 'u1,c,y', 'u2,a,y', 'u2,b,y', 'u3,a,x', 'u3,b,y'];

test('the majority with its share, open ties and votes, in the order of unit ids', () => {
  const report = aggregate(rowsOf([...LINES].reverse()));
  assert.equal(
    report.units.map(({ unit_id, label, votes, tied }) => [unit_id, label, votes, tied.join()].join(' ')),
    ['u1 x 3 ', 'u2 y 2 ', 'u3  2 x,y'],
  );
  assert.is(report.ties, 1);
  assert.ok(Math.abs(report.units[0]!.probability - 2 / 3) < 1e-12);
  assert.is(report.converged, null);
});

test('MACE runs a fixed number of iterations and says nothing of a bound that fell', () => {
  const random = createRandom(7);
  for (let table = 0; table < 20; table++) {
    const lines = Array.from({ length: 20 }, (_, unit) =>
      ['a', 'b', 'c'].map(
        (annotator) =>
          `u${unit},${annotator},${'xyz'[random.uniform() < 0.7 ? unit % 3 : Math.floor(random.uniform() * 3)]}`,
      ),
    ).flat();
    for (const method of ['mace', 'mace_em']) {
      const { notes } = aggregate(rowsOf(lines), { method, maxIterations: 300 });
      assert.not.ok(
        notes.some((note) => note.includes('bound')),
        `${method} on table ${table}`,
      );
    }
  }
});

test('soft labels are columns of the CSV and sum to one', () => {
  const csv = aggregateCsv(aggregate(rowsOf(LINES), { soft: true, method: 'dawid_skene' }));
  const [header, ...rows] = csv.trimEnd().split('\n');
  assert.is(header, 'unit_id,label,votes,probability,tied,p_x,p_y');
  for (const row of rows) {
    const cells = row.split(',');
    assert.ok(Math.abs(Number(cells[5]) + Number(cells[6]) - 1) < 1e-9, row);
  }
  assert.is(aggregateCsv(aggregate(rowsOf(LINES))).split('\n')[0], 'unit_id,label,votes,probability,tied');
});

test('duplicates give findings and no label, unless a rule is chosen; keep makes each a vote', () => {
  const twice = [...LINES, 'u2,a,x'];
  const refused = aggregate(rowsOf(twice));
  assert.equal(refused.units, []);
  assert.match(refused.reason ?? '', '--duplicates');
  assert.ok(refused.findings.some(({ rule }) => rule === 'label/duplicate'));
  assert.match(aggregateText(refused), 'no labels: an annotator labelled a unit twice');
  assert.is(aggregate(rowsOf(twice), { duplicates: 'keep' }).units[1]!.votes, 3);
  assert.is(aggregate(rowsOf(twice), { duplicates: 'first' }).units[1]!.votes, 2);
});

test('an annotator counts with the last round alone', () => {
  const header = 'unit_id,annotator_id,label,round';
  const lines = ['u1,a,x,1', 'u1,a,y,2', 'u1,b,y,1'];
  for (const duplicates of ['error', 'keep'] as const) {
    const { units } = aggregate(rowsOf(lines, header), { duplicates });
    assert.equal([units[0]!.label, units[0]!.votes], ['y', 2]);
  }
});

test('an iteration that was cut short is said to be', () => {
  const cut = aggregate(rowsOf(LINES), { method: 'dawid_skene', maxIterations: 1 });
  assert.is(cut.converged, false);
  assert.match(cut.notes.join(), 'did not converge within 1 iterations');
  assert.match(aggregateText(cut), 'NOT CONVERGED after 1 iterations');
});

test('methods and tie rules that are not known are wrong use, with the nearest one', () => {
  assert.throws(() => aggregate(rowsOf(LINES), { method: 'dawid-skene' }), /did you mean "dawid_skene"/);
  assert.throws(() => aggregate(rowsOf(LINES), { ties: 'frist' }), /did you mean "first"/);
});

test('without labels there is a reason, and with another field a finding', () => {
  assert.is(aggregate([]).reason, 'there are no labels');
  const header = 'unit_id,annotator_id,field,value';
  const report = aggregate(rowsOf(['u1,a,stance,x'], header), { field: 'speech_act' });
  assert.is(report.findings[0]!.rule, 'label/no-field');
  assert.is(report.reason, 'there are no labels');
});

test('confusion matrices are by true category, their rows sum to one', () => {
  const { annotators } = aggregate(rowsOf(LINES), { method: 'one_coin' });
  for (const { confusion } of annotators) {
    for (const row of Object.values(confusion!)) {
      assert.ok(Math.abs(Object.values(row).reduce((a, b) => a + b, 0) - 1) < 1e-6);
    }
  }
});

test.run();
