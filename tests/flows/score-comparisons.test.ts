import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { labelRows } from '../../src/flows/agree-label-rows.js';
import { csvItems, type LabelledItem } from '../../src/flows/score-items.js';
import { joinItems } from '../../src/flows/score-join.js';
import { declaredMap, semevalCrosswalk } from '../../src/flows/score-map.js';
import { judgementsOf } from '../../src/flows/score-votes.js';
import { score } from '../../src/flows/score.js';
import { UsageError } from '../../src/model/errors.js';
import type { Codebook } from '../../src/model/generated.js';
import { scoreMarkdown, scoreText } from '../../src/reports/score-text.js';
import { readCsv } from '../../src/tables/csv-reader.js';

const test = suite('score comparisons');

const items = (lines: readonly string[], file = 'p.csv', header = 'id,label'): LabelledItem[] =>
  csvItems(readCsv([header, ...lines, ''].join('\n'), file)).items;
const many = (count: number, label: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => `${i},${label(i)}`);
const gold = (count: number): LabelledItem[] =>
  items(
    many(count, (i) => (i % 2 ? 'favor' : 'against')),
    'gold.csv',
  );
const system = (name: string, count: number, wrong: (i: number) => boolean) => ({
  system: name,
  items: items(many(count, (i) => ((i % 2 === 1) !== wrong(i) ? 'favor' : 'against'))),
});

test('every pair of systems is compared, p-values adjusted for all of them', () => {
  const systems = [
    system('good', 60, () => false),
    system('same', 60, () => false),
    system('bad', 60, (i) => i % 3 === 0),
  ];
  const { comparisons } = score(gold(60), systems, { conventions: ['accuracy'], bootstrap: 200 });
  assert.equal(
    comparisons.map(({ systems: pair }) => pair.join(' ')),
    ['good same', 'good bad', 'same bad'],
  );
  assert.match(comparisons[0]!.verdict, 'have the same accuracy');
  assert.match(comparisons[1]!.verdict, 'good is ahead of bad by 0.3333 accuracy, and the order is decided: exact');
  assert.match(comparisons[1]!.verdict, 'after adjusting for 3 comparisons');
  const [, second] = comparisons;
  const { p_value, q_value } = second!.differences[0]!;
  assert.ok(Math.abs(q_value! - p_value! * 1.5) < 1e-15);
});

test('a small lead is not decided, and lower errors lead', () => {
  const slightly = [system('a', 12, (i) => i < 1), system('b', 12, (i) => i < 2)];
  const { comparisons } = score(gold(12), slightly, { conventions: ['accuracy'], bootstrap: 200 });
  assert.match(comparisons[0]!.verdict, 'a is ahead of b by 0.0833 accuracy, but the order is not decided');
  const { comparisons: errors } = score(gold(12), slightly, {
    conventions: ['mae'],
    order: ['against', 'favor'],
    bootstrap: 0,
    permutations: 0,
  });
  assert.match(errors[0]!.verdict, 'a is ahead of b by 0.0833 mae; whether that is more than chance was not tested');
});

test('two systems are compared in each group, adjusted for the number of groups', () => {
  const header = 'id,label,target';
  const with2 = (wrong: (i: number) => boolean): LabelledItem[] =>
    items(
      Array.from({ length: 40 }, (_, i) => `${i},${wrong(i) ? 'b' : 'a'},t${i < 20 ? 1 : 2}`),
      'x.csv',
      header,
    );
  const { comparisons } = score(
    with2(() => false),
    [
      { system: 'a', items: with2(() => false) },
      { system: 'b', items: with2((i) => i < 10) },
    ],
    { conventions: ['accuracy'], bootstrap: 0 },
  );
  const [{ by, groups }] = comparisons[0]!.breakdowns as [(typeof comparisons)[0]['breakdowns'][0]];
  assert.is(by, 'target');
  assert.ok(Math.abs(groups[0]!.mcnemar.p_value! - 2 / 2 ** 10) < 1e-12);
  assert.equal([groups[1]!.mcnemar.p_value, groups[1]!.q_value], [null, null]);
});

test('many predictions that gold does not have are one finding', () => {
  const predicted = items(many(30, () => 'favor'));
  const { findings } = joinItems(gold(4), [predicted]);
  const extra = findings.filter(({ rule }) => rule === 'score/extra');
  assert.is(extra.length, 1);
  assert.match(extra[0]!.message, '26 items are not in gold');
  assert.is(extra[0]!.line, 6);
});

test('what the files do not say of an item the dataset may', () => {
  const lookup = (id: string) => ({ target: `t${Number(id) % 2}`, cluster: `d${Number(id) % 3}`, speaker: 'x' });
  const report = score(gold(8), [system('a', 8, () => false)], { bootstrap: 10, lookup, by: ['speaker'] });
  assert.is(report.input.clusters, 3);
  assert.equal(
    report.systems[0]!.breakdowns.map(({ by, groups }) => `${by} ${groups.length}`),
    ['target 2', 'speaker 1'],
  );
  assert.match(report.systems[0]!.scores[0]!.ci_method!, 'cluster');
  assert.throws(
    () => score(gold(8), [system('a', 8, () => false)], { by: ['colour'] }),
    (error: Error) => error instanceof UsageError && /"colour"/.test(error.message),
  );
});

const CODEBOOK = {
  crosswalks: [{ scheme: 'SemEval-2016 stance', field: 'stance', map: { favor: 'FAVOR', unclear: null } }],
} as unknown as Codebook;

test('labels are translated before anything else, and those without a class left out', () => {
  const map = declaredMap(['favor=FAVOR', 'against=AGAINST', 'mixed=', '*=NONE'], null)!;
  const mixed = items(['1,favor', '2,against', '3,mixed', '4,unclear'], 'g.csv');
  const report = score(mixed, [{ system: 's', items: items(['1,FAVOR', '2,against', '3,none', '4,zzz']) }], {
    bootstrap: 0,
    map,
  });
  assert.equal(report.input.categories, ['AGAINST', 'FAVOR', 'NONE']);
  assert.equal(
    report.findings.map(({ rule, message }) => `${rule} ${/\d+ item/.exec(message)?.[0] ?? ''}`),
    ['score/unmapped 1 item'],
  );
  assert.is(report.systems[0]!.scores.find(({ score: name }) => name === 'macro3')!.value, 1);
  assert.match(report.notes.join(), map.name.slice(0, 20));
});

test('a map may be a crosswalk of the codebook; unknown ones and broken parts are wrong use', () => {
  const map = declaredMap(['semeval'], CODEBOOK)!;
  assert.equal([map.map.get('favor'), map.map.get('unclear')], ['FAVOR', null]);
  assert.is(semevalCrosswalk(CODEBOOK, 'speech_act'), null);
  assert.is(declaredMap([], CODEBOOK), null);
  assert.throws(() => declaredMap(['dna'], CODEBOOK), /no crosswalk "dna"/);
  assert.throws(() => declaredMap(['a=b', 'c'], null), /label=class/);
});

const VOTES = ['1,x,a', '1,y,a', '1,z,b', '2,x,b', '2,y,b', '2,z,b', '3,x,a', '3,y,b'];
const votes = (lines: readonly string[] = VOTES) =>
  judgementsOf(labelRows(readCsv(['unit_id,annotator_id,label', ...lines, ''].join('\n'), 'votes.csv')).rows, 'stance');

test("annotators' labels are gold, gold's distribution and the ceiling", () => {
  const report = score(null, [{ system: 's', items: items(['1,a', '2,b', '3,a']) }], {
    bootstrap: 0,
    judgements: votes().judgements,
  });
  assert.is(report.input.items, 2);
  assert.equal(
    report.findings.map(({ rule }) => rule),
    ['score/tie'],
  );
  const { ceiling } = report;
  assert.equal([ceiling!.items, ceiling!.judgements, ceiling!.ties], [2, 4, 2]);
  assert.equal(ceiling!.scores.find(({ score: name }) => name === 'accuracy')!.value, 0.75);
  assert.equal(
    ceiling!.by_annotator.map(({ annotator_id, judgements }) => `${annotator_id} ${judgements}`),
    ['x 1', 'y 1', 'z 2'],
  );
  const { soft } = report.systems[0]!;
  assert.is(soft!.items, 3);
  assert.ok(Math.abs(soft!.distributions[0]!.value! - (2 / 3 + 0 + 1) / 3) < 1e-12);
  assert.equal(soft!.annotator_error, { value: 2 / 8, judgements: 8 });
});

test('the ceiling is of people where two are known, else it says whose it is', () => {
  const kinds = new Map([
    ['x', 'person'],
    ['y', 'person'],
    ['z', 'model'],
  ]);
  const ceiling = (known: ReadonlyMap<string, string>) =>
    score(items(['1,a', '2,b'], 'g.csv'), [{ system: 's', items: items(['1,a', '2,b']) }], {
      bootstrap: 0,
      judgements: votes().judgements,
      kinds: known,
    }).ceiling!;
  assert.equal(ceiling(kinds).annotators, ['x', 'y']);
  assert.is(ceiling(kinds).note, null);
  assert.match(ceiling(new Map([['x', 'model']])).note!, 'not of people');
});

test('a repeated judgement is a finding, and the first counts', () => {
  const { judgements, findings } = votes([...VOTES, '1,x,b']);
  assert.is(judgements.length, 8);
  assert.is(findings[0]!.rule, 'label/duplicate');
  assert.match(findings[0]!.message, 'the first counts');
  assert.not.match(findings[0]!.message, '--duplicates');
});

test('text and Markdown say the verdict, the ceiling and the probabilities', () => {
  const soft = items(['1,0.9,0.1', '2,0.2,0.8', '3,0.5,0.5'], 's.csv', 'id,p_a,p_b');
  const report = score(
    null,
    [
      { system: 's|1', items: soft },
      { system: 't', items: items(['1,a', '2,a', '3,a']) },
    ],
    { bootstrap: 20, judgements: votes().judgements },
  );
  const text = scoreText(report);
  const markdown = scoreMarkdown(report);
  for (const part of ['ahead of', 'ceiling', 'manhattan', 'entropy of gold', 'mean confidence', 'McNemar', 'floor']) {
    if (part !== 'floor') assert.ok(text.includes(part) && markdown.includes(part), part);
  }
  assert.ok(markdown.startsWith('### scores: 2 gold items'));
  assert.ok(markdown.includes('| --- | ---: |'));
  for (const line of text.split('\n')) assert.is(line, line.trimEnd());
});

test.run();
