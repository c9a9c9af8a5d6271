import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { knownReleases } from '../../src/files/known-releases.js';
import { knownVersionFindings } from '../../src/flows/known-versions.js';
import type { VersionEntry } from '../../src/releases/release.js';
import { inFolder } from '../support/command.js';

const test = suite('known versions');

const entry = (version: string, statements: number, more: Partial<VersionEntry> = {}): VersionEntry => ({
  version,
  date: '2031-04-02',
  rows: { statements },
  ...{ previous: null, step: null, added: null, changed: null, withdrawn: null, changes: [], corrected: {} },
  ...more,
});

/** What is found about a version, where these releases lie in releases/, each with the history that it tells. */
function found(
  now: VersionEntry,
  releases: Readonly<Record<string, readonly VersionEntry[]>>,
  { force = false, history = [] as readonly VersionEntry[] } = {},
): readonly string[] {
  const files = Object.entries(releases).flatMap(([version, versions]) => [
    [join('releases', version, 'data', 'statements.csv'), 'statement_id\n'],
    [join('releases', version, 'versions.json'), JSON.stringify({ versions })],
  ]);
  return inFolder(Object.fromEntries(files) as Record<string, string>, (root) => {
    const earlier = { version: '0.1.0', history } as never;
    const known = knownReleases(root, now.version, earlier);
    return knownVersionFindings(now, known, { force, place: { file: null } }).map(
      (one) => `${one.severity} ${one.rule} ${one.message}`,
    );
  });
}

const [first, second, third] = [entry('0.1.0', 4), entry('0.2.0', 5), entry('0.3.0', 6)];
const all = { '0.1.0': [first], '0.2.0': [second, first], '0.3.0': [third, second, first] };

test('a version above all others is right', () => {
  assert.equal(found(entry('0.4.0', 9), all), []);
  assert.equal(found(entry('0.1.0', 9), {}), []);
});

test('one that was never given must be above the highest, not only above the one before', () => {
  assert.equal(found(entry('0.2.5', 9), all), [
    'error release/version-too-low 0.2.5 is not above 0.3.0 (releases/0.3.0), and is no release of this dataset that could be made again; give it a version above 0.3.0, and the changes are counted from there',
  ]);
  assert.is(found(entry('0.0.9', 9), all).length, 1);
});

test('the history of the release before counts where it lies elsewhere', () => {
  const [message] = found(entry('0.2.5', 9), {}, { history: [third, second, first] });
  assert.match(message!, '0.2.5 is not above 0.3.0 (versions.json of 0.1.0)');
});

test('a release that is made again is right, be its folder gone', () => {
  assert.equal(found(second, all), []);
  assert.equal(found(entry('0.2.0', 5, { doi: '10.5281/zenodo.1', unicode: '99.0' }), { '0.3.0': all['0.3.0'] }), []);
});

test('one that says other things under an old version is refused, or told where it is forced', () => {
  const later = { '0.3.0': all['0.3.0'] };
  const other = entry('0.2.0', 7, { date: '2031-05-05' });
  assert.equal(found(other, later), [
    'error release/version-reused 0.2.0 was released already, and releases/0.3.0/versions.json says otherwise of it (date, rows); give the release a new version, or put the dataset back to the state that it was released from',
  ]);
  assert.match(found(other, later, { force: true })[0]!, /^warning .*--force/);
  // Where its own folder is there, its files are compared; by force it is replaced, and the later one does not fit any more.
  assert.equal(found(other, all), []);
  assert.match(found(other, all, { force: true })[0]!, /^warning release\/version-reused/);
});

test.run();
