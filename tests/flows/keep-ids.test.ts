import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { keepIds } from '../../src/flows/keep-ids.js';
import type { Statement } from '../../src/model/generated.js';
import type { PreviousStatement } from '../../src/model/previous.js';

const test = suite('keep ids');

const row = (statement_id: string, start: number, end: number, more: Partial<Statement> = {}): Statement =>
  ({
    statement_id,
    document_id: 'd',
    segments: [{ start, end }],
    speaker_id: 'falk',
    speaker_start: null,
    speaker_end: null,
    target_id: null,
    target_start: null,
    target_end: null,
    embedded_in: null,
    restates: null,
    ...more,
  }) as Statement;
const old = row as (id: string, start: number, end: number, more?: Partial<Statement>) => PreviousStatement;
const options = {
  isAncestor: (upper: string, lower: string) => lower.startsWith(`${upper}/`),
  retired: new Set<string>(),
};
const ids = (rows: readonly Statement[]): string[] => rows.map((one) => one.statement_id);

test('the id stays where the speaker is the same and the contents overlap by half', () => {
  assert.equal(ids(keepIds([row('new', 0, 90)], [old('old', 0, 100)], options).statements), ['old']);
  assert.equal(ids(keepIds([row('new', 0, 40)], [old('old', 0, 100)], options).statements), ['new']);
});

test('another speaker is another statement, and the old id redirects to it', () => {
  const kept = keepIds([row('new', 0, 100, { speaker_id: 'dorn' })], [old('old', 0, 100)], options);
  assert.equal(ids(kept.statements), ['new']);
  assert.equal(
    kept.tombstones.map((dead) => [dead.id, dead.replaced_by]),
    [['old', 'new']],
  );
});

test('an unknown speaker is the same where the mentions overlap', () => {
  const mention = (start: number, end: number) => ({ speaker_id: null, speaker_start: start, speaker_end: end });
  assert.equal(
    ids(keepIds([row('new', 0, 9, mention(10, 15))], [old('old', 0, 9, mention(12, 20))], options).statements),
    ['old'],
  );
  assert.equal(
    ids(keepIds([row('new', 0, 9, mention(10, 15))], [old('old', 0, 9, mention(15, 20))], options).statements),
    ['new'],
  );
});

test('a target may be refined, not replaced', () => {
  const cases: readonly [Partial<Statement>, Partial<Statement>, string][] = [
    [{ target_id: null }, { target_id: 'dam' }, 'old'],
    [{ target_id: 'dam' }, { target_id: 'dam/gates' }, 'old'],
    [{ target_id: 'dam' }, { target_id: 'road' }, 'new'],
    [
      { target_id: 'dam', target_start: 3, target_end: 8 },
      { target_id: 'road', target_start: 5, target_end: 9 },
      'old',
    ],
  ];
  for (const [before, after, expected] of cases)
    assert.equal(ids(keepIds([row('new', 0, 9, after)], [old('old', 0, 9, before)], options).statements), [expected]);
});

test('among rivals the highest overlap wins, then the first', () => {
  const kept = keepIds([row('a', 0, 60), row('b', 0, 100)], [old('old', 0, 100)], options);
  assert.equal(ids(kept.statements), ['a', 'old']);
  const tied = keepIds([row('a', 0, 100), row('b', 0, 100)], [old('old', 0, 100)], options);
  assert.equal(ids(tied.statements), ['old', 'b']);
});

test('withdrawn and earlier ids are never given again', () => {
  const kept = keepIds([row('x', 0, 10), row('y', 50, 60)], [old('x', 50, 60)], {
    ...options,
    retired: new Set(['y']),
  });
  assert.equal(ids(kept.statements), ['x-2', 'x']);
});

test('links between rows follow their new ids', () => {
  const kept = keepIds(
    [row('a', 0, 9), row('b', 20, 29, { embedded_in: 'a', restates: 'a' })],
    [old('old', 0, 9)],
    options,
  );
  assert.is(kept.statements[1]!.embedded_in, 'old');
  assert.is(kept.statements[1]!.restates, 'old');
});

test('what is no longer found is withdrawn', () => {
  const [dead] = keepIds([], [old('old', 0, 9)], options).tombstones;
  assert.equal([dead!.id, dead!.replaced_by, dead!.withdrawn_in], ['old', null, null]);
});

test.run();
