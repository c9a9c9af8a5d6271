import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import yargs from 'yargs';
import { validateCommand } from '../../../src/cli/commands/validate.js';

const test = suite('validate command');

const head = 'actor_id,kind,name,aliases,country\n';

/** Runs the command on files of a temporary folder; gives the exit code and what was written. */
async function run(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...args: string[]
): Promise<{ code: number; text: string }> {
  const root = mkdtempSync(join(tmpdir(), 'validate-'));
  const before = process.exitCode;
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content);
    const out = join(root, 'report');
    await yargs(['validate', root, '--out', out, ...args])
      .command(validateCommand as never)
      .strict()
      .exitProcess(false)
      .fail((message, error) => {
        throw error ?? new Error(message);
      })
      .parseAsync();
    return { code: Number(process.exitCode ?? 0), text: readFileSync(out, 'utf8') };
  } finally {
    process.exitCode = before;
    rmSync(root, { recursive: true });
  }
}

test('a clean folder, also one with warnings, ends with 0', async () => {
  const { code, text } = await run({ 'actors.csv': `${head}ana,person,Ana,,\n\n` });
  assert.is(code, 0);
  assert.match(
    text,
    /actors\.csv:3:1 warning csv\/blank-row {2}the row is blank; delete it\n1 file, 1 row: 0 errors, 1 warning\n$/,
  );
});

test('errors end with 1, in the form that was asked for', async () => {
  const { code, text } = await run({ 'actors.csv': `${head}ana,persom,Ana,,\n` }, '--format', 'json');
  const { counts, findings } = JSON.parse(text) as {
    counts: unknown;
    findings: { rule: string; suggestion: unknown }[];
  };
  assert.is(code, 1);
  assert.equal(counts, { error: 1, warning: 0 });
  assert.is(findings[0]!.rule, 'table/value');
  assert.equal(findings[0]!.suggestion, { value: 'person', safe: true });
});

test('a file that can not be read ends with 3, after the others were checked', async () => {
  const { code, text } = await run({ 'actors.csv': `${head}ana,persom,Ana,,\n`, 'targets.csv': new Uint8Array(500) });
  assert.is(code, 3);
  assert.match(text, /table\/value/);
  assert.match(text, /targets\.csv:1:1 error file\/encoding {2}the file is binary, not text/);
});

test('--most says how many findings of a rule are kept; every one is counted', async () => {
  const rows = Array.from({ length: 5 }, (_, i) => `a${i},persom,A,,\n`).join('');
  const counted = async (most: string): Promise<[number, number]> => {
    const { text } = await run({ 'actors.csv': head + rows }, '--format', 'json', '--most', most);
    const { counts, findings } = JSON.parse(text) as { counts: { error: number }; findings: unknown[] };
    return [counts.error, findings.length];
  };
  assert.equal(await counted('2'), [5, 2]);
  assert.equal(await counted('all'), [5, 5]);
  for (const most of ['0', 'x', '1.5', '']) {
    const refused = await run({}, '--most', most).catch((error: Error) => error.message);
    assert.match(String(refused), /--most takes a whole number from 1, or "all"/);
  }
});

test('every form is printed; SARIF has a repair of what stands in the file', async () => {
  const files = { 'actors.csv': `${head}ana,persom,Ana,,\n` };
  const of = async (format: string): Promise<string> => (await run(files, '--format', format)).text;
  assert.match(await of('junit'), /<failure type="table\/value"/);
  assert.match(await of('markdown'), /^### demarche validate: 1 error, 0 warnings/);
  assert.match(await of('github'), /^::error file=\S+actors\.csv,line=2,col=5,title=table\/value::ana: "persom"/);
  assert.is((await of('jsonl')).trimEnd().split('\n').length, 1);
  const { runs } = JSON.parse(await of('sarif')) as { runs: { results: { fixes: unknown }[] }[] };
  assert.match(JSON.stringify(runs[0]!.results[0]!.fixes), /"endColumn":11},"insertedContent":{"text":"person"}/);
});

test('known faults are told apart and do not make the exit code 1, unless mended ones must be taken out', async () => {
  const broken = { 'actors.csv': `${head}ana,persom,Ana,,\n` };
  const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  try {
    const baseline = join(folder, 'baseline.json');
    assert.is((await run(broken, '--baseline', baseline, '--update-baseline')).code, 0);
    // Known by the file's path, which is another one for each run here.
    const text = readFileSync(baseline, 'utf8');
    assert.match(text, /"severity":"error","rule":"table\/value"/);
    writeFileSync(baseline, '{"faults":[]}');
    assert.is((await run(broken, '--baseline', baseline)).code, 1);
    writeFileSync(baseline, text.replace(/"file":"[^"]*"/, '"file":null'));
    assert.is((await run({ 'actors.csv': head }, '--baseline', baseline)).code, 0);
    assert.is((await run({ 'actors.csv': head }, '--baseline', baseline, '--strict-baseline')).code, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('an unknown form is refused', async () => {
  let message = '';
  await run({ 'actors.csv': head }, '--format', 'xml').catch((error: Error) => (message = error.message));
  assert.match(message, /xml/);
});

test.run();
