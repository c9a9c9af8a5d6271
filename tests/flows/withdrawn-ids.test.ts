import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { release } from '../../src/flows/release.js';
import type { Finding, Tombstone } from '../../src/model/generated.js';
import { textOf } from '../../src/releases/release.js';
import { id, label, smallDataset, statement, type SmallDataset } from '../releases/small-dataset.js';

const test = suite('withdrawn ids');

const stone = (n: number, replaced_by: string | null = null): Tombstone => ({
  id: id(n),
  withdrawn_in: '0.9.0',
  reason: 'read twice',
  replaced_by,
});

/** What a release says about withdrawn ids, after an earlier one with these tombstones. */
function told(dataset: SmallDataset, earlier: readonly Tombstone[]): { found: readonly unknown[]; made: boolean } {
  const { findings, summary } = release(dataset, {
    version: '1.0.0',
    earlier: {
      version: '0.9.0',
      tables: [],
      meaning: { codebook: null, schemas: [], metadata: {} },
      notRebuilding: null,
      statements: [],
      tombstones: earlier,
      history: [],
    },
  });
  const about = ({ rule }: Finding): boolean => rule.startsWith('tombstone/');
  return {
    found: findings.filter(about).map((one) => [one.rule, one.severity, one.record_id, one.message]),
    made: summary !== null,
  };
}

test('an id that an earlier release withdrew can not come back', () => {
  assert.equal(told(smallDataset(), [stone(2)]), {
    found: [
      ['tombstone/reused', 'error', id(2), `"${id(2)}" was withdrawn in 0.9.0 (read twice); an id is never used again`],
    ],
    made: false,
  });
});

test('a row that is still rejected stays withdrawn, and nobody is told', () => {
  const labels = [label(2, 'status', 'rejected')];
  assert.equal(told(smallDataset({ labels }), [stone(2)]), { found: [], made: true });
});

test('a redirect leads to a row of the release, through however many tombstones', () => {
  assert.equal(told(smallDataset(), [stone(8, id(9)), stone(9, id(1))]), { found: [], made: true });
});

test('a redirect to a row that is not released, to a withdrawn one or round in a ring is a warning', () => {
  const labels = [label(2, 'status', 'rejected')];
  const stones = [stone(7, id(2)), stone(8, id(9)), stone(9), stone(10, id(11)), stone(11, id(10))];
  const { found, made } = told(smallDataset({ labels }), stones);
  assert.equal(
    found.map((one) => (one as readonly unknown[]).slice(0, 3)),
    [7, 8, 10, 11].map((n) => ['tombstone/replacement', 'warning', id(n)]),
  );
  assert.is(made, true);
});

test('a successor that is not released is emptied in the released tombstones, in standoff/ too', () => {
  const tombstones = [stone(7, id(2)), stone(8, id(1)), stone(9, id(8)), stone(10, id(12))];
  const labels = [label(2, 'status', 'rejected')];
  const teaser = statement(12, 'wire/note', 'praised ferries', { section: 'related' });
  const dataset = smallDataset({ labels, tombstones, statements: [...smallDataset().statements, teaser] });
  const { files } = release(dataset, { version: '1.0.0' });
  const made = new Map(Array.from(files, (file) => [file.path, textOf(file)]));
  for (const folder of ['data', 'standoff']) {
    const lines = made.get(`${folder}/tombstones.csv`)!.trimEnd().split('\n').slice(1);
    const next = Object.fromEntries(lines.map((line) => [line.split(',')[0]!, line.split(',').at(-1)!]));
    assert.equal(next, {
      [id(2)]: '',
      [id(7)]: id(2),
      [id(8)]: id(1),
      [id(9)]: id(8),
      [id(10)]: '',
    });
  }
});

test.run();
