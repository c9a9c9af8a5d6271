import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { release } from '../../src/flows/release.js';
import { checkDatasheet, datasheetForm, readDatasheet } from '../../src/releases/datasheet-form.js';
import { datasheetSections } from '../../src/releases/datasheet-questions.js';
import { textOf } from '../../src/releases/release.js';
import { labelsBy, smallDataset } from './small-dataset.js';

const test = suite('datasheet');

const questions = datasheetSections.flatMap((section) => section.questions);
const sheetOf = (datasheetText: string | null): string => {
  const dataset = smallDataset({ labels: labelsBy(1, 'stance', { 'ann-1': 'favor', 'ann-2': 'against' }) });
  const { files } = release(dataset, { version: '1.0.0', date: '2031-05-02', datasheetText });
  for (const file of files) if (file.path === 'datasheet.md') return textOf(file);
  return assert.unreachable('no datasheet') as never;
};
const answered = (answers: Readonly<Record<string, string>>): string =>
  questions.reduce(
    (form, { id, question }) =>
      answers[id] ? form.replace(`### ${question}\n`, `### ${question}\n\n${answers[id]}\n`) : form,
    datasheetForm(),
  );

test('every question has an id and a wording of its own', () => {
  assert.is(new Set(questions.map((one) => one.id)).size, questions.length);
  assert.is(new Set(questions.map((one) => one.question)).size, questions.length);
});

test('in the empty form each question is blank once, at its own line', () => {
  const form = datasheetForm();
  const found = [...checkDatasheet(readDatasheet(form))];
  assert.equal(
    found.map((one) => one.field),
    questions.map((one) => one.id),
  );
  const lines = form.split('\n');
  for (const [i, one] of found.entries()) {
    assert.is(one.file, 'datasheet.md');
    assert.is(lines[one.line! - 1], `### ${questions[i]!.question}`);
    assert.is(one.severity, 'warning');
  }
});

test('without a form one warning stands for all questions', () => {
  const found = [...checkDatasheet(null)];
  assert.is(found.length, 1);
  assert.match(found[0]!.message, `${questions.length} questions`);
});

test('answers stand in the release word for word, below what is computed', () => {
  const pay = 'EUR 14.20 an hour.\n\n- paid weekly\n\n#### Bonus\n\n```\n### not a heading\n```';
  const text = sheetOf(answered({ pay, purpose: 'To follow the quay talks.' }));
  assert.match(text, `### What were they paid?\n\n${pay}\n`);
  assert.match(text, 'To follow the quay talks.');
  assert.match(text, '- Annotators: model 2, person 3.');
  assert.match(text, '- Labelled units of stance: 1 (1 with 2 labels).');
});

test('what people add under headings of their own, and before the questions, is kept', () => {
  const own = answered({ keeper: 'The desk.' })
    .replace('## Uses\n', '## Uses\n\nWe ask users to write to us.\n')
    .concat('\n### Who proofread?\n\nA volunteer.\n\n## Thanks\n\nTo the port.\n');
  const text = sheetOf(own);
  for (const words of [
    'We ask users to write to us.',
    '### Who proofread?\n\nA volunteer.',
    '## Thanks\n\nTo the port.',
    'The desk.',
  ]) {
    assert.match(text, words);
  }
});

test('a question that is not in the file is blank, and the message says how to put it in', () => {
  const [first] = checkDatasheet(readDatasheet('# Datasheet\n'));
  assert.is(first!.line, null);
  assert.match(first!.message, `### ${questions[0]!.question}`);
});

test('comments, TODO and dashes are no answers; "none" is one', () => {
  const sheet = readDatasheet(
    answered({
      purpose: 'TODO',
      makers: '<!-- later -->',
      population: '—',
      gaps: '…',
      sensitive: 'None.',
      sources: '_tbd_',
    }),
  );
  assert.equal([...sheet.answers], [['sensitive', 'None.']]);
});

test('a released datasheet can be filled in and read again: answers stay, computed lines do not become answers', () => {
  const first = sheetOf(answered({ purpose: 'To follow the quay talks.' }));
  const read = readDatasheet(first);
  assert.equal([...read.answers], [['purpose', 'To follow the quay talks.']]);
  assert.is(read.leads.size, 0);
  assert.is(read.more.length, 0);
  assert.is(sheetOf(first), first);
});

test('a heading in a comment or in another case and spelling', () => {
  const sheet = readDatasheet(
    '<!--\n### Why was the dataset made?\nno\n-->\n### why was the dataset made\nfor tests\n',
  );
  assert.equal([...sheet.answers], [['purpose', 'for tests']]);
  assert.is(sheet.lines.get('purpose'), 5);
});

test.run();
