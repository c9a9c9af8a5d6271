import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sourceAt } from '../../src/files/source-at.js';
import { finding } from '../../src/model/findings.js';
import { inFolder } from '../support/command.js';

const test = suite('source at a finding');

test('the characters from the byte offset on are given, up to the end of the file', () => {
  inFolder({ 'a.csv': 'é,persom\n' }, (folder) => {
    const at = (byte_offset: number | null, file: string | null = join(folder, 'a.csv')): string | null =>
      sourceAt(finding('a/b', { file, line: 1, column: 3, byte_offset }, 'm'), 9);
    assert.is(at(3), 'persom\n');
    assert.is(at(0), 'é,persom\n');
    assert.is(at(100), '');
    assert.is(at(null), null);
    assert.is(at(3, null), null);
    assert.is(at(3, join(folder, 'none.csv')), null);
    assert.is(at(3, folder), null);
  });
});

test.run();
