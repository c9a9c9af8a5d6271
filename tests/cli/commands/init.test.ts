import { existsSync, readFileSync, rmSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { demarche, inFolder, type Ran } from '../../support/command.js';

const test = suite('init');

const shipped = JSON.parse(readFileSync('data/sample/codebook.json', 'utf8')) as { fields: object[]; version: string };
const own = JSON.stringify({
  ...shipped,
  version: '2.0',
  fields: [
    ...shipped.fields,
    { field: 'x_reach', type: 'integer', level: 'ordinal', description: 'How far it reaches', minimum: 1, maximum: 5 },
    { field: 'x_public', type: 'boolean', level: 'nominal', description: 'Whether it was said in public' },
    { field: 'x_note', type: 'string', level: 'nominal', description: 'A remark' },
  ],
});

function clean(ran: Ran, said = ''): Ran {
  assert.is(ran.code, 0, `${said}${ran.stderr}${ran.stdout}`);
  return ran;
}

/** Every file below a folder, with its bytes. */
function bytesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

const combinations: readonly (readonly string[])[] = [
  ['--codebook', 'lab.json', '--field', 'x_frame=a,b', '--lexicons', 'shipped', '--tool', 'file:../demarche'],
  [
    '--field',
    'x_frame=a,b',
    '--field',
    'x_tone=calm,sharp',
    '--title',
    'A "quoted", title | bar',
    '--author',
    'Bo (Li)',
  ],
  ['--no-sample', '--lexicons', 'shipped', '--language', 'de', '--license', 'CC0-1.0'],
];

for (const options of combinations) {
  test(`a project is valid right after init ${options.join(' ')}`, () => {
    inFolder({ 'lab.json': own }, (folder) => {
      clean(demarche(['init', 'mine', ...options], { cwd: folder }));
      const { stdout } = clean(demarche(['validate', 'mine'], { cwd: folder }));
      assert.match(stdout, /: 0 errors, 0 warnings\n$/);
    });
  });
}

test('the commands that init names next run as they are printed, and so do those of the README', () => {
  inFolder({}, (folder) => {
    const { stdout } = clean(demarche(['init', 'mine', '--field', 'x_frame=security,economy'], { cwd: folder }));
    const next = [...stdout.matchAll(/^ {2}npx demarche (.+)$/gm)].map(([, command]) => command!.split(' '));
    assert.is(next.length, 3);
    for (const command of next) {
      const ran = clean(demarche(command, { cwd: folder }), `${command.join(' ')}\n`);
      // A release asks for what only people know of a dataset, and says nothing else.
      const asked =
        /^(?:mine\/datasheet\.md:\d+:1 warning release\/datasheet-blank |mine\/demarche\.json:1:1 warning release\/metadata-missing |… and ).*\n/gm;
      assert.is(ran.stderr.replace(command[0] === 'release' ? asked : '', ''), '', command.join(' '));
    }
    const project = join(folder, 'mine');
    // The README's convert adds a table of tombstones, and the same version is not released with other files.
    rmSync(join(project, 'releases'), { recursive: true });
    const readme = readFileSync(join(project, 'README.md'), 'utf8');
    const commands = [...readme.matchAll(/^npx demarche (.+)$/gm)].map(([, command]) => command!.split(' '));
    assert.ok(commands.length >= 8);
    for (const command of commands) clean(demarche(command, { cwd: project }), `${command.join(' ')}\n`);
    assert.match(clean(demarche(['validate'], { cwd: project })).stdout, /: 0 errors, 0 warnings\n$/);
  });
});

test('the tables are those that convert writes, and a round with --previous changes no byte of them', () => {
  inFolder({}, (folder) => {
    clean(demarche(['init', 'mine'], { cwd: folder }));
    const project = join(folder, 'mine');
    const words = ['--lexicons', 'lexicons', '--codebook', 'codebook.json'];
    clean(demarche(['convert', 'documents', '--out', '../fresh', ...words], { cwd: project }));
    const before = bytesOf(project);
    for (const [name, bytes] of Object.entries(bytesOf(join(folder, 'fresh')))) assert.is(before[name], bytes, name);
    clean(demarche(['convert', 'documents', '--out', '.', '--previous', '.', ...words], { cwd: project }));
    const { 'tombstones.csv': tombstones, ...after } = bytesOf(project);
    assert.equal(after, before);
    assert.is(tombstones, 'id,withdrawn_in,reason,replaced_by\n');
  });
});

test('two projects made alike have the same bytes, whatever the time zone and place', () => {
  inFolder({}, (folder) => {
    clean(demarche(['init', 'a/mine'], { cwd: folder }));
    clean(demarche(['init', 'mine'], { cwd: folder }));
    assert.equal(bytesOf(join(folder, 'a', 'mine')), bytesOf(join(folder, 'mine')));
  });
});

test('a folder in use is refused, and --merge adds to it without touching what is there', () => {
  inFolder({ 'mine/README.md': 'Ours.\n', 'mine/.git/HEAD': 'ref\n' }, (folder) => {
    const refused = demarche(['init', 'mine'], { cwd: folder });
    assert.is(refused.code, 2);
    assert.match(refused.stderr, /mine is not empty \(README\.md\): .*--merge/);
    clean(demarche(['init', 'mine', '--merge'], { cwd: folder }));
    assert.is(readFileSync(join(folder, 'mine', 'README.md'), 'utf8'), 'Ours.\n');
    assert.ok(existsSync(join(folder, 'mine', 'statements.csv')));
    const before = bytesOf(join(folder, 'mine'));
    const again = clean(demarche(['init', 'mine', '--merge'], { cwd: folder }));
    assert.match(again.stdout, /^mine: 0 files made\n/);
    assert.equal(bytesOf(join(folder, 'mine')), before);
  });
});

test('a dataset whose parts lie elsewhere gets only the files around it', () => {
  const files = {
    'mine/demarche.json': JSON.stringify({
      title: 'T',
      version: '0.1.0',
      license: 'CC0-1.0',
      authors: [],
      codebook: '../book.json',
      lexicons: '../words',
    }),
    'book.json': own,
  };
  inFolder(files, (folder) => {
    const { stderr } = clean(demarche(['init', 'mine', '--merge'], { cwd: folder }));
    assert.match(stderr, /the sample was left out: the folder is in use/);
    assert.equal(readdirSync(join(folder, 'mine')).sort(), [
      ...['.gitattributes', '.githooks', '.github', '.gitignore', 'CODEBOOK.md', 'README.md', 'demarche.json'],
    ]);
    assert.match(readFileSync(join(folder, 'mine', 'CODEBOOK.md'), 'utf8'), /version 2\.0/);
    const refused = demarche(['init', 'mine', '--merge', '--field', 'x_a=b'], { cwd: folder });
    assert.is(refused.code, 2);
    assert.match(refused.stderr, /has a codebook already/);
  });
});

test('a folder with only a repository in it counts as empty, and the hook can be run', () => {
  inFolder({ 'mine/.git/HEAD': 'ref\n' }, (folder) => {
    clean(demarche(['init', 'mine'], { cwd: folder }));
    if (process.platform !== 'win32')
      assert.ok(statSync(join(folder, 'mine', '.githooks', 'pre-commit')).mode & 0o100, 'executable');
  });
});

test('wrong use ends with 2 and a suggestion, and makes nothing', () => {
  inFolder({ file: '' }, (folder) => {
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['init', 'mine', '--field', 'frame=a,b'], /did you mean "x_frame"\?/],
      [['init', 'mine', '--title', ' '], /--title takes a text of one line/],
      [['init', 'mine', '--language', 'English!'], /no language tag such as en/],
      [['init', 'file'], /file is a file, not a folder/],
    ];
    for (const [args, said] of wrong) {
      const { code, stderr } = demarche(args, { cwd: folder });
      assert.is(code, 2, args.join(' '));
      assert.match(stderr, said);
    }
    assert.equal(readdirSync(folder), ['file']);
  });
});

test('a codebook with a fault is a finding with line and column, and nothing is made', () => {
  const files = { 'bad.json': '{\n  "version": "1.0",\n  "title": 7\n}\n', 'broken.json': '{\n  "version" "1.0"\n}\n' };
  inFolder(files, (folder) => {
    const bad = demarche(['init', 'mine', '--codebook', 'bad.json'], { cwd: folder });
    assert.is(bad.code, 1);
    assert.match(bad.stderr, /^bad\.json:3:3 error json\/schema {2}\/title/m);
    const broken = demarche(['init', 'mine', '--codebook', 'broken.json'], { cwd: folder });
    assert.is(broken.code, 1);
    assert.match(broken.stderr, /^broken\.json:2:13 error json\/syntax/m);
    assert.is(demarche(['init', 'mine', '--codebook', resolve(folder, 'none.json')], { cwd: folder }).code, 3);
    assert.not.ok(existsSync(join(folder, 'mine')));
  });
});

test.run();
