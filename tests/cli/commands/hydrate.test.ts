import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hydrateCommand } from '../../../src/cli/commands/hydrate.js';
import { UsageError } from '../../../src/model/errors.js';
import type { HydrateReport } from '../../../src/reports/hydrate-report.js';
import { demarche } from '../../support/command.js';

const test = suite('hydrate command');

const fixture = resolve('tests', 'fixtures', 'commands', 'hydrate-relocate');
const base = resolve('tests', 'fixtures', 'rules', 'base', 'codebook.json');
const talks =
  'Harbour council of Skerrow, 4 March 2031\n\nÅSA ÅNGSTRÖM: We will keep the night ferry running. We reject the new harbour fees.\n\nTOMAS VRBA: The council welcomes the safety plan.\n';

/** Gives a folder with a stand-off dataset of two documents, and copies that are the annotated texts. */
const inPlace = async (work: (place: string) => void | Promise<void>): Promise<void> => {
  const place = mkdtempSync(join(tmpdir(), 'demarche-test-'));
  try {
    cpSync(join(fixture, 'standoff'), join(place, 'standoff'), { recursive: true });
    cpSync(base, join(place, 'codebook.json'));
    mkdirSync(join(place, 'copies'));
    writeFileSync(join(place, 'copies', 'quay-talks.txt'), talks);
    writeFileSync(join(place, 'copies', 'plan-note.txt'), 'Vrba praised the safety plan.\n');
    await work(place);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};
const run = (place: string, ...more: readonly string[]) =>
  demarche(['hydrate', 'standoff', '--documents', 'copies', ...more], { cwd: place });

test('copies that are the annotated texts give exit 0, a folder and a summary; the same again is unchanged', () =>
  inPlace((place) => {
    const first = run(place, '--out', 'words');
    assert.is(first.code, 0, first.stderr);
    assert.equal(first.stderr, '');
    assert.match(first.stdout, /^documents {3}2: 2 verified\nstatements {2}4: 4 at their places\n/);
    assert.match(first.stdout, 'written     words: 4 statements with their words');
    assert.match(readFileSync(join(place, 'words', 'statements.csv'), 'utf8'), 'We reject the new harbour fees');
    const again = run(place, '--out', 'words');
    assert.is(again.code, 0, again.stderr);
    assert.match(again.stdout, 'unchanged   words');
    assert.equal(
      readdirSync(place).filter((name) => name.startsWith('.')),
      [],
    );
  }));

test('what is missing gives exit 1 and is named in JSON, and the rest is written', () =>
  inPlace((place) => {
    rmSync(join(place, 'copies', 'plan-note.txt'));
    const { code, stdout, stderr } = run(place, '--out', 'words', '--format', 'json');
    assert.equal([code, stderr], [1, '']);
    const report = JSON.parse(stdout) as HydrateReport;
    assert.equal([report.out, report.hydrated, report.relocate], ['words', 3, false]);
    assert.equal(report.total, { statements: 4, at_place: 3, moved: 0, ambiguous: 0, lost: 0, without_copy: 1 });
    assert.equal(
      report.documents.map(({ document_id, state, url }) => [document_id, state, url]),
      [
        ['plan-note', 'missing', 'https://example.org/plan-note'],
        ['quay-talks', 'verified', 'https://example.org/quay-talks'],
      ],
    );
    assert.equal(
      report.findings.map(({ rule, file, line }) => [rule, file, line]),
      [['hydrate/document-missing', 'standoff/documents.csv', 2]],
    );
  }));

test('a copy that can not be read gives exit 3 after the good ones were written, and --quiet keeps errors', () =>
  inPlace((place) => {
    writeFileSync(join(place, 'copies', 'plan-note.txt'), new Uint8Array(100));
    const { code, stdout, stderr } = run(place, '--out', 'words', '--quiet');
    assert.is(code, 3);
    assert.match(stderr, /copies\/plan-note\.txt error file\/binary/);
    assert.match(stdout, '1 verified, 1 unreadable');
    assert.match(readFileSync(join(place, 'words', 'statements.csv'), 'utf8'), 'the night ferry');
  }));

/** Calls the command in this process; gives the message of wrong use. */
const refused = async (
  place: string,
  more: Partial<Parameters<typeof hydrateCommand.handler>[0]> = {},
): Promise<string> => {
  const args = {
    standoff: join(place, 'standoff'),
    documents: join(place, 'copies'),
    out: undefined,
    relocate: false,
    force: false,
    format: 'text',
    quiet: true,
    ...more,
  };
  try {
    await hydrateCommand.handler(args as never);
  } catch (error) {
    assert.instance(error, UsageError);
    return (error as Error).message;
  }
  return 'done';
};
/** As `refused`, with what is printed kept back. */
const silently = async <T>(work: () => Promise<T>): Promise<T> => {
  const out = process.stdout.write.bind(process.stdout);
  const err = process.stderr.write.bind(process.stderr);
  const code = process.exitCode;
  process.stdout.write = process.stderr.write = () => true;
  try {
    return await work();
  } finally {
    process.stdout.write = out;
    process.stderr.write = err;
    process.exitCode = code;
  }
};

test('an out folder that is something else is never replaced, with --force either', () =>
  inPlace(async (place) => {
    const out = join(place, 'mine');
    mkdirSync(out);
    writeFileSync(join(out, 'notes.txt'), 'mine');
    for (const force of [false, true]) assert.match(await refused(place, { out, force }), 'holds something else');
    assert.equal(readdirSync(out), ['notes.txt']);
    writeFileSync(join(out, 'demarche.json'), '{"title": "Another dataset"}');
    assert.match(await refused(place, { out, force: true }), 'holds something else');
    assert.match(await refused(place, { out: join(out, 'notes.txt') }), 'is a file, not a folder');
  }));

test('an earlier hydration that was changed is replaced with --force only', () =>
  inPlace(async (place) => {
    const out = join(place, 'words');
    assert.is(await silently(() => refused(place, { out })), 'done');
    const path = join(out, 'statements.csv');
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, `${before}\n`);
    assert.match(await silently(() => refused(place, { out })), '--force replaces it');
    assert.is(readFileSync(path, 'utf8'), `${before}\n`);
    assert.is(await silently(() => refused(place, { out, force: true })), 'done');
    assert.is(readFileSync(path, 'utf8'), before);
  }));

test('an out folder inside of what is read, or around it, is wrong use', () =>
  inPlace(async (place) => {
    assert.match(await refused(place, { out: join(place, 'standoff', 'x') }), 'lies in the stand-off dataset');
    assert.match(await refused(place, { out: join(place, 'copies') }), 'holds --documents');
    assert.match(await refused(place, { out: join(place, 'copies', 'x') }), 'lies in --documents');
    assert.match(await refused(place, { out: place, force: true }), 'holds the stand-off dataset');
    assert.match(await refused(place, { out: '' }), '--out needs a folder');
  }));

test('a place that can not be written is wrong use, and nothing is left there', () =>
  inPlace(async (place) => {
    writeFileSync(join(place, 'file'), '');
    const message = await silently(() => refused(place, { out: join(place, 'file', 'words') }));
    assert.match(message, "can't be written");
    assert.equal(readdirSync(place).sort(), ['codebook.json', 'copies', 'file', 'standoff']);
  }));

test('what is no stand-off dataset and copies that are not there are wrong use', () =>
  inPlace(async (place) => {
    assert.match(await refused(place, { documents: join(place, 'x') }), 'there is no such file or folder');
    assert.match(await refused(place, { standoff: join(place, 'copies') }), 'holds no demarche.json');
  }));

test('without anything found nothing is written', () =>
  inPlace(async (place) => {
    mkdirSync(join(place, 'empty'));
    const out = join(place, 'words');
    assert.is(await silently(() => refused(place, { documents: join(place, 'empty'), out })), 'done');
    assert.not(existsSync(out));
  }));

test.run();
