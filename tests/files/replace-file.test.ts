import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { replaceFile } from '../../src/files/replace-file.js';
import { inFolder } from '../support/command.js';

const test = suite('replace file');

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a file is replaced whole, with its permissions, also behind a link', () => {
  inFolder({ 'a.csv': 'old' }, (folder) => {
    const [file, link] = [join(folder, 'a.csv'), join(folder, 'b.csv')];
    chmodSync(file, 0o640);
    symlinkSync(file, link);
    assert.is(replaceFile(link, bytes('new'), bytes('old')), null);
    assert.is(readFileSync(file, 'utf8'), 'new');
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.is(statSync(file).mode & 0o777, 0o640);
    assert.equal(readdirSync(folder).sort(), ['a.csv', 'b.csv']);
  });
});

test('a read-only file, one that has changed and one that is gone are left alone, and it is said why', () => {
  inFolder({ 'a.csv': 'old' }, (folder) => {
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'other');
    assert.is(replaceFile(file, bytes('new'), bytes('old')), 'the file has changed since it was read');
    chmodSync(file, 0o444);
    assert.is(replaceFile(file, bytes('new'), bytes('other')), 'the file is read-only');
    assert.is(readFileSync(file, 'utf8'), 'other');
    assert.is(replaceFile(join(folder, 'c.csv'), bytes('new'), bytes('')), 'there is no such file or folder');
  });
});

test.run();
