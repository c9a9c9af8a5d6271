import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ReleaseDiffReport } from '../../../src/reports/release-diff/diff-report.js';
import { demarche, inFolder } from '../../support/command.js';
import { releasePair } from '../../support/release-pair.js';

const test = suite('diff');

test('differences are a report, not a fault; nothing is left behind', () =>
  inFolder({ ...releasePair, 'tmp/kept.txt': '' }, (cwd) => {
    const { TMPDIR } = process.env;
    process.env['TMPDIR'] = join(cwd, 'tmp');
    const { code, stdout, stderr } = demarche(['diff', 'old', 'new', '--rows', '1'], { cwd });
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
    assert.equal([code, stderr], [0, '']);
    assert.match(stdout, /^release 1\.0\.0 \(old\) to release 1\.1\.0 \(new\)\n/);
    assert.match(stdout, 'changes of statements, the first 1 of 4');
    assert.equal(
      readdirSync(join(cwd, 'tmp')).filter((name) => name.startsWith('demarche')),
      [],
    );
  }));

test('a larger step than --at-most ends with 1; the report goes to a file', () =>
  inFolder(releasePair, (cwd) => {
    const args = ['diff', 'old', 'new', '--at-most', 'minor', '--format', 'json', '--out', 'made/diff.json'];
    const { code, stdout, stderr } = demarche(args, { cwd });
    assert.equal([code, stdout], [1, '']);
    assert.is(stderr, 'demarche: the changes ask for a MAJOR step, which is more than --at-most minor\n');
    const report = JSON.parse(readFileSync(join(cwd, 'made', 'diff.json'), 'utf8')) as ReleaseDiffReport;
    assert.equal(report.version.step, 'major');
  }));

test('every change is a line of JSON, behind the head', () =>
  inFolder(releasePair, (cwd) => {
    const { code, stdout } = demarche(['diff', 'old', 'new', '--format', 'jsonl', '--at-most', 'major'], { cwd });
    const lines = stdout.trimEnd().split('\n');
    assert.equal([code, lines.length], [0, 7]);
    assert.equal(JSON.parse(lines[1]!), {
      op: 'MOD',
      table: 'splits',
      key: ['d1'],
      cells: [{ column: 'split', old: 'train', new: 'dev', reason: null }],
    });
  }));

test('a dataset whose lexicon folder is not there is not compared, as its actors would seem to be gone', () => {
  const about = { title: 'T', license: 'CC0-1.0', authors: [{ name: 'A' }], version: '1.1.0' };
  const head = JSON.stringify({ ...about, codebook: 'codebook.json', lexicons: 'lists' });
  const codebook = readFileSync(join('data', 'sample', 'codebook.json'), 'utf8');
  inFolder({ ...releasePair, 'ds/demarche.json': head, 'ds/codebook.json': codebook }, (cwd) => {
    const { code, stdout, stderr } = demarche(['diff', 'old', 'ds'], { cwd });
    assert.equal([code, stdout], [2, '']);
    assert.match(stderr, 'ds/demarche.json names the lexicon folder "lists", which is not there');
  });
});

test('what is not compared between a release and a dataset is said, but with --quiet', () => {
  const head = JSON.stringify({
    title: 'T',
    description: 'D',
    version: '1.1.0',
    license: 'CC-BY-4.0',
    authors: [],
    codebook: 'codebook.json',
  });
  const codebook = readFileSync(join('data', 'sample', 'codebook.json'), 'utf8');
  inFolder({ ...releasePair, 'ds/demarche.json': head, 'ds/codebook.json': codebook }, (cwd) => {
    assert.match(
      demarche(['diff', 'old', 'ds'], { cwd }).stderr,
      /passed over \(counts in the report\); .*settings of demarche\.json \(text_policy, read_whole …\).* are not compared\n/,
    );
    assert.is(demarche(['diff', 'old', 'ds', '--quiet'], { cwd }).stderr, '');
  });
});

test('wrong use and JSON that is none end with 2, a file that can not be read with 3', () =>
  inFolder({ ...releasePair, 'new/codebook.json': '{', 'empty/x.txt': '' }, (cwd) => {
    const wrong = demarche(['diff', 'old', 'empty'], { cwd });
    assert.is(wrong.code, 2);
    assert.match(
      wrong.stderr,
      'empty is neither a release (data/statements.csv) nor a dataset (demarche.json): it holds x.txt',
    );
    const broken = demarche(['diff', 'old', 'new'], { cwd });
    assert.is(broken.code, 2);
    assert.match(broken.stderr, 'new/codebook.json:1:2: the file is no JSON');
    writeFileSync(join(cwd, 'new', 'codebook.json'), Uint8Array.of(0x7b, 0xff, 0x7d));
    assert.is(demarche(['diff', 'old', 'new'], { cwd }).code, 3);
    assert.not.ok(existsSync(join(cwd, 'rows')));
  }));

test.run();
