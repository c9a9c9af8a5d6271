import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agree } from '../../src/flows/agree.js';
import { agreementMarkdown } from '../../src/reports/agreement-markdown.js';
import { agreementText } from '../../src/reports/agreement-text.js';
import { rowsOf } from './agree-rows.js';

const test = suite('agree');
const HEADER = 'statement_id,annotator_id,field,value,round,document_id';

const stance = (unit: string, labels: readonly string[], document = 'd1'): string[] =>
  labels.map((label, a) => `${unit},${'abcd'[a]},stance,${label},1,${document}`);
const scores = (unit: string, values: readonly string[]): string[] =>
  values.map((value, a) => `${unit},${'abcd'[a]},stance_score,${value},1,d1`);

const LINES = [
  ...stance('s1', ['favor', 'favor', 'favor']),
  ...stance('s2', ['favor', 'against', 'favor'], 'd2'),
  ...stance('s3', ['none', 'favor', 'none'], 'd2'),
  ...stance('s4', ['against', 'against', 'unclear'], 'd3'),
  ...stance('s5', ['none', 'none', 'none'], 'd3'),
  ...stance('s6', ['neutral', 'mixed', 'neutral'], 'd4'),
  ...scores('s1', ['2', '3', '2']),
  ...scores('s4', ['-1', '-2']),
  ...scores('s2', ['1', '-1', '2']),
];

test('the field is picked and the primary result comes first', () => {
  const report = agree(rowsOf(LINES, HEADER), { bootstrap: 0, primary: 'gwet_ac1' });
  assert.is(report.input.units, 6);
  assert.equal(report.input.annotators, ['a', 'b', 'c']);
  assert.is(report.results[0]!.coefficient, 'gwet_ac1');
  assert.is(report.results.filter(({ coefficient }) => coefficient === 'gwet_ac1').length, 1);
});

test('stance is judged at nested levels, each with its own n', () => {
  const { levels } = agree(rowsOf(LINES, HEADER), { bootstrap: 0 });
  assert.equal(
    levels.map(({ level, units, pairable_units }) => [level, units, pairable_units].join(' ')),
    ['position 6 6', 'sign 5 4', 'strength 2 2', 'score 3 3'],
  );
  const position = levels[0]!.results.find(({ coefficient }) => coefficient === 'percent_agreement')!;
  // s3 and s4 are each split two to one: a third of their pairs agree.
  assert.ok(Math.abs(position.value! - (4 + 2 / 3) / 6) < 1e-12);
});

test('clusters come from the rows or from outside, and are counted', () => {
  const rows = rowsOf(LINES, HEADER);
  assert.is(agree(rows, { bootstrap: 50, clusterColumn: 'document_id' }).input.clusters, 4);
  const bare = rows.map((row) => ({ ...row, cluster: null }));
  const outside = agree(bare, {
    bootstrap: 50,
    clusterColumn: 'speaker_id',
    clusterOf: (unit) => (unit < 's4' ? 'x' : 'y'),
  });
  assert.is(outside.input.clusters, 2);
  assert.is(outside.results[0]!.ci_method, 'bootstrap percentile by cluster');
  assert.is(agree(rows, { bootstrap: 50 }).results[0]!.ci_method, 'bootstrap percentile by unit');
});

test('people are kept apart from programs', () => {
  const kinds = new Map([
    ['a', 'person'],
    ['b', 'person'],
    ['c', 'model'],
  ]);
  const report = agree(rowsOf(LINES, HEADER), { bootstrap: 0, kinds });
  assert.is(report.group, 'people');
  const two = agree(rowsOf(['u1,a,x', 'u1,b,x', 'u1,c,z', 'u2,a,y', 'u2,b,y']), { bootstrap: 0, kinds });
  assert.equal(
    two.categories.map(({ category }) => category),
    ['x', 'y'],
    'a category that only the model used is not in the domain of the people',
  );
  assert.equal(
    report.other_groups.map(({ group }) => group),
    ['everybody'],
  );
  assert.equal(
    report.pairs.map((pair) => pair.kinds),
    ['person-person', 'person-program', 'person-program'],
  );
  const single = agree(rowsOf(LINES, HEADER), {
    bootstrap: 0,
    kinds: new Map([
      ['a', 'person'],
      ['b', 'model'],
      ['c', 'program'],
    ]),
  });
  assert.match(single.notes.join(), 'agreement between programs, not reliability');
});

test('unsettled duplicates give findings and no figure', () => {
  const report = agree(rowsOf([...LINES, 's1,a,stance,none,1,d1'], HEADER), { bootstrap: 0 });
  assert.equal(report.results, []);
  assert.match(report.notes.join(), 'no figure');
  const required = agree(rowsOf([...LINES, 's1,a,stance,none,1,d1'], HEADER), { requirements: ['gwet_ac1.value > 0'] });
  assert.equal(
    required.requirements.map(({ met, line }) => `${met} ${line}`),
    ['false requirement gwet_ac1.value > 0: NOT met, there is no figure'],
  );
  assert.ok(report.findings.some(({ rule }) => rule === 'label/duplicate'));
  assert.ok(
    agree(rowsOf([...LINES, 's1,a,stance,none,1,d1'], HEADER), { bootstrap: 0, duplicates: 'first' }).results.length >
      0,
  );
});

test('a second round is reported as test-retest', () => {
  const again = ['s1,a,stance,favor,2,d1', 's2,a,stance,against,2,d2', 's3,a,stance,none,2,d2'];
  const { retest, input } = agree(rowsOf([...LINES, ...again], HEADER), { bootstrap: 0 });
  assert.is(input.annotators.length, 3);
  assert.is(retest.length, 1);
  assert.is(retest[0]!.units, 3);
  assert.ok(Math.abs(retest[0]!.percent_agreement! - 2 / 3) < 1e-12);
});

test('units whose labels differ are a work list, the worst first, with all shares adding up', () => {
  const { units, disagreeing_units } = agree(rowsOf(LINES, HEADER), { bootstrap: 0 });
  assert.is(disagreeing_units, 4);
  assert.ok(Math.abs(units.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-12);
  assert.equal(units.find(({ unit_id }) => unit_id === 's4')!.labels, { a: 'against', b: 'against', c: 'unclear' });
  assert.is(agree(rowsOf(LINES, HEADER), { bootstrap: 0, worst: 1 }).units.length, 1);
});

test('coincidences add up to the pairable labels', () => {
  const { coincidences } = agree(rowsOf(LINES, HEADER), { bootstrap: 0 });
  const total = coincidences.reduce((sum, { labels: [a, b], count }) => sum + (a === b ? count : 2 * count), 0);
  assert.ok(Math.abs(total - 18) < 1e-9);
});

test('names that are not known are wrong use, with the nearest one', () => {
  const rows = rowsOf(LINES, HEADER);
  assert.throws(() => agree(rows, { coefficients: ['kripendorff_alpha'] }), /did you mean "krippendorff_alpha"/);
  assert.throws(() => agree(rows, { levels: ['ordnal'] }), /did you mean "ordinal"/);
  assert.throws(() => agree(rows, { weights: ['square'] }), /unknown weights/);
});

test('a field that no label has is a finding, not a crash', () => {
  const report = agree(rowsOf(LINES, HEADER), { field: 'speech_act', bootstrap: 0 });
  assert.is(report.findings[0]!.rule, 'label/no-field');
  assert.equal(report.findings[0]!.allowed, ['stance', 'stance_score']);
  assert.equal(report.results, []);
  assert.type(agreementText(report), 'string');
});

test('the report reads as text with the primary first and as Markdown with a table', () => {
  const report = agree(rowsOf(LINES, HEADER), { bootstrap: 100, clusterColumn: 'document_id', threshold: 0.667 });
  const text = agreementText(report);
  assert.match(
    text,
    /^agreement on stance: 6 units \(6 with two or more labels\), 3 annotators, 6 categories, 4 clusters \(document_id\)\n/,
  );
  assert.match(text, /\n {2}krippendorff_alpha \(nominal\) +0\.\d{3} +\[.*\] +n 6\n/);
  assert.match(text, "project's threshold krippendorff_alpha.ci_low >= 0.667: NOT met");
  assert.match(text, /100 replicates, seed 1.*annotators taken as fixed/);
  assert.ok(text.indexOf('krippendorff_alpha') < text.indexOf('sensitivity'));
  assert.match(agreementMarkdown(report), '| coefficient | value | interval | units |');
  for (const line of text.split('\n')) assert.is(line, line.trimEnd());
});

test('JSON holds no number that is none, and the same rows give the same bytes', () => {
  const options = {
    bootstrap: 100,
    coefficients: ['all'],
    levels: ['nominal', 'ordinal'],
    clusterColumn: 'document_id',
  };
  const first = JSON.stringify(agree(rowsOf(LINES, HEADER), options));
  const parsed = JSON.stringify(agree(rowsOf([...LINES].reverse(), HEADER), options).results);
  assert.is(JSON.stringify((JSON.parse(first) as { results: unknown }).results), parsed);
});

test.run();
