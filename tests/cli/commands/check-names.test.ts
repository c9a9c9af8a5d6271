import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { NameCheckReport } from '../../../src/reports/name-check-report.js';
import { demarche, inFolder } from '../../support/command.js';

const test = suite('actors check and targets check');

const sample = resolve('data', 'sample');
const DOCUMENT = {
  document_id: 'note',
  date: '2031-04-09',
  text: 'Nils Aro, chairman of the League, condemned the harbour tariff on Tuesday.\n\n“We reject the harbour tariff,” Nils Aro said.\n',
};

test('a dataset is found from a folder in it, by --project and by name, with the same report', () => {
  const here = demarche(['actors', 'check', '--format', 'json'], { cwd: join(sample, 'labels') });
  const named = demarche(['actors', 'check', '--project', 'data/sample', '--format', 'json'], { cwd: resolve('.') });
  const folder = demarche(['actors', 'check', 'data/sample', '--format', 'json'], { cwd: resolve('.') });
  const reports = [here, named, folder].map(({ code, stdout, stderr }) => {
    assert.is(code, 0, stderr);
    const { input, ...report } = JSON.parse(stdout) as NameCheckReport;
    return [input.rows, report];
  });
  assert.equal(reports[1], reports[0]);
  assert.equal(reports[2], reports[0]);
});

test('a conversion shows who stayed unknown, and no longer once the lexicons hold the name', () => {
  const files = {
    'documents.jsonl': `${JSON.stringify(DOCUMENT)}\n`,
    'lexicons/actors.csv': 'actor_id,kind,name,aliases,country\nnils-aro,person,Nils Aro,,\n',
    'lexicons/targets.csv': 'target_id,kind,name,aliases,parent_id,countries\nharbour-tariff,issue,harbour tariff,,,\n',
    'lexicons/memberships.csv': 'membership_id,actor_id,role,organization_id,country,start_date,end_date\n',
  };
  inFolder(files, (folder) => {
    const convert = (out: string, ...more: string[]): void =>
      assert.is(demarche(['convert', 'documents.jsonl', '--out', out, '--quiet', ...more], { cwd: folder }).code, 0);
    convert('out');
    const before = demarche(['actors', 'check', 'out'], { cwd: folder });
    assert.is(before.code, 0, before.stderr);
    assert.match(before.stdout, /Nils Aro +note:\d+-\d+/);
    assert.match(before.stdout, 'actors.csv');
    const targets = demarche(['targets', 'check', 'out', '--format', 'csv'], { cwd: folder });
    assert.match(targets.stdout, /^unresolved,harbour tariff,other words,/m);
    convert('again', '--lexicons', 'lexicons');
    const after = demarche(['actors', 'check', 'again', '--lexicons', 'lexicons'], { cwd: folder });
    assert.is(after.code, 0, after.stderr);
    assert.not.match(after.stdout, 'Nils Aro');
    assert.match(after.stdout, 'unresolved: 0 mentions');
    const listed = demarche(['targets', 'check', 'again', '--lexicons', 'lexicons', '--format', 'csv'], {
      cwd: folder,
    });
    assert.not.match(listed.stdout, 'harbour tariff');
  });
});

test('--out writes the file, and findings of a broken table are exit 1', () => {
  const csv =
    'document_id,section,status,stance,date,speaker_text,speaker_start,speaker_end,speaker_id,speaker_country,speaker_method\nd1,body,auto,none,,Nils Aro,0,8,,,none\nd1,body\n';
  inFolder({ 'statements.csv': csv }, (folder) => {
    const ran = demarche(['actors', 'check', 'statements.csv', '--format', 'csv', '--out', 'open.csv'], {
      cwd: folder,
    });
    assert.is(ran.code, 1);
    assert.match(ran.stderr, 'statements.csv:3');
    assert.is(ran.stdout, '');
    const json = demarche(['actors', 'check', '.', '--format', 'json'], { cwd: folder });
    assert.is((JSON.parse(json.stdout) as NameCheckReport).findings.length, 1);
  });
});

test('wrong use is exit 2 with a hint', () => {
  const cases: readonly (readonly [string[], RegExp])[] = [
    [['actors'], /name an action: actors check/],
    [['actors', 'chek'], /check/],
    [['targets', 'check', '--tpo', '3'], /did you mean --top/],
    [['targets', 'check', '--top', '-1'], /--top takes a whole number/],
    [['actors', 'check', 'nowhere'], /no such file or folder/],
    [['actors', 'check', 'data/real'], /stand-off dataset, which holds no words/],
    [['actors', 'check', 'data/sample', '--project', 'data/sample'], /not both/],
    [['actors', 'check', 'data/sample', '--lexicons', 'nowhere'], /--lexicons nowhere/],
  ];
  for (const [args, message] of cases) {
    const ran = demarche(args, { cwd: resolve('.') });
    assert.is(ran.code, 2, args.join(' '));
    assert.match(ran.stderr, message);
  }
});

test.run();
