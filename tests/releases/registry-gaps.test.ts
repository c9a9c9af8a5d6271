import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { release } from '../../src/flows/release.js';
import { registryGaps } from '../../src/releases/registry-gaps.js';
import { id, smallDataset, statement } from './small-dataset.js';

const test = suite('registry gaps');

const gapsOf = (more: Parameters<typeof smallDataset>[0]): readonly string[] =>
  release(smallDataset(more), { version: '0.1.0' })
    .findings.filter(({ rule }) => rule === 'release/registry-missing')
    .map(({ field, message }) => `${field}: ${message.split('. Copy')[0]}`);

test('a release whose ids all lead to rows of its registries has no gaps', () => {
  assert.equal(gapsOf({}), []);
});

test('without a registry nothing is released, and each field with ids of it is told with its rows and ids', () => {
  const told = gapsOf({ targets: [] });
  assert.equal(told, [
    'target_id: target_id of 5 rows of statements has 1 id that no registry of the dataset holds (it has no rows of targets.csv); the first is "quay-opening"',
  ]);
  assert.is(release(smallDataset({ targets: [] }), { version: '0.1.0' }).summary, null);
});

test('one id that only a shipped list has is enough, in lists of ids too', () => {
  const { statements } = smallDataset();
  const more = { addressee_ids: ['ada-whitcombe', 'united-nations'] };
  const told = gapsOf({ statements: [...statements, statement(9, 'quay-report', 'quay agreement', more)] });
  assert.equal(told, [
    'addressee_ids: addressee_ids of 1 row of statements has 1 id that no registry of the dataset holds; the first is "united-nations"',
  ]);
});

test('registries lead to rows of each other, too', () => {
  const { actors, countries } = smallDataset();
  assert.equal(gapsOf({ actors: actors.map((row) => ({ ...row, country: 'FRA' })), countries }), [
    'country: country of 2 rows of actors has 1 id that no registry of the dataset holds; the first is "FRA"',
  ]);
});

test('the first place is told whatever the order of the rows', () => {
  const rows = [1, 2, 3].map((n) => ({
    ...statement(n, 'quay-report', 'quay agreement', { target_id: `lost-${n}` }),
    $file: 'statements.csv',
    $line: n + 1,
  }));
  for (const order of [rows, [...rows].reverse()]) {
    const gaps = registryGaps(smallDataset());
    order.forEach(gaps.statement);
    const [found] = gaps.findings();
    assert.equal([found?.line, found?.record_id, found?.value], [2, id(1), 'lost-1']);
  }
});

test.run();
