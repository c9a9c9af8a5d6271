import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sameMention } from '../../src/flows/agree-same-mention.js';
import { agreeSpans } from '../../src/flows/agree-spans.js';
import { csvStatements, jsonStatements, type CodedStatements } from '../../src/flows/agree-statement-rows.js';
import { spanComparisonText } from '../../src/reports/span-comparison-text.js';
import { readCsv } from '../../src/tables/csv-reader.js';
import { readJsonLines } from '../../src/tables/json-lines.js';

const test = suite('two codings of the same documents');

type Row = Readonly<Record<string, unknown>>;

function coding(rows: readonly Row[], file = 'a.jsonl'): CodedStatements {
  const { lines, findings } = readJsonLines(rows.map((row) => JSON.stringify(row)).join('\n'), file);
  return jsonStatements(lines, file, findings);
}

const row = (
  start: number,
  end: number,
  speaker: string,
  target: string,
  stance: string | null,
  document = 'd1',
): Row => ({
  document_id: document,
  start,
  end,
  speaker_id: speaker,
  target_id: target,
  stance,
});

const levelOf = (found: ReturnType<typeof agreeSpans>, level: string) =>
  found.levels.find((one) => one.level === level)!;

test('each level is about what both found at the level before', () => {
  const found = agreeSpans(
    coding([
      row(0, 20, 'ann', 'treaty', 'favor'),
      row(30, 50, 'bob', 'treaty', 'against'),
      row(60, 80, 'ann', 'tax', 'none'),
      row(90, 99, 'eve', 'tax', 'favor'),
    ]),
    coding([
      row(0, 18, 'ann', 'treaty', 'against'),
      row(30, 50, 'eve', 'treaty', 'against'),
      row(60, 80, 'ann', 'war', 'none'),
      row(200, 210, 'eve', 'tax', 'favor'),
    ]),
  );
  const counts = (level: string) => {
    const { units, first, second, both, only_first, only_second } = levelOf(found, level);
    return [units, first, second, both, only_first, only_second];
  };
  assert.equal(counts('span'), [1, 4, 4, 3, 1, 1]);
  assert.equal(counts('speaker'), [3, 3, 3, 2, 1, 1]);
  assert.equal(counts('target'), [2, 2, 2, 1, 1, 1]);
  assert.equal(counts('stance'), [1, 1, 1, 1, 0, 0]);
  assert.is(levelOf(found, 'span').f, 0.75);
  assert.is(levelOf(found, 'stance').f, 0);
  assert.equal(found.stance_confusion, [{ labels: ['favor', 'against'], count: 1 }]);
  const [first] = found.accounts;
  assert.equal(first, { file: 'a.jsonl', rows: 4, span: 1, speaker: 1, target: 1, duplicate: 0, matched: 1 });
  assert.is(found.unmatched.length, 6);
});

test('joint speakers and several targets of one utterance are matched one by one', () => {
  const both = [row(0, 9, 'ann', 'x', 'favor'), row(0, 9, 'bob', 'x', 'favor'), row(0, 9, 'ann', 'y', 'against')];
  const found = agreeSpans(coding(both), coding([...both].reverse(), 'b.jsonl'));
  assert.is(levelOf(found, 'span').both, 1);
  assert.is(levelOf(found, 'speaker').both, 2);
  assert.is(levelOf(found, 'target').both, 3);
  assert.is(levelOf(found, 'stance').f, 1);
  assert.equal(found.unmatched, []);
});

test('the same said twice in one coding is counted, not compared', () => {
  const found = agreeSpans(
    coding([row(0, 9, 'ann', 'x', 'favor'), row(0, 9, 'ann', 'x', 'against')]),
    coding([row(0, 9, 'ann', 'x', 'favor')], 'b.jsonl'),
  );
  assert.is(found.accounts[0].duplicate, 1);
  assert.is(found.accounts[0].matched, 1);
  assert.equal(
    found.unmatched.map(({ level }) => level),
    ['duplicate'],
  );
});

test('ids decide who is the same where both have one; else words or place', () => {
  const mention = (id: string | null, text: string | null, at: number | null = null) => ({
    id,
    text,
    span: at === null ? null : { start: at, end: at + 10 },
  });
  assert.ok(sameMention(mention('ann', 'She'), mention('ann', 'Ann')));
  assert.not(sameMention(mention('ann', 'She'), mention('bob', 'She')));
  assert.ok(sameMention(mention(null, 'The  Minister'), mention('bob', 'the minister')));
  assert.ok(sameMention(mention(null, 'he', 5), mention('bob', 'Bob Marl', 6)));
  assert.ok(sameMention(mention(null, null), mention(null, null)));
  assert.not(sameMention(mention(null, null), mention('bob', null)));
});

test('a coding against itself agrees in everything', () => {
  const rows = [
    row(0, 9, 'ann', 'x', 'favor'),
    row(20, 40, 'bob', 'y', 'against'),
    row(0, 9, 'eve', 'y', 'none', 'd2'),
  ];
  const found = agreeSpans(coding(rows), coding(rows, 'b.jsonl'), { lengthOf: () => 100 });
  for (const { f, results } of found.levels) {
    assert.is(f, 1);
    for (const { value } of results) assert.ok(value === null || Math.abs(value - 1) < 1e-12);
  }
});

test('no row is lost, whatever the two codings hold', () => {
  const statements = fc.array(
    fc.record({
      document_id: fc.constantFrom('d1', 'd2'),
      start: fc.integer({ min: 0, max: 30 }),
      length: fc.integer({ min: 1, max: 12 }),
      speaker_id: fc.constantFrom('ann', 'bob', null),
      speaker_text: fc.constantFrom('Ann', 'he', null),
      target_id: fc.constantFrom('x', 'y', null),
      stance: fc.constantFrom('favor', 'against', null),
    }),
    { maxLength: 12 },
  );
  const made = (rows: readonly { start: number; length: number }[], file: string): CodedStatements =>
    coding(
      rows.map((one) => ({ ...one, end: one.start + one.length })),
      file,
    );
  fc.assert(
    fc.property(statements, statements, (first, second) => {
      const found = agreeSpans(made(first, 'a.jsonl'), made(second, 'b.jsonl'), { lengthOf: () => 60 });
      for (const { rows, span, speaker, target, duplicate, matched } of found.accounts) {
        assert.is(span + speaker + target + duplicate + matched, rows);
      }
      const [one, other] = found.accounts;
      assert.is(one.matched, other.matched);
      assert.is(found.unmatched.length, one.rows + other.rows - one.matched - other.matched);
      const turned = agreeSpans(made(second, 'b.jsonl'), made(first, 'a.jsonl'), { lengthOf: () => 60 });
      assert.is(levelOf(turned, 'span').f, levelOf(found, 'span').f);
    }),
    { numRuns: 60, seed: 3, endOnFailure: true },
  );
});

test('rows of CSV and JSON are read alike; a row without a place is a finding', () => {
  const csv = csvStatements(
    readCsv(
      'document_id,start,end,segments,speaker_id,target_id,stance\nd1,0,30,0-9;20-30,ann,x,favor\nd1,,,,ann,x,favor\n',
      'a.csv',
    ),
  );
  const json = coding([
    {
      document_id: 'd1',
      start: 0,
      end: 30,
      segments: [
        { start: 0, end: 9 },
        { start: 20, end: 30 },
      ],
      speaker_id: 'ann',
      target_id: 'x',
      stance: 'favor',
    },
    { document_id: 'd1' },
  ]);
  assert.equal(
    [csv, json].map(({ findings }) => findings.map(({ rule }) => rule)),
    [['span/incomplete'], ['span/incomplete']],
  );
  const found = agreeSpans(csv, json);
  assert.is(levelOf(found, 'stance').f, 1);
  assert.match(spanComparisonText(found), 'where every row went');
});

test('documents in one coding only are said, and count as not found by the other', () => {
  const found = agreeSpans(
    coding([row(0, 9, 'ann', 'x', 'favor')]),
    coding([row(0, 9, 'ann', 'x', 'favor'), row(0, 9, 'ann', 'x', 'favor', 'd2')], 'b.jsonl'),
  );
  assert.equal(found.input.documents_only, [0, 1]);
  assert.match(found.notes[0]!, '1 in the second only');
  assert.is(levelOf(found, 'span').only_second, 1);
});

test.run();
