import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixAndGather } from '../../src/cli/validate-fix.js';
import type { GatheredInput } from '../../src/files/validate-input.js';
import { applyDiff } from '../text/apply-diff.js';
import { demarche, inFolder } from '../support/command.js';

const test = suite('validate --fix');

const head = 'actor_id,kind,name,aliases,country\n';
const bad = `\ufeff${head.replace('\n', '\r\n')}ana,PERSON,Ana,,\r\n\r\nbo,persom,Bo,,\r\n`;
const good = `${head}ana,person,Ana,,\nbo,person,Bo,,\n`;

interface Ran {
  readonly gathered: GatheredInput;
  readonly diff: string;
  readonly said: readonly string[];
}

function run(from: string, paths: readonly string[], dryRun = false): Ran {
  const said: string[] = [];
  let diff = '';
  const gathered = fixAndGather(
    paths.map((path) => join(from, path)),
    { from, dryRun, printDiff: (part) => (diff += part), say: (line) => said.push(line) },
  );
  return { gathered, diff, said };
}

test('files are repaired, each repair is shown, and what is left is validated', () => {
  inFolder({ 'actors.csv': bad, 'targets.csv': 'target_id\nx,y\n' }, (folder) => {
    const ran = demarche(['validate', '.', '--fix'], { cwd: folder });
    const read = readFileSync(join(folder, 'actors.csv'), 'utf8');
    assert.is(read, good);
    const end = ran.stdout.indexOf('targets.csv:');
    assert.is(applyDiff(bad, ran.stdout.slice(0, end)), good);
    assert.match(ran.stdout.slice(end), /targets\.csv:2:\d+ error csv\/long-row/);
    assert.not.match(ran.stdout.slice(end), /actors\.csv/);
    assert.is(ran.stderr, '5 repairs in 1 file (byte order mark: 1, cell: 2, blank row: 1, row ends: 1)\n');
    assert.is(ran.code, 1);
  });
});

test('with a form for programs, the diff goes to standard error', () => {
  inFolder({ 'actors.csv': bad }, (folder) => {
    const ran = demarche(['validate', '.', '--fix', '--format', 'json'], { cwd: folder });
    assert.equal((JSON.parse(ran.stdout) as { counts: unknown }).counts, { error: 0, warning: 0 });
    assert.match(ran.stderr, /^--- a\/actors\.csv\n/);
    assert.is(ran.code, 0);
  });
});

test('a dry run writes nothing, and is refused without --fix', () => {
  inFolder({ 'actors.csv': bad }, (folder) => {
    const ran = demarche(['validate', '.', '--fix', '--dry-run'], { cwd: folder });
    assert.is(readFileSync(join(folder, 'actors.csv'), 'utf8'), bad);
    assert.match(ran.stdout, /^--- a\/actors\.csv\n[^]*\nactors\.csv:2:5 error table\/value/);
    assert.match(ran.stderr, /^5 repairs in 1 file would be made \(/);
    assert.is(ran.code, 1);
    assert.is(demarche(['validate', '.', '--dry-run'], { cwd: folder }).code, 2);
  });
});

test('a second time there is nothing to repair, and no file is written', () => {
  inFolder({ 'actors.csv': bad }, (folder) => {
    run(folder, ['.']);
    const { mtimeMs, ino } = statSync(join(folder, 'actors.csv'));
    const again = run(folder, ['.']);
    assert.equal([again.diff, again.said], ['', ['nothing to repair']]);
    const now = statSync(join(folder, 'actors.csv'));
    assert.equal([now.mtimeMs, now.ino], [mtimeMs, ino]);
  });
});

test('a read-only file is a finding, and the others are repaired', () => {
  inFolder({ 'actors.csv': bad, 'countries.csv': '\ufeffcountry,actor_id\n' }, (folder) => {
    chmodSync(join(folder, 'actors.csv'), 0o444);
    const { gathered, diff } = run(folder, ['.']);
    assert.equal(
      gathered.findings.map(({ rule, file, message }) => `${file} ${rule} ${message}`),
      ['actors.csv file/not-written the repair (5 changes) was not made: the file is read-only'],
    );
    assert.match(diff, /^--- a\/countries\.csv\n/);
    assert.is(readFileSync(join(folder, 'actors.csv'), 'utf8'), bad);
  });
});

test('only the named file is repaired, and not what refers to its ids in another way', () => {
  const files = {
    'demarche.json': '{"name":"x","title":"x","version":"0.1.0"}',
    'actors.csv': `\ufeff${head}ana\u200b,person,Ana,,\n`,
    'memberships.csv':
      '\ufeffmembership_id,actor_id,role,organization_id,country,start_date,end_date\nm1,ana\u200b,minister,,,,\n',
  };
  inFolder(files, (folder) => {
    const { said } = run(folder, ['actors.csv']);
    assert.is(readFileSync(join(folder, 'actors.csv'), 'utf8'), files['actors.csv'].slice(1));
    assert.is(readFileSync(join(folder, 'memberships.csv'), 'utf8'), files['memberships.csv']);
    assert.equal(said, [
      'actors.csv:2:1 not repaired (cell): reference/unknown would be found in memberships.csv',
      '1 repair in 1 file (byte order mark: 1)',
    ]);
    run(folder, ['.']);
    assert.is(readFileSync(join(folder, 'memberships.csv'), 'utf8').includes('\u200b'), false);
    assert.is(readFileSync(join(folder, 'actors.csv'), 'utf8').includes('\u200b'), false);
  });
});

test.run();
