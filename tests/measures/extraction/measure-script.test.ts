import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder, type Ran } from '../../support/command.js';

const test = suite('scripts/measure-extraction.ts');

function measure(cwd: string, ...args: string[]): Ran {
  const script = resolve('scripts', 'measure-extraction.ts');
  const run = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), script, ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** An invented corpus of the corpora's form: in each document one attribution is easy to find and one is not there. */
function corpus(): string {
  return ['one', 'two', 'three']
    .map((id) => {
      const text = `Teodora Valke said the harbour of Tomczyn was safe. The tide (${id}) went on rising.\n`;
      const quote = (start: number, end: number, type: string): object => ({
        ...{ start, end, segments: [[start, end]], type, cue: 'said' },
        ...{ speaker_text: 'Teodora Valke', speaker_start: 0, speaker_end: 13, speaker_segments: [[0, 13]] },
      });
      return `${JSON.stringify({ doc_id: id, text, quotes: [quote(19, 50, 'indirect'), quote(52, 60, 'direct')] })}\n`;
    })
    .join('');
}

test('without the corpora a sentence says what is missing, and the exit code is 2', () => {
  const ran = measure(resolve('.'), '--corpora', 'nowhere');
  assert.is(ran.code, 2);
  assert.match(ran.stderr, /no corpora in nowhere; they are not part of the repository/);
  assert.is(measure(resolve('.'), '--errors', 'nonsense', '--corpora', '.').code, 2);
});

test('--help tells the use, and an unknown option is wrong use', () => {
  const help = measure(resolve('.'), '--help');
  assert.is(help.code, 0, help.stderr);
  assert.match(help.stdout, '[--corpora DIR]');
  const wrong = measure(resolve('.'), '--corpra', '.');
  assert.is(wrong.code, 2);
  assert.is(wrong.stderr, "measure-extraction: Unknown option '--corpra'; --help lists the options\n");
});

test('a corpus is measured with intervals, and its errors are printed to be read', () => {
  inFolder({ 'corpora/quotes/polnear-dev.jsonl': corpus() }, (folder) => {
    const table = measure(
      folder,
      '--corpora',
      'corpora',
      '--tools',
      'nowhere',
      '--replicates',
      '50',
      '--json',
      'figures.json',
    );
    assert.is(table.code, 0, table.stderr);
    assert.match(table.stdout, /polnear-dev \(3\) +F +58\.0 +64\.0 +66\.7 +66\.7–66\.7 +then/);
    assert.match(table.stdout, /recall, direct +92\.0 +96\.0 +0\.0/);
    assert.match(table.stdout, /speaker resolved, indirect +100\.0/);
    assert.match(table.stderr, 'not compared');
    const { measures } = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8')) as { measures: object[] };
    assert.is(measures.length, 3);
    const errors = measure(folder, '--corpora', 'corpora', '--errors', 'missed', '--sample', '2');
    assert.match(errors.stdout, 'gold [direct; Teodora Valke; cue said]');
    assert.match(errors.stdout, '2 of 3 errors (missed)');
    assert.not(existsSync(join(folder, 'errors')));
  });
});

test.run();
