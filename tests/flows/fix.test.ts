import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { FIRST, spoiled } from '../checks/dataset.js';
import { applyDiff } from '../text/apply-diff.js';
import { fixedInput, type FixedInput } from './fix-dataset.js';

const test = suite('fix');

/** The text of a file of the clean dataset. */
const clean = (path: string): string =>
  new TextDecoder().decode(spoiled().files.find((file) => file.path === path)!.bytes as Uint8Array);

/** Repairs one file of the dataset, its text changed, beside the codebook only: nothing else is to be looked up. */
function fixed(schema: string, change: (text: string) => string): FixedInput {
  const { files } = spoiled({ files: (texts) => ({ [schema]: change(texts[schema]!) }) });
  return fixedInput({ files: files.filter((file) => file.schema === schema || file.schema === 'codebook') });
}

const rules = ({ after }: FixedInput): string[] => after.map(({ rule }) => rule);

/** How the form of a table can be spoilt, and the kinds of repair that put it right again. */
const forms: readonly (readonly [string, string, (text: string) => string, ...string[]])[] = [
  ['a byte order mark', 'actor', (text) => `\ufeff${text}`, 'byte order mark'],
  ['CRLF row ends', 'actor', (text) => text.replaceAll('\n', '\r\n'), 'row ends'],
  ['CR row ends', 'target', (text) => text.replaceAll('\n', '\r'), 'row ends'],
  ['mixed row ends', 'target', (text) => text.replace('\n', '\r\n'), 'row ends'],
  ['a last row without an end', 'label', (text) => text.trimEnd(), 'final newline'],
  ['blank rows', 'target', (text) => text.replaceAll('\n', '\n\n,,,,,\n'), ...Array<string>(6).fill('blank row')],
  ['letters taken apart', 'target', (text) => text.replace('the fees', 'the fe\u0301es'), 'composed form'],
  ['semicolons', 'label', (text) => text.replaceAll(',', ';'), 'separator'],
  ['tabs', 'label', (text) => text.replaceAll(',', '\t'), 'separator'],
  ['columns in another order', 'annotator', (text) => text.replaceAll(/^(\S+?),(\S+?),/gm, '$2,$1,'), 'column order'],
  ['a column name in capitals', 'actor', (text) => text.replace('actor_id', 'Actor-ID'), 'column name'],
  ['blanks in a header', 'actor', (text) => text.replace('actor_id,', 'actor_id ,'), 'column name'],
  ['a stray quotation mark', 'target', (text) => text.replace('the fees', 'the 5" pipe'), 'quotation marks'],
];

for (const [name, schema, change, ...kinds] of forms) {
  test(`${name}: repaired, shown as a diff, and nothing else is touched`, () => {
    const done = fixed(schema, change);
    const [file, ...others] = done.fixed.files;
    assert.equal(others, []);
    assert.equal(
      file!.repairs.map(({ kind }) => kind),
      kinds,
    );
    const expected = clean(file!.path).replace('the fees', name.startsWith('letters') ? 'the fées' : 'the fees');
    const text = name.startsWith('a stray') ? expected.replace('the fees', '"the 5"" pipe"') : expected;
    assert.is(done.text(file!.path), text);
    assert.equal(done.after, []);
    const before = change(clean(file!.path));
    assert.is(applyDiff(before, [...file!.diff()].join('')), text);
    assert.equal(fixedInput(done.input).fixed, { files: [], dropped: [] });
  });
}

/** Cells that are repaired: schema, row, field, what stands there and what should. */
const cells: readonly (readonly [string, string, number, string, string, string])[] = [
  ['a blank in an enumeration', 'statement', 1, 'section', 'body ', 'body'],
  ['a boolean in capitals', 'statement', 0, 'negated', 'FALSE', 'false'],
  ['a blank before a number', 'statement', 0, 'n_labels', ' 0', '0'],
  ['a stance in British spelling', 'statement', 0, 'stance', 'favour', 'favor'],
  ['a slip in a speech act', 'statement', 1, 'speech_act', 'criticise', 'criticize'],
  ['a slip in a label', 'label', 1, 'value', 'agianst', 'against'],
  ['a character without width in a reference', 'statement', 0, 'speaker_id', 'vera\u200b-linde', 'vera-linde'],
  ['a blank behind a reference', 'label', 0, 'statement_id', `${FIRST} `, FIRST],
  ['a blank in a key', 'membership', 0, 'membership_id', 'm1\u00a0', 'm1'],
  ['a member of a list', 'statement', 0, 'addressee_ids', 'vera-linde;vera-\u200blinde', 'vera-linde;vera-linde'],
];

test('cells with a safe suggestion are put right at their places', () => {
  const done = fixedInput(
    spoiled({ rows: (rows) => cells.forEach(([, schema, row, field, value]) => (rows[schema]![row]![field] = value)) }),
  );
  const wanted = spoiled({
    rows: (rows) => cells.forEach(([, schema, row, field, , meant]) => (rows[schema]![row]![field] = meant)),
  });
  const made = done.fixed.files.flatMap(({ repairs }) => repairs.map(({ before, after }) => `${before} -> ${after}`));
  for (const [name, , , , value, meant] of cells) assert.ok(made.includes(`${value} -> ${meant}`), name);
  assert.is(made.length, cells.length);
  for (const { path, bytes } of wanted.files) assert.is(done.text(path), new TextDecoder().decode(bytes as Uint8Array));
  assert.equal(done.after, []);
});

/** What must not be repaired: schema, and what is done to its text. */
const kept: readonly (readonly [string, string, (text: string) => string])[] = [
  ['an opposite or unclear label', 'label', (text) => text.replace(',favor,', ',unfavor,')],
  ['a label of another letter', 'label', (text) => text.replace(',favor,', ',faqor,')],
  ['an unknown id', 'statement', (text) => text.replace('vera-linde', 'vera-lynde')],
  ['mojibake', 'target', (text) => text.replace('the fees', 'the fÃ©es')],
  ['a formula', 'target', (text) => text.replace('the fees', '=1+1')],
  ['a short row', 'target', (text) => text.replace(/,XAA\n$/, '\n')],
  ['a row twice', 'target', (text) => text + text.split('\n')[2]! + '\n'],
  ['text behind a closing mark', 'target', (text) => text.replace('the fees', '"the" fees')],
  ['a mark that is never closed', 'target', (text) => text.replace('the fees', '"the fees')],
  ['two cells with a mark each', 'target', (text) => text.replace('fees,issue,the fees', 'fees",issue,the" fees')],
  [
    'a row end inside a cell',
    'target',
    (text) => text.replace('the fees', '"the\r\nfees"').replace('the c', '"the\nc"x'),
  ],
];

for (const [name, schema, change] of kept) {
  test(`${name} is left alone`, () => assert.equal(fixed(schema, change).fixed.files, []));
}

test('a file that is not UTF-8, or has no header, is left alone', () => {
  const latin = Uint8Array.from([...new TextEncoder().encode(clean('targets.csv').replaceAll('\n', '\r\n')), 0xe9]);
  assert.equal(fixedInput(spoiled({ files: () => ({ target: latin }) })).fixed.files, []);
  assert.equal(fixed('target', (text) => `\r\n${text}`).fixed.files, []);
});

test('columns and separators stay as they are where a row is too short or too long', () => {
  const ragged = (text: string): string => text.replaceAll(',', ';').replace(/;XAA\n$/, '\n');
  assert.equal(fixed('target', ragged).fixed.files, []);
  const moved = (text: string): string =>
    text.replaceAll(/^(\S+?),(\S+?),/gm, '$2,$1,').replace('person,ann-1', 'person,ann-1,,');
  assert.equal(fixed('annotator', moved).fixed.files, []);
});

test('line ends inside of quoted cells are text', () => {
  const done = fixed('target', (text) =>
    text.replace('the fees', '"the\nfees"').replaceAll('\n', '\r\n').replace('the\r\n', 'the\n'),
  );
  assert.ok(done.text('targets.csv').includes('"the\nfees"'));
  assert.not(done.text('targets.csv').includes('\r'));
  // Only row ends are changed, also where those inside of a cell are the same.
  const whole = fixed('target', (text) => text.replace('the fees', '"the\nfees"').replaceAll('\n', '\r\n'));
  assert.is(whole.text('targets.csv').split('\r\n').length, 2);
  assert.ok(whole.text('targets.csv').includes('"the\r\nfees"'));
});

test('a repair that would show something new is dropped, and the others are made', () => {
  // The score says that the stance is a slip of another kind.
  const done = fixedInput(
    spoiled({
      rows: (rows) => {
        rows['statement']![0]!['stance'] = 'favour';
        rows['statement']![0]!['stance_score'] = -2;
        rows['statement']![1]!['section'] = 'body ';
      },
    }),
  );
  assert.equal(
    done.said.map((line) => line.replace(/.* cell/, 'cell')),
    ['cell: body  -> body'],
  );
  assert.equal(
    done.fixed.dropped.map(({ repair, reason }) => `${repair.before} ${reason}`),
    ['favour codebook/score-sign would be found in statements.csv'],
  );
  assert.equal(rules(done), ['codebook/unknown-category']);
});

test('an id stays as it is where files that are only looked up refer to it so', () => {
  const input = spoiled({
    rows: (rows) => {
      for (const schema of ['actor', 'membership']) rows[schema]![0]!['actor_id'] = 'vera-linde\u200b';
      for (const row of rows['statement']!) row['speaker_id'] = 'vera-linde\u200b';
    },
  });
  assert.is(fixedInput(input).after.length, 0);
  const files = input.files.map((file) => ({ ...file, lookup: file.path !== 'actors.csv' }));
  const done = fixedInput({ ...input, files });
  assert.equal(done.fixed.files, []);
  assert.match(done.fixed.dropped[0]!.reason, /^reference\/unknown would be found in (memberships|statements)\.csv$/);
});

test('files that are only looked up are never changed', () => {
  const input = spoiled({
    files: (texts) => ({ target: `\ufeff${texts['target']!}`, actor: `\ufeff${texts['actor']!}` }),
  });
  const files = input.files.map((file) => ({ ...file, lookup: file.path !== 'actors.csv' }));
  assert.equal(
    fixedInput({ ...input, files }).fixed.files.map(({ path }) => path),
    ['actors.csv'],
  );
});

test('letters taken apart stay so where the document has them so', () => {
  const nfd = 'cafe\u0301 corridor';
  const done = fixedInput(
    spoiled({
      text: `${nfd}\n`,
      rows: (rows) => {
        const [first] = rows['statement']!;
        rows['statement'] = [{ ...first, start: 0, end: 5, segments: [{ start: 0, end: 5 }], text: 'cafe\u0301' }];
      },
    }),
  );
  assert.equal(done.fixed.files, []);
  assert.match(done.fixed.dropped[0]!.reason, /span\/text/);
});

test('cells of a column that had another name are repaired too, and what stands in it is no news', () => {
  const done = fixed('label', (text) =>
    text.replace('value', 'Value').replace(',favor,', ',Favor,').replace(',against,', ',unagainst,'),
  );
  assert.equal(
    done.fixed.files[0]!.repairs.map(({ kind, line, after }) => `${kind} ${line} ${after}`),
    ['column name 1 value', 'cell 2 favor'],
  );
  assert.equal(rules(done), ['label/unknown-category']);
});

test('own columns stay where they are when the schema’s are put into order', () => {
  const done = fixed('annotator', (text) =>
    text
      .split('\n')
      .map((line, i) => {
        const [id, kind, ...rest] = line.split(',');
        return id === '' ? '' : [i ? 'own' : 'x_own', kind, id, ...rest].join(',');
      })
      .join('\n'),
  );
  assert.match(done.text('annotators.csv'), /^x_own,annotator_id,kind,.*\nown,ann-1,person,/);
});

test('the clean dataset is left as it is', () => {
  const done = fixedInput(spoiled());
  assert.equal(done.fixed, { files: [], dropped: [] });
});

test.run();
