import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { csvItems, jsonItems, type LabelledItem } from '../../src/flows/score-items.js';
import { joinItems } from '../../src/flows/score-join.js';
import { score } from '../../src/flows/score.js';
import { scoreText } from '../../src/reports/score-text.js';
import { readCsv } from '../../src/tables/csv-reader.js';
import { readJsonLines } from '../../src/tables/json-lines.js';

const test = suite('score');
const items = (lines: readonly string[], file = 'p.csv', header = 'id,label,target,document_id'): LabelledItem[] =>
  csvItems(readCsv([header, ...lines, ''].join('\n'), file)).items;

const GOLD = ['1,FAVOR,t1,d1', '2,AGAINST,t1,d1', '3,NONE,t2,d2', '4,FAVOR,t2,d3', '5,AGAINST,t2,d3'];
const gold = (): LabelledItem[] => items(GOLD, 'gold.csv');
const rules = (predicted: readonly string[]): string[] =>
  joinItems(gold(), [items(predicted, 'p.csv', 'id,label')]).findings.map(
    ({ rule, severity, file, line, record_id }) => `${severity} ${rule} ${file}:${line} ${record_id}`,
  );

test('gold against itself is clean and 1', () => {
  const report = score(gold(), [{ system: 'gold', items: gold() }], {
    bootstrap: 0,
    order: ['AGAINST', 'NONE', 'FAVOR'],
  });
  assert.equal(report.findings, []);
  for (const { score: name, value, reason } of report.systems[0]!.scores) {
    if (name === 'xstance' || name === 'rumoureval') assert.match(reason!, 'the classes of');
    else assert.is(value, name === 'mae' ? 0 : 1, name);
  }
  assert.is(report.input.clusters, 3);
});

test('missing, extra, duplicated, reordered and unknown are findings at their place', () => {
  assert.equal(rules(['1,FAVOR', '2,AGAINST', '4,FAVOR', '3,NONE', '9,NONE', '1,NONE', '4,x']), [
    'error score/duplicate p.csv:7 1',
    'error score/duplicate p.csv:8 4',
    'error score/missing gold.csv:6 5',
    'warning score/extra p.csv:6 9',
    'info score/reordered p.csv:null null',
  ]);
  assert.equal(rules(['1,Favor', '2,AGAINST', '3,NONE', '4,FAVOR', '5,']), [
    'warning score/empty-label p.csv:6 5',
    'error score/missing gold.csv:6 5',
    'warning score/unknown-label p.csv:2 1',
  ]);
});

test('items are joined by id, never by line', () => {
  const { items: joined } = joinItems(gold(), [items([...GOLD].reverse())]);
  assert.ok(joined.every(({ gold: label, predictions }) => label === predictions[0]));
});

test('a system is scored alike whatever stands beside it', () => {
  const good = {
    system: 'good',
    items: items(['1,FAVOR', '2,AGAINST', '3,NONE', '4,FAVOR', '5,FAVOR'], 'a.csv', 'id,label'),
  };
  const odd = { system: 'odd', items: items(['1,FAVOR', '2,weird'], 'b.csv', 'id,label') };
  const alone = score(gold(), [good], { bootstrap: 20 });
  const beside = score(gold(), [good, odd], { bootstrap: 20 });
  assert.equal(beside.systems[0], alone.systems[0]);
  assert.equal(alone.comparisons, []);
  assert.is(beside.comparisons[0]!.items, 2);
  assert.equal(beside.systems[1]!.categories, ['AGAINST', 'FAVOR', 'weird']);
});

test('targets are reported with their support', () => {
  const { breakdowns } = score(
    gold(),
    [{ system: 's', items: items(['1,FAVOR', '2,NONE', '3,NONE', '4,FAVOR', '5,FAVOR']) }],
    {
      bootstrap: 0,
    },
  ).systems[0]!;
  assert.equal(
    breakdowns.map(({ by, groups }) => [by, ...groups.map(({ value, items: count }) => `${value} ${count}`)]),
    [['target', 't1 2', 't2 3']],
  );
  assert.is(breakdowns[0]!.groups[0]!.classes.find(({ category }) => category === 'NONE')!.support, 0);
});

test('JSON Lines are read with keys of other usual names, faults at their line', () => {
  const text = '{"statement_id":"s1","stance":"favor"}\n{"stance":"none"}\n{"id":7,"label":null}\n';
  const { items: read, findings } = jsonItems(readJsonLines(text, 'p.jsonl').lines, 'p.jsonl');
  assert.equal(
    read.map(({ id, label }) => `${id} ${label}`),
    ['s1 favor', '7 '],
  );
  assert.equal(
    findings.map(({ rule, line }) => `${rule} ${line}`),
    ['score/missing-key 2'],
  );
});

test('a file without an id or a label column says what to type', () => {
  const { items: none, findings } = csvItems(readCsv('name,answer\n1,x\n', 'p.csv'));
  assert.equal(none, []);
  assert.equal(
    findings.map(({ message }) => /--\w+/.exec(message)![0]),
    ['--id', '--label'],
  );
  assert.is(csvItems(readCsv('name,answer\n1,x\n', 'p.csv'), { id: 'name', label: 'answer' }).items[0]!.label, 'x');
});

test('conventions are chosen by name, unknown ones are wrong use', () => {
  const system = { system: 's', items: gold() };
  const report = score(gold(), [system], { bootstrap: 0, conventions: ['macro3', 'accuracy'] });
  assert.equal(
    report.systems[0]!.scores.map(({ score: name }) => name),
    ['macro3', 'accuracy'],
  );
  assert.throws(() => score(gold(), [system], { conventions: ['acuracy'] }), /did you mean "accuracy"/);
});

test('nothing to score gives reasons and a readable text', () => {
  const report = score([], [{ system: 's', items: [] }], { bootstrap: 10 });
  assert.ok(report.systems[0]!.scores.every(({ value, reason }) => value === null && reason !== null));
  assert.match(scoreText(report), 'not defined: no item has both');
});

test('the text shows scores, classes, confusion, targets and the comparison', () => {
  const other = {
    system: 'b',
    items: items(['1,NONE', '2,AGAINST', '3,NONE', '4,FAVOR', '5,AGAINST'], 'b.csv', 'id,label'),
  };
  const text = scoreText(score(gold(), [{ system: 'a', items: gold() }, other], { bootstrap: 20 }));
  for (const part of ['semeval2016 ', 'macro3', 'precision', 'gold \\ predicted', 't2', 'a minus b', 'McNemar']) {
    assert.ok(text.includes(part), part);
  }
  for (const line of text.split('\n')) assert.is(line, line.trimEnd());
});

test.run();
