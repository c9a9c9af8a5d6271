import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { markdown } from '../../src/readers/markdown.js';

const test = suite('markdown reader');

test('signs of emphasis, links, lists and quotations are taken out', () => {
  assert.is(
    markdown.read('> He *said* **this** in [Halvøy](https://halvoy.example) and `left`\n\n- a\n* b\n').text,
    'He said this in Halvøy and left\n\na\nb\n',
  );
});

test('signs inside words are kept', () => {
  assert.is(markdown.read('a snake_case_name costs 2*3*4\n').text, 'a snake_case_name costs 2*3*4\n');
});

test('headings are marked, the first of them is the title', () => {
  const { text, marks, metadata } = markdown.read('# Talks begin #\n\nBody.\n\n## More\n');
  assert.equal(
    marks.map((mark) => [mark.rule, text.slice(mark.start, mark.end)]),
    [
      ['md-heading-1', 'Talks begin'],
      ['md-heading-2', 'More'],
    ],
  );
  assert.equal(metadata, { title: 'Talks begin' });
});

test('front matter gives title and date and is no text', () => {
  const { text, metadata } = markdown.read(
    '---\ntitle: "The talks"\ndate: 2031-06-04\nother: x\n---\n# Heading\nBody.\n',
  );
  assert.equal(metadata, { title: 'The talks', date: '2031-06-04' });
  assert.is(text, 'Heading\nBody.\n');
});

test.run();
