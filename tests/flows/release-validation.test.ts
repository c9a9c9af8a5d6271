import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { releaseValidation } from '../../src/flows/release-validation.js';
import { finding } from '../../src/model/findings.js';
import { reportFindings } from '../../src/reports/findings/tally.js';

const test = suite('release-validation');

const run = (root: string) => {
  const at = (path: string) => ({ file: path, line: 3, column: 1 });
  const report = reportFindings([
    finding('table/range', at('statements.csv'), 'too large', { related: [{ ...at(`${root}/texts/a.txt`) }] }),
    finding('lexicon/duplicate', at(`${root}/../lexicons/cues.csv`.replace('/data/../', '/')), 'twice', {
      severity: 'warning',
    }),
    finding('table/type', at(`${root}/labels/b1/ann-1.csv`), 'no number'),
  ]);
  const files = [{ path: `${root}/statements.csv`, kind: 'statement', rows: 2, sha256: 'aa' }] as never;
  const { counts, text } = releaseValidation(files, report, root);
  return { counts, text: [...text()].join(''), again: [...text()].join('') };
};

test('the report has the form of `validate --format json`, with exact counts', () => {
  const { counts, text } = run('/home/ada/data');
  const report = JSON.parse(text) as Record<string, unknown> & { findings: { file: string }[] };
  assert.equal(Object.keys(report), ['files', 'counts', 'known', 'rules', 'findings']);
  assert.equal(report['counts'], { error: 2, warning: 1 });
  assert.is(counts.error, 2);
  assert.equal(report.findings.map((one) => one.file).sort(), [
    '../lexicons/cues.csv',
    'labels/b1/ann-1.csv',
    'statements.csv',
  ]);
});

test('the same dataset gives the same bytes wherever it lies, fingerprints among them', () => {
  const here = run('/home/ada/data');
  assert.is(here.text, run('/srv/elsewhere/deep/data').text);
  assert.is(here.text, here.again);
  assert.not.match(here.text, 'home');
});

test.run();
