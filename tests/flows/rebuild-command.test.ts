import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rebuildCommand } from '../../src/flows/rebuild-command.js';

const test = suite('rebuild command');

const plain = { includeRelated: false, spreadsheet: false, previous: null };

test('what was not asked for is not named', () => {
  assert.is(rebuildCommand('1.0.0', null, plain), 'npx demarche release --version 1.0.0');
});

test('everything that the bytes depend on is named: date, release before, teasers, spreadsheets', () => {
  assert.is(
    rebuildCommand('1.1.0', '2031-05-02', { includeRelated: true, spreadsheet: true, previous: 'old/1.0.0' }),
    'npx demarche release --version 1.1.0 --date 2031-05-02 --previous old/1.0.0 --include-related --spreadsheet',
  );
});

test.run();
