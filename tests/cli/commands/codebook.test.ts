import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { CodebookDiffReport } from '../../../src/reports/codebook-diff-report.js';
import { demarche, inFolder } from '../../support/command.js';

const test = suite('codebook diff and codebook page');

const shipped = readFileSync('data/sample/codebook.json', 'utf8');
const withRule = (version: string): string =>
  shipped.replace('"version": "1.0"', `"version": "${version}"`).replace('Concern is against', 'Worry is against');

const HEAD =
  'statement_id,batch_id,annotator_id,field,value,round,confidence,rule_id,comment,codebook_version,created_at';
const dataset = {
  'set/demarche.json': JSON.stringify({
    title: 'T',
    version: '0.1.0',
    license: 'CC0-1.0',
    authors: [],
    codebook: 'codebook.json',
    lexicons: 'lexicons',
  }),
  'set/codebook.json': withRule('1.1'),
  'set/labels/b1/ann-1.csv': `${HEAD}\nst_0123456789abcdef,b1,ann-1,stance,against,1,,concern,,1.0,\nst_0123456789abcdef,b1,ann-1,speech_act,criticize,1,,,,1.0,\n`,
};

test('the codebook that labels were given under is found in a release, and stale labels end with 1', () => {
  inFolder({ ...dataset, 'set/releases/0.1.0/codebook.json': shipped }, (folder) => {
    const cwd = join(folder, 'set');
    const { code, stdout, stderr } = demarche(['codebook', 'diff'], { cwd });
    assert.is(code, 1, stderr);
    assert.is(stderr, '');
    assert.match(stdout, /^codebook 1\.0 \(releases\/0\.1\.0\/codebook\.json\) to 1\.1 \(codebook\.json\)\n/);
    assert.match(stdout, /1 change; a MINOR step, to 1\.1 at least: done/);
    assert.match(stdout, /labels\/b1\/ann-1\.csv:2 {2}st_0123456789abcdef {2}stance "against" {2}recheck/);
    const csv = demarche(['codebook', 'diff', '--format', 'csv'], { cwd });
    assert.is(
      csv.stdout,
      'file,line,statement_id,batch_id,annotator_id,field,value,rule_id,todo,reason\n' +
        'labels/b1/ann-1.csv,2,st_0123456789abcdef,b1,ann-1,stance,against,concern,recheck,rule:concern was redefined\n',
    );
    const same = demarche(['codebook', 'diff', '--reworded', 'rule:concern'], { cwd });
    assert.is(same.code, 0, same.stdout);
  });
});

test('without a codebook of that version the command says what to name', () => {
  inFolder(dataset, (folder) => {
    const { code, stderr } = demarche(['codebook', 'diff', '--project', 'set'], { cwd: folder });
    assert.is(code, 2);
    assert.match(stderr, /given under codebook 1\.0, .* name it: demarche codebook diff BEFORE/);
  });
});

test('two files are compared without a dataset, and a version that is too low is a finding at its place', () => {
  inFolder({ 'a.json': shipped, 'b.json': withRule('1.0') }, (folder) => {
    const text = demarche(['codebook', 'diff', 'a.json', 'b.json'], { cwd: folder });
    assert.is(text.code, 1);
    assert.match(text.stderr, /^b\.json:2:3 error codebook\/version-step {2}version 1\.0 is too low/);
    assert.match(text.stdout, /no dataset was named/);
    const json = demarche(['codebook', 'diff', 'a.json', 'b.json', '--format', 'json'], { cwd: folder });
    const report = JSON.parse(json.stdout) as CodebookDiffReport;
    assert.equal(report.version, { needed: 'minor', least: '1.1', enough: false });
    assert.is(report.labels, null);
    assert.is(report.findings[0]?.suggestion?.value, '1.1');
    assert.is(demarche(['codebook', 'diff', 'a.json', 'b.json', '--format', 'csv'], { cwd: folder }).code, 2);
  });
});

test('a faulty codebook is a finding with line and column, also the dataset’s own', () => {
  const broken = '{\n  "version" "1.0"\n}\n';
  inFolder({ ...dataset, 'set/codebook.json': broken, 'a.json': shipped }, (folder) => {
    const { code, stdout, stderr } = demarche(['codebook', 'diff', 'a.json', '--project', 'set'], { cwd: folder });
    assert.is(code, 1);
    assert.is(stdout, '');
    assert.match(stderr, /^set\/codebook\.json:2:13 error json\/syntax/);
    const none = demarche(['codebook', 'diff', 'none.json', 'a.json'], { cwd: folder });
    assert.is(none.code, 3);
    const named = demarche(['codebook', 'diff', 'a.json', 'set/codebook.json', '--reworded', 'x'], { cwd: folder });
    assert.is(named.code, 1);
  });
});

test('the page is written, and kept as it was when the codebook has an error', () => {
  inFolder({ 'a.json': shipped, 'b.json': '{}' }, (folder) => {
    assert.is(demarche(['codebook', 'page', 'a.json', '--out', 'page.md'], { cwd: folder }).code, 0);
    const page = readFileSync(join(folder, 'page.md'), 'utf8');
    assert.match(page, /^# demarche codebook, version 1\.0\n/);
    assert.is(demarche(['codebook', 'page', 'b.json', '--out', 'page.md'], { cwd: folder }).code, 1);
    assert.is(readFileSync(join(folder, 'page.md'), 'utf8'), page);
  });
});

test.run();
