import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { SourceEntriesBuilder, type SourceEntries } from '../../src/files/source-entries.js';
import type { SourceEntry } from '../../src/files/source-entry.js';

const test = suite('source entries');

const whole = (document_id: string, file: string): SourceEntry => ({
  document_id,
  file,
  path: `/in/${file}`,
  line: null,
  metadata: { title: document_id },
});
const line = (document_id: string, file: string, number: number): SourceEntry => ({
  ...whole(document_id, file),
  line: { number, start: number * 10, end: number * 10 + 9 },
  metadata: {},
});

function collected(entries: readonly SourceEntry[]): { entries: SourceEntries; left: string[] } {
  const builder = new SourceEntriesBuilder();
  for (const entry of entries) builder.add(entry);
  const left: string[] = [];
  const made = builder.finish((entry, kept) => left.push(`${entry.file} for ${kept.file}`));
  return { entries: made, left };
}

test('documents come in the order of their ids as they were put in', () => {
  const given = [
    line('c', 'b.jsonl', 1),
    whole('a', 'a.txt'),
    line('\u{10000}', 'b.jsonl', 2),
    line('\uff5e', 'c.jsonl', 7),
  ];
  const { entries } = collected(given);
  assert.equal([...entries], [given[1], given[0], given[2], given[3]]);
  assert.equal([entries.length, entries.at(1)], [4, given[0]]);
  assert.throws(() => entries.at(4), RangeError);
});

test('of several with one id the first by file and line is kept', () => {
  const given = [whole('x', 'z.txt'), line('x', 'b.jsonl', 9), line('x', 'b.jsonl', 2), whole('y', 'a.txt')];
  const { entries, left } = collected(given);
  assert.equal([...entries], [given[2], given[3]]);
  assert.equal(left, ['b.jsonl for b.jsonl', 'z.txt for b.jsonl']);
});

test('a document is found by its id, also among those that fit', () => {
  const { entries } = collected(['d', 'b', 'a', 'e', 'c'].map((id, i) => line(id, 'f.jsonl', i + 1)));
  assert.equal(
    ['a', 'c', 'e', 'f', ''].map((id) => entries.has(id)),
    [true, true, true, false, false],
  );
  const some = entries.filter((id) => id !== 'c');
  assert.equal([some.has('c'), some.has('d'), some.map((entry) => entry.document_id).join('')], [false, true, 'abde']);
  assert.is(collected([]).entries.has('a'), false);
});

test.run();
