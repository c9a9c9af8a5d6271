import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sha256 } from '../../src/model/hash.js';
import { exactForm, signForms } from '../../src/text/copy-forms.js';
import { wrapLines } from '../../src/text/rewrap.js';

const test = suite('copy forms');

const annotated =
  'Harbour council of Skerrow\n\n“We won’t let the night ferry go,” Minister Vrba said in Port Ardel on Tuesday, and nobody asked.\n\nThe council adjourned.\n';
const found = (copy: string, text = annotated) =>
  exactForm(copy, { sha256: sha256(text), length: [...text].length }, sha256);

test('the annotated text itself needs nothing done to it', () => {
  assert.equal(found(annotated), { text: annotated, done: [] });
});

for (const [what, copy, done] of [
  ['no line feed at its end', annotated.trimEnd(), 'with other blanks at its ends or the ends of its lines'],
  ['more line feeds at its end', `${annotated}\n\n`, 'with other blanks at its ends or the ends of its lines'],
  [
    'blanks at the ends of lines',
    annotated.replaceAll('\n', ' \n'),
    'with other blanks at its ends or the ends of its lines',
  ],
  ['broken lines', wrapLines(annotated, 60), 'with its broken lines joined'],
  ['no blank lines', annotated.replaceAll('\n\n', '\n'), 'with blank lines between its lines'],
  ['doubled blanks', annotated.replaceAll(' ', '  '), 'with single blanks'],
  ['straight marks', annotated.replace(/[“”]/g, '"').replaceAll('’', "'"), 'with typographic quotation marks'],
  ['blanks that do not break', annotated.replaceAll(' ', '\u00a0'), 'with plain blanks'],
] as const) {
  test(`a copy with ${what} is the annotated text ${done}`, () => {
    assert.equal(found(copy), { text: annotated, done: [done] });
  });
}

test('lines that were broken in the annotated text are broken again', () => {
  const broken = wrapLines(annotated, 48);
  assert.equal(found(annotated, broken), { text: broken, done: ['with its lines broken at 48 characters'] });
});

test('two changes together are undone together', () => {
  const copy = wrapLines(annotated.replace(/[“”]/g, '"').replaceAll('’', "'"), 60).trimEnd();
  assert.equal(found(copy)?.text, annotated);
});

test('typographic marks that the annotated text did not have are made straight', () => {
  const plain = annotated.replace(/[“”]/g, '"').replaceAll('’', "'");
  assert.equal(found(annotated, plain), { text: plain, done: ['with straight quotation marks'] });
});

test('another text is no form of it, and is not hashed where its length tells', () => {
  let digests = 0;
  const counting = (text: string): string => {
    digests++;
    return sha256(text);
  };
  const sought = { sha256: sha256(annotated), length: [...annotated].length };
  assert.is(exactForm('Something else.', sought, counting), null);
  assert.is(digests, 0);
  assert.is(found(annotated.replace('Vrba', 'Kral')), null);
});

test('lengths are counted in code points', () => {
  assert.equal(found('🚢 sails', '🚢 sails\n'), {
    text: '🚢 sails\n',
    done: ['with other blanks at its ends or the ends of its lines'],
  });
});

test('forms of signs keep every place', () => {
  for (const { make } of signForms) assert.is(make(`${annotated}"a" 'b' ‘c’`).length, `${annotated}"a" 'b' ‘c’`.length);
});

test.run();
