import { mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding, Statement } from '../../src/model/generated.js';
import { demarche, inFolder, type Ran } from '../support/command.js';

const test = suite('convert on the command line');

const good = 'Teodora Valke rejected the plan of the engineers on Monday.\n';

interface Converted extends Ran {
  readonly findings: readonly Finding[];
  readonly statements: readonly Statement[];
}

const lines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** Converts a folder "in" that holds good.txt and the given files. */
function convert(
  files: Readonly<Record<string, string | Uint8Array>>,
  {
    prepare,
    args = [],
    inputs = ['in'],
  }: {
    readonly prepare?: (folder: string) => void;
    readonly args?: readonly string[];
    readonly inputs?: string[];
  } = {},
): Converted {
  const named = Object.fromEntries(Object.entries(files).map(([name, content]) => [join('in', name), content]));
  return inFolder({ [join('in', 'good.txt')]: good, ...named }, (folder) => {
    prepare?.(join(folder, 'in'));
    const ran = demarche(['convert', ...inputs, '--out', 'out', ...args], { cwd: folder });
    return {
      ...ran,
      findings: lines<Finding>(join(folder, 'out', 'findings.jsonl')),
      statements: lines<Statement>(join(folder, 'out', 'statements.jsonl')),
    };
  });
}

/** Asserts that the good file beside the bad one was converted. */
function goodIsThere({ statements }: Converted): void {
  assert.equal(
    statements.filter((row) => row.document_id === 'good').map((row) => row.text),
    ['the plan of the engineers'],
  );
}

const rules = ({ findings }: Converted): string[] => findings.map((found) => `${found.severity} ${found.rule}`);

test('a clean folder gives tables, texts and a record of the run, and ends with 0', () => {
  inFolder({ 'in/good.txt': good }, (folder) => {
    const ran = demarche(['convert', 'in', '--out', 'out'], { cwd: folder });
    assert.is(ran.code, 0, ran.stderr);
    assert.match(ran.stdout, /^1 documents?, 1 statements?, 0 turns, 0 errors, 0 warnings: out\n$/);
    assert.equal(readdirSync(join(folder, 'out')).sort(), [
      'documents.csv',
      'findings.jsonl',
      'run.json',
      'statements.csv',
      'statements.jsonl',
      'texts',
      'turns.csv',
      'turns.jsonl',
    ]);
    assert.is(readFileSync(join(folder, 'out', 'texts', 'good.txt'), 'utf8'), good);
  });
});

/** One conversion of everything that is odd but readable; made when first asked for. */
const odd = ((): (() => Converted) => {
  let made: Converted | null = null;
  const old = 'Le président Valke rejected it. Séverac is a café town, said Søren Aldgaard. '.repeat(3);
  return () =>
    (made ??= convert(
      {
        'empty.txt': '',
        'old.txt': Uint8Array.from(old, (c) => c.charCodeAt(0)),
        'wide.txt': Buffer.from('\ufeffSøren Aldgaard praised the plan.\n', 'utf16le'),
        'stray.txt': 'Ruslav Tomczyn praised the plan.\nHe said “stay.\n\nTeodora Valke left.\n',
        'german.txt':
          'Der Minister sagte, dass die Straße zu der Brücke nicht offen ist und auch im Juni nicht offen sein wird. Er hat das mit dem Präsidenten nicht gewollt.',
        'russian.txt':
          'Министр сказал, что дорога к мосту закрыта и что она не будет открыта в этом году. Он также сказал, что это не так, как было в том году, и что это их не радует.',
        'report.docx': 'PK',
      },
      { prepare: (folder) => mkdirSync(join(folder, 'folder.txt')) },
    ));
})();

/** The statements of one document of that conversion. */
const of = (id: string): readonly Statement[] => odd().statements.filter((row) => row.document_id === id);

test('files that are odd but readable are warnings, and end with 0', () => {
  assert.is(odd().code, 0);
  assert.equal(rules(odd()).sort(), [
    'warning document/empty',
    'warning document/language',
    'warning document/language',
    'warning file/encoding',
    'warning file/unknown-format',
    'warning text/unbalanced-quote',
  ]);
  goodIsThere(odd());
});

test('an empty file holds no text', () => {
  assert.match(odd().stderr, /empty\.txt warning document\/empty.*holds no text/);
});

test('a file in an old encoding is read by a guess, which is said', () => {
  assert.match(odd().stderr, /old\.txt warning file\/encoding.*not UTF-8.*guess/);
  assert.ok(of('old').length > 0);
});

test('a UTF-16 file with its mark is read like any other', () => {
  assert.is(of('wide')[0]?.speaker_text, 'Søren Aldgaard');
});

test('a quotation mark without a partner is given its place', () => {
  assert.match(odd().stderr, /stray\.txt:2:9 warning text\/unbalanced-quote/);
  assert.is(of('stray')[0]?.text, 'the plan');
});

test('documents in other languages and scripts have no rows', () => {
  assert.match(odd().stderr, /german\.txt warning document\/language.*in "de"/);
  assert.match(odd().stderr, /russian\.txt warning document\/language.*in "ru"/);
  assert.equal([...of('german'), ...of('russian')], []);
});

test('a binary file ends with 3', () => {
  const ran = convert({ 'image.txt': Uint8Array.from({ length: 500 }, (_, i) => i % 32) });
  assert.is(ran.code, 3);
  assert.match(ran.stderr, /image\.txt error file\/binary.*binary, not text/);
  goodIsThere(ran);
});

test('a link that leads nowhere ends with 3', () => {
  const ran = convert({}, { prepare: (folder) => symlinkSync('nowhere.txt', join(folder, 'link.txt')) });
  assert.is(ran.code, 3);
  assert.match(ran.stderr, /link\.txt error file\/unreadable.*no such file/);
  goodIsThere(ran);
});

test('a path that is not there ends with 3, after the good ones', () => {
  const ran = convert({}, { inputs: ['in', 'nowhere'] });
  assert.is(ran.code, 3);
  assert.match(ran.stderr, /nowhere error file\/unreadable.*no such file or folder/);
  goodIsThere(ran);
});

test('lines of a documents.jsonl that are no documents are errors; the others are converted', () => {
  const line = (value: object): string => `${JSON.stringify(value)}\n`;
  const ran = convert({
    'documents.jsonl': [
      line({ document_id: 'one', text: 'Ruslav Tomczyn praised the plan.' }),
      '{"document_id": "two", "text": \n',
      line({ text: 'Ruslav Tomczyn praised the plan.' }),
      line({ document_id: 'three' }),
      line({ document_id: 'one', text: 'Ruslav Tomczyn slept.' }),
      '\n',
      '[]\n',
      line({ document_id: 'four', text: 'Ruslav Tomczyn praised the law.', dat: '2031' }),
    ].join(''),
  });
  assert.is(ran.code, 1);
  assert.match(ran.stderr, /documents\.jsonl:2:1 error json\/syntax/);
  assert.match(ran.stderr, /documents\.jsonl:3:1 error document\/no-id/);
  assert.match(ran.stderr, /documents\.jsonl:4:1 error document\/no-text {2}three/);
  assert.match(ran.stderr, /documents\.jsonl:5 error document\/duplicate-id {2}one.*taken by .*documents\.jsonl:1/);
  assert.match(ran.stderr, /documents\.jsonl:7:1 error json\/syntax.*must be an object/);
  assert.match(ran.stderr, /documents\.jsonl:8 warning metadata\/unknown-field.*\n.*did you mean "date"/);
  assert.equal(
    ran.statements.map((row) => row.document_id),
    ['four', 'good', 'one'],
  );
  goodIsThere(ran);
});

test('a line of fifty million letters is a finding', () => {
  const ran = convert({ 'huge.txt': 'word '.repeat(10_000_000) });
  assert.is(ran.code, 3);
  assert.match(ran.stderr, /huge\.txt error document\/too-long.*50000000 characters/);
  goodIsThere(ran);
});

test('a format that no reader knows is passed over in a folder, and an error where it was asked for', () => {
  assert.match(odd().stderr, /report\.docx warning file\/unknown-format/);
  const asked = convert({ 'report.docx': 'PK' }, { inputs: ['in/good.txt', 'in/report.docx'] });
  assert.is(asked.code, 1);
  assert.match(asked.stderr, /report\.docx error file\/unknown-format/);
  goodIsThere(asked);
});

test('metadata beside a file are used, broken ones are found', () => {
  const used = convert({ 'good.txt.meta.json': '{"date": "2031-06-05", "publisher": "Meridian"}' });
  assert.is(used.code, 0);
  // "on Monday" is told by the document's date.
  assert.is(used.statements[0]!.date, '2031-06-02');
  const broken = convert({ 'good.txt.meta.json': '{"date": ' });
  assert.is(broken.code, 3);
  assert.match(broken.stderr, /good\.txt\.meta\.json:1:10 error json\/syntax/);
  goodIsThere(broken);
});

test('--quiet says nothing but what was asked for', () => {
  const ran = convert({ 'empty.txt': '' }, { args: ['--quiet'] });
  assert.is(ran.stdout + ran.stderr, '');
  assert.equal(rules(ran), ['warning document/empty']);
});

test('an unknown option or command is refused with a suggestion', () => {
  inFolder({ 'good.txt': good }, (folder) => {
    const option = demarche(['convert', 'good.txt', '--out', 'out', '--previus', 'x'], { cwd: folder });
    assert.is(option.code, 2);
    assert.match(option.stderr, /did you mean --previous\?/);
    const command = demarche(['convret', 'good.txt'], { cwd: folder });
    assert.is(command.code, 2);
    assert.match(command.stderr, /did you mean (?:"|)convert/i);
    assert.equal(readdirSync(folder), ['good.txt']);
  });
});

test('wrong use ends with 2 and writes nothing', () => {
  inFolder({ 'good.txt': good }, (folder) => {
    const cases: readonly [readonly string[], RegExp][] = [
      [['convert', 'good.txt'], /out/],
      [['convert', 'good.txt', '--out', 'out', '--shard', '3/2'], /--shard "3\/2" must be i\/n/],
      [['convert', 'good.txt', '--out', 'out', '--labeler', 'oracle'], /unknown labeler "oracle"/],
      [['convert', 'good.txt', '--out', 'out', '--previous', '.'], /no statements\.csv/],
      [[], /name a command/],
    ];
    for (const [args, message] of cases) {
      const ran = demarche(args, { cwd: folder });
      assert.is(ran.code, 2, args.join(' '));
      assert.match(ran.stderr, message);
      assert.not.match(ran.stderr, /\n\s+at /, 'no stack');
    }
  });
});

test('--previous keeps ids and buries the lost ones', () => {
  inFolder({ 'a/d.txt': good, 'b/d.txt': 'It rained.\n\n' + good, 'c/d.txt': 'It rained.\n' }, (folder) => {
    const run = (from: string, out: string, ...args: string[]): Statement[] => {
      const ran = demarche(['convert', from, '--out', out, '--quiet', ...args], { cwd: folder });
      assert.is(ran.code, 0, ran.stderr);
      return lines<Statement>(join(folder, out, 'statements.jsonl'));
    };
    const [first] = run('a', 'one');
    const [second] = run('a', 'two', '--previous', 'one');
    assert.is(second!.statement_id, first!.statement_id);
    assert.equal(run('c', 'three', '--previous', 'two'), []);
    const dead = readFileSync(join(folder, 'three', 'tombstones.csv'), 'utf8');
    assert.ok(dead.includes(first!.statement_id));
    // A withdrawn id does not come back.
    const [again] = run('a', 'four', '--previous', 'three');
    assert.is(again!.statement_id, `${first!.statement_id}-2`);
  });
});

test('pipes carry documents in and statements out', () => {
  inFolder({}, (folder) => {
    const ran = demarche(['convert', '-', '--out', '-'], {
      cwd: folder,
      input: `${JSON.stringify({ document_id: 'one', text: good })}\n`,
    });
    assert.is(ran.code, 0, ran.stderr);
    const rows = ran.stdout.trim().split('\n');
    assert.is(rows.length, 1);
    assert.is((JSON.parse(rows[0]!) as Statement).document_id, 'one');
  });
});

test('shards share the documents out, and the order of inputs changes no byte', () => {
  const files = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`in/d${i}.txt`, good]));
  inFolder(files, (folder) => {
    const run = (out: string, ...args: string[]): string => {
      const ran = demarche(['convert', ...args, '--out', out, '--quiet'], { cwd: folder });
      assert.is(ran.code, 0, ran.stderr);
      return readFileSync(join(folder, out, 'statements.csv'), 'utf8');
    };
    const whole = run('whole', 'in');
    const files = readdirSync(join(folder, 'in')).map((name) => join('in', name));
    assert.is(run('backwards', ...files.reverse()), whole);
    const body = (text: string): string[] => text.trimEnd().split('\n').slice(1);
    const parts = [...body(run('one', 'in', '--shard', '1/2')), ...body(run('two', 'in', '--shard', '2/2'))];
    assert.equal(parts.sort(), body(whole).sort());
  });
});

test.run();
