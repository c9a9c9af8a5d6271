import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { SourceFile } from '../../src/checks/validation-input.js';
import { fixableFiles } from '../../src/files/fixable-files.js';
import { inFolder } from '../support/command.js';

const test = suite('fixable files');

const file = (path: string, lookup = false): Omit<SourceFile, 'bytes'> => ({ path, schema: 'actor', lookup });

test('only files in or below the named paths may be changed, and none that is only looked up', () => {
  const there = ['set/actors.csv', 'set/labels/b1/ann.csv', 'set/targets.csv', 'set/roles.csv', 'other/actors.csv'];
  const contents = Object.fromEntries([...there, 'set-2/actors.csv', 'set/demarche.json'].map((path) => [path, '{}']));
  inFolder(contents, (from) => {
    const files = [
      file('set/actors.csv'),
      file('set/labels/b1/ann.csv'),
      file('set/targets.csv', true),
      file('set/gone.csv'),
      file('other/actors.csv'),
      file('set-2/actors.csv'),
      file(join(from, 'set', 'roles.csv')),
    ];
    const paths = (named: readonly string[], project: string | null = null): string[] =>
      fixableFiles(files, named, { from, project }).map(({ path }) => path.replace(`${from}/`, ''));
    assert.equal(paths(['set']), ['set/actors.csv', 'set/labels/b1/ann.csv', 'set/roles.csv']);
    assert.equal(paths(['set/actors.csv', 'other/']), ['set/actors.csv', 'other/actors.csv']);
    assert.equal(paths([], join(from, 'set')), ['set/actors.csv', 'set/labels/b1/ann.csv', 'set/roles.csv']);
    assert.equal(paths([]), []);
  });
});

test('a release is never changed: its checksums would be wrong', () => {
  inFolder({ SHA256SUMS: '', 'data/actors.csv': '' }, (from) => {
    assert.equal(fixableFiles([file('data/actors.csv'), file('actors.csv')], ['.'], { from }), []);
  });
});

test.run();
