import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openDelta } from '../../src/files/delta-file.js';
import { openRelease } from '../../src/files/open-release.js';
import { applyDelta } from '../../src/releases/apply-delta.js';
import { memoryStore } from '../../src/tables/row-store.js';
import { demarche } from '../support/command.js';

const test = suite('releases of the sample');
const releases = join('data', 'sample', 'releases');

test('the sample as it lies here gives its latest release again, byte for byte', () => {
  const { code, stdout, stderr } = demarche(['release', '--version', '0.2.0', '--quiet'], {
    cwd: resolve('data', 'sample'),
  });
  assert.is(code, 0, stderr);
  assert.match(stdout, 'unchanged');
});

test('the first release and the delta give every table of the second', () => {
  const told: unknown[] = [];
  const delta = openDelta(join(releases, '0.2.0', 'delta', '0.1.0-0.2.0.jsonl'));
  const previous = openRelease(join(releases, '0.1.0')).tables;
  let files = 0;
  for (const { path, content } of applyDelta(delta, previous, {
    store: memoryStore(),
    tell: (one) => told.push(one),
  })) {
    assert.ok(Buffer.concat([...content]).equals(readFileSync(join(releases, '0.2.0', path))), path);
    files++;
  }
  assert.equal(told, []);
  assert.is(files, openRelease(join(releases, '0.2.0')).tables.length);
});

test.run();
