import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import yargs from 'yargs';
import { agreeCommand } from '../../../src/cli/commands/agree.js';
import { planCommand } from '../../../src/cli/commands/plan.js';
import type { AgreementReport } from '../../../src/reports/agreement-report.js';
import type { PlanReport } from '../../../src/reports/plan-report.js';
import type { SpanComparison } from '../../../src/reports/span-comparison.js';
import type { UnitizingReport } from '../../../src/reports/unitizing-report.js';

const test = suite('agree on spans, with matrices, and plan');

/** Runs a command on files of a temporary folder, whose names in the arguments begin with "@". */
async function run<T>(files: Readonly<Record<string, string>>, ...args: string[]): Promise<{ code: number; found: T }> {
  const root = mkdtempSync(join(tmpdir(), 'spans-'));
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    }
    const out = join(root, 'report.json');
    const named = args.map((one) => one.replace('@', `${root}/`));
    await yargs([...named, '--quiet', '--format', 'json', '--out', out])
      .command(agreeCommand as never)
      .command(planCommand as never)
      .option('quiet', { type: 'boolean' })
      .strict()
      .exitProcess(false)
      .fail((message, error) => {
        throw error ?? new Error(message);
      })
      .parseAsync();
    return { code: Number(process.exitCode ?? 0), found: JSON.parse(readFileSync(out, 'utf8')) as T };
  } finally {
    process.exitCode = before;
    rmSync(root, { recursive: true });
  }
}

const SPANS = {
  'spans.csv': 'document_id,annotator_id,start,end,label\nd1,a,0,9,x\nd1,b,0,8,x\nd2,a,5,9,y\nd2,b,5,9,y\n',
  'documents.csv': 'document_id,length\nd1,40\nd2,30\n',
};

test('a file of marked spans is known by its header; lengths come from documents.csv beside it', async () => {
  const { code, found } = await run<UnitizingReport>(SPANS, 'agree', '@spans.csv', '--bootstrap', '20');
  assert.is(code, 0);
  assert.is(found.input.length, 70);
  assert.ok(found.results.every(({ value, reason }) => (value === null) !== (reason === null)));
  assert.equal(
    [...new Set(found.results.map(({ coefficient }) => coefficient))],
    ['alpha_u', 'alpha_u_nominal', 'alpha_u_binary', 'alpha_cu', 'alpha_ku', 'span_f'],
  );
});

test('--spans takes folders: convert outputs and datasets', async () => {
  const row = `${JSON.stringify({ document_id: 'd1', start: 0, end: 9, speaker_id: 'ann', target_id: 't', stance: 'favor' })}\n`;
  const coding = { 's.jsonl': row, 'out/statements.jsonl': row };
  const files = await run<SpanComparison>(coding, 'agree', '--spans', '@s.jsonl', '@s.jsonl', '--bootstrap', '0');
  const folders = await run<SpanComparison>(coding, 'agree', '--spans', '@out', '@s.jsonl', '--bootstrap', '0');
  assert.equal(folders.found.levels, files.found.levels);
  await run(coding, 'agree', '--spans', '@', '@s.jsonl').then(
    () => assert.unreachable(),
    (error: Error) => assert.match(error.message, 'holds no statements.csv'),
  );
});

test('spans can be required to agree', async () => {
  const { code } = await run(
    SPANS,
    'agree',
    '@spans.csv',
    '--coefficients',
    'span_f',
    '--require',
    'span_f.value >= 0.9',
  );
  assert.is(code, 0);
  const failed = await run(SPANS, 'agree', '@spans.csv', '--iou', '1', '--require', 'span_f.value >= 0.9');
  assert.is(failed.code, 1);
});

test('two codings are compared level by level', async () => {
  const row = (stance: string): string =>
    `${JSON.stringify({ document_id: 'd1', start: 0, end: 9, speaker_id: 'ann', target_id: 't', stance })}\n`;
  const files = { 'a.jsonl': row('favor'), 'b.jsonl': row('against') };
  const { code, found } = await run<SpanComparison>(
    files,
    'agree',
    '--spans',
    '@a.jsonl',
    '@b.jsonl',
    '--bootstrap',
    '0',
  );
  assert.is(code, 0);
  assert.equal(
    found.levels.map(({ level, units, f }) => [level, units, f]),
    [
      ['span', 1, 1],
      ['speaker', 1, 1],
      ['target', 1, 1],
      ['stance', 1, 0],
    ],
  );
});

test('wrong use is refused: one coding, an unknown coefficient of spans, a threshold out of range', async () => {
  const refused = async (message: RegExp, ...args: string[]): Promise<void> => {
    try {
      await run({ ...SPANS, 'a.jsonl': '' }, 'agree', ...args);
    } catch (error) {
      assert.match((error as Error).message, message);
      return;
    }
    assert.unreachable('not refused');
  };
  await refused(/--spans takes two files/, '--spans', '@a.jsonl');
  await refused(/unknown coefficient of spans "fleiss_kappa"/, '@spans.csv', '--coefficients', 'fleiss_kappa');
  await refused(/--iou takes a number/, '@spans.csv', '--iou', '1.5');
  await refused(/--unitizing needs files/, '--unitizing');
});

const LABELS = `unit_id,annotator_id,label\n${Array.from({ length: 40 }, (_, u) => {
  const [a, b] = [u % 2 === 0 ? 'lo' : 'hi', u % 5 === 0 ? 'mid' : u % 2 === 0 ? 'lo' : 'hi'];
  return `u${u},a,${a}\nu${u},b,${b}\n`;
}).join('')}`;

test('weights and distances from files, BCa intervals and benchmarks', async () => {
  const files = {
    'labels.csv': LABELS,
    'w.csv': ',lo,mid,hi\nlo,1,0.5,0\nmid,0.5,1,0.5\nhi,0,0.5,1\n',
    'd.csv': ',lo,mid,hi\nlo,0,1,4\nmid,1,0,1\nhi,4,1,0\n',
  };
  const args = [
    '--coefficients',
    'gwet_ac2,krippendorff_alpha',
    '--interval',
    'bca',
    '--benchmark',
    '--bootstrap',
    '200',
  ];
  const own = await run<AgreementReport>(
    files,
    'agree',
    '@labels.csv',
    '--weights',
    '@w.csv',
    '--distance',
    '@d.csv',
    ...args,
  );
  const named = await run<AgreementReport>(
    files,
    ...['agree', '@labels.csv', '--weights', 'linear', '--distance', 'interval', '--order', 'lo,mid,hi', ...args],
  );
  own.found.results.forEach(({ value, ci_method }, i) => {
    assert.ok(Math.abs(value! - named.found.results[i]!.value!) < 1e-12);
    assert.is(ci_method, 'bootstrap BCa by unit');
  });
  assert.is(own.found.benchmarks!.length, 2);
  const [pair] = own.found.pairs;
  assert.equal(pair!.marginal_homogeneity.stuart_maxwell!.df, [2]);
});

test('plan says how many units a width takes, from a pilot', async () => {
  const { code, found } = await run<PlanReport>(
    { 'pilot.csv': LABELS },
    ...['plan', '@pilot.csv', '--width', '0.2', '--units', '100', '--coefficients', 'krippendorff_alpha'],
  );
  assert.is(code, 0);
  assert.is(found.plans[0]!.pilot_units, 40);
  assert.ok(found.plans[0]!.needed[0]!.units > 40);
  assert.is(found.plans[0]!.reached[0]!.units, 100);
});

test.run();
