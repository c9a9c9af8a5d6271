import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import yargs from 'yargs';
import { aggregateCommand } from '../../../src/cli/commands/aggregate.js';
import { agreeCommand } from '../../../src/cli/commands/agree.js';
import type { AggregateReport } from '../../../src/reports/aggregate-report.js';
import type { AgreementReport } from '../../../src/reports/agreement-report.js';

const test = suite('agree and aggregate commands');

const HEADER =
  'statement_id,batch_id,annotator_id,field,value,round,confidence,rule_id,comment,codebook_version,created_at';

const ID = (u: number): string => `st_000000000000000${u}`;

/** Label rows of one annotator in one batch, a letter of `values` per statement. */
const labels = (batch: string, annotator: string, values: string, codebook = '1.0'): string =>
  [
    HEADER,
    ...[...values].map((letter, u) =>
      [
        ID(u),
        batch,
        annotator,
        'stance',
        { f: 'favor', a: 'against', n: 'none' }[letter],
        1,
        '',
        '',
        '',
        codebook,
        '',
      ].join(),
    ),
    '',
  ].join('\n');

const DATASET: Readonly<Record<string, string>> = {
  'demarche.json': JSON.stringify({ title: 't', version: '0.1.0', codebook: 'codebook.json', lexicons: '.' }),
  'codebook.json': JSON.stringify({ version: '1.0', title: 't', fields: [] }),
  'statements.csv': [
    'statement_id,document_id,start,end,text,speaker_id,target_id',
    ...[0, 1, 2, 3, 4, 5].map((u) => `${ID(u)},d${u % 2},${u},${u + 9},"Text, number ${u}",ana,t${u % 3}`),
    '',
  ].join('\n'),
  'annotators.csv': 'annotator_id,kind,training,model,prompt_sha256\na,person,,,\nb,person,,,\nm,model,,,\n',
  'batches.csv':
    'batch_id,phase,codebook_version,design,seed,state\nb1,production,1.0,,,closed\nb2,pilot,1.0,,,closed\n',
  'labels/b1/a.csv': labels('b1', 'a', 'ffaann'),
  'labels/b1/b.csv': labels('b1', 'b', 'ffanna', '1.1'),
  'labels/b1/m.csv': labels('b1', 'm', 'ffaanf'),
  'labels/b2/a.csv': labels('b2', 'a', 'nnnnnn'),
};

/** Runs a command in the dataset; gives the exit code, what was written, and a way to read its other files. */
async function run(
  ...args: string[]
): Promise<{ code: number; text: string; read: (name: string) => string; errors: string }> {
  const root = mkdtempSync(join(tmpdir(), 'agree-'));
  const before = process.exitCode;
  const write = process.stderr.write;
  let errors = '';
  try {
    for (const [name, content] of Object.entries(DATASET)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    }
    process.exitCode = 0;
    process.stderr.write = ((chunk: string) => (errors += chunk) !== '') as typeof write;
    const out = join(root, 'report');
    const placed = args.map((word) => word.replace('ROOT', root));
    await yargs([...placed, '--project', root, '--out', out])
      .command(agreeCommand as never)
      .command(aggregateCommand as never)
      .strict()
      .exitProcess(false)
      .fail((message, error) => {
        throw error ?? new Error(message);
      })
      .parseAsync();
    const kept = new Map(
      ['report', 'work.csv'].flatMap((name): [string, string][] =>
        existsSync(join(root, name)) ? [[name, readFileSync(join(root, name), 'utf8')]] : [],
      ),
    );
    return { code: Number(process.exitCode), text: kept.get('report')!, read: (name) => kept.get(name) ?? '', errors };
  } finally {
    process.stderr.write = write;
    process.exitCode = before;
    rmSync(root, { recursive: true });
  }
}

const report = async (...args: string[]): Promise<AgreementReport> =>
  JSON.parse((await run('agree', '--bootstrap', '0', '--format', 'json', ...args)).text) as AgreementReport;

test('disagreements carry document, offsets and text of the dataset, grouped by what is confused', async () => {
  const { worklist, units, input } = await report();
  assert.is(input.units, 6);
  assert.equal(
    worklist.map(({ confused, units: many }) => `${confused.join('/')} ${many}`),
    ['against/none 2'],
    'the people alone disagree on two statements',
  );
  assert.equal(units[0]!.place, {
    document_id: 'd1',
    start: 3,
    end: 12,
    text: 'Text, number 3',
    speaker: 'ana',
    target: 't0',
  });
});

test('--worklist writes all disagreements as an adjudication file', async () => {
  const { read } = await run('agree', '--bootstrap', '0', '--worst', '1', '--worklist', 'ROOT/work.csv');
  const [head, ...rows] = read('work.csv').trimEnd().split('\n');
  assert.match(head!, /^statement_id,field,value,rule_id,reason,decided_by,x_confused,/);
  assert.is(rows.length, 2);
  assert.match(rows[0]!, /^st_0000000000000003,stance,,,,,against \/ none,a: against; b: none,/);
});

test('--by finds its column in the labels, the statements or the batches', async () => {
  const parts = async (column: string): Promise<string[]> =>
    (await report('--by', column)).by!.parts.map(({ value, units, annotators }) =>
      [value, units, annotators].join(' '),
    );
  assert.equal(await parts('target'), ['t0 2 3', 't1 2 3', 't2 2 3']);
  assert.equal(await parts('document'), ['d0 3 3', 'd1 3 3']);
  assert.equal(await parts('codebook_version'), ['1.0 6 2', '1.1 6 1']);
  assert.equal(await parts('batch'), ['b1 6 3']);
  assert.equal(await parts('phase'), ['production 6 3']);
  let message = '';
  await report('--by', 'colour').catch((error: Error) => (message = error.message));
  assert.match(message, 'neither the label files nor statements.csv nor batches.csv have this column');
});

test('--against shows what one of the label files does', async () => {
  const { against, input } = await report('--against', 'ROOT/labels/b1/m.csv', '--coefficients', 'percent_agreement');
  assert.equal(input.annotators, ['a', 'b', 'm']);
  assert.equal([against!.rows, against!.new_annotators.join(), against!.newly_pairable_units], [6, 'm', 0]);
  assert.is(against!.effects[0]!.before, against!.effects[0]!.after, 'people are reported, and the file is a model’s');
});

test('--alternative holds the model against the people', async () => {
  const { alternative } = await report('--alternative', 'm', '--epsilon', '0.1');
  assert.equal([alternative!.epsilon, alternative!.humans.length, alternative!.skipped.length], [0.1, 0, 2]);
  assert.match(alternative!.reason!, 'no human shares 30 units');
  assert.ok(alternative!.reliability!.value !== null);
});

test('text has a methods paragraph when asked for, and no colour in a file', async () => {
  const { text } = await run('agree', '--bootstrap', '0', '--methods');
  assert.match(text, /\nmethods\nThe field "stance" was labelled by 3 annotators \(2 people, 1 language model\)\./);
  assert.not.ok(text.includes('\u001b'));
  assert.not.match((await run('agree', '--bootstrap', '0')).text, /\nmethods\n/);
});

test('aggregate writes consensus labels as CSV, its summary to standard error', async () => {
  const { code, text, errors } = await run('aggregate', '--method', 'dawid_skene', '--soft');
  assert.is(code, 0);
  const [head, first, ...rest] = text.trimEnd().split('\n');
  assert.is(head, 'unit_id,label,votes,probability,tied,p_against,p_favor,p_none');
  assert.match(first!, /^st_0000000000000000,favor,3,/);
  assert.is(rest.length, 5);
  assert.match(errors, /^consensus on stance by dawid_skene: 6 of 6 units have a label/m);
});

test('aggregate as JSON says how it went, by annotator', async () => {
  const { text } = await run('aggregate', '--method', 'mace', '--format', 'json', '--ties', 'first');
  const found = JSON.parse(text) as AggregateReport;
  assert.equal(
    found.annotators.map(({ annotator_id, kind, labels: many }) => [annotator_id, kind, many].join(' ')),
    ['a person 6', 'b person 6', 'm model 6'],
  );
  assert.is(found.iterations, 50);
  assert.is(found.options['ties'], 'first');
});

test.run();
