import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findingsOf } from './dataset.js';

const test = suite('private values');

/** What is said of a label's comment; null where nothing is. */
const saidOf = (comment: string): string | null =>
  findingsOf({ rows: (rows) => (rows['label']![0]!['comment'] = comment) })
    .filter(({ rule }) => rule === 'table/private-value')
    .map(({ message }) => /looks like (.+);/.exec(message)![1]!)[0] ?? null;

for (const [comment, kind] of [
  ['ask ines.marlow@example.org', 'an e-mail address'],
  ['sent from 192.0.2.17.', 'an IP address'],
  ['from 2001:db8::8a2e:370:7334', 'an IP address'],
  ['call +44 20 7946 0958', 'a telephone number'],
  ['call (555) 555-0123', 'a telephone number'],
  ['worker 5f3c1a2b4d5e6f7a8b9c0d1e said so', 'a worker id of Prolific'],
  ['by A2SUAM1J3GNN3B', 'a worker id of Mechanical Turk'],
] as const) {
  test(`"${comment}" holds ${kind}`, () => {
    assert.is(saidOf(comment), kind);
  });
}

for (const comment of [
  'see 2031-03-04 and 120-180;200-240',
  'guideline v1.0.2.3, rule 12: twice: yes',
  'https://example.org/u/5f3c1a2b4d5e6f7a8b9c0d1e?mail=a@example.org',
  'ADMINISTRATION means the council, @ 12:30:15',
  'sha256 0f3c1a2b4d5e6f7a8b9c0d1e0f3c1a2b4d5e6f7a8b9c0d1e0f3c1a2b4d5e6f7a',
  '1 000 000 boats, 12.5 or 1.000.000 fees',
]) {
  test(`"${comment}" tells nobody`, () => {
    assert.is(saidOf(comment), null);
  });
}

test.run();
