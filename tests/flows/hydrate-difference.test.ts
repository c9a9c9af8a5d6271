import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { differences, differenceText } from '../../src/flows/hydrate-difference.js';
import { placeSpans } from '../../src/flows/hydrate-place.js';
import { knownSpans } from '../../src/flows/hydrate-spans.js';
import { annotatedDocument } from '../support/annotated.js';

const test = suite('hydrate difference');

const text =
  'Valmora welcomed the treaty of Teleth on Monday.\nKestria rejected the tariff schedule in full.\nBelkara will keep every berth open for grain.\n';
const { document, statements, turns } = annotatedDocument('note', text, [
  { words: 'welcomed the treaty of Teleth' },
  { words: 'rejected the tariff schedule' },
  { words: 'keep every berth open for grain' },
]);
const placed = (copy: string) => placeSpans(knownSpans(statements, turns), copy, document);
const at = (words: string): number => text.indexOf(words);
const shown = (copy: string) =>
  differences(placed(copy), document).map(({ from, to, more, unverified }) => [from, to, more, unverified.length]);

test('the annotated text has none', () => {
  assert.equal(shown(text), []);
});

test('what was put in lies between the words that verify around it', () => {
  assert.equal(shown(text.replace('\nKestria', '\nRead more.\nKestria')), [[at(' on Monday'), at('rejected'), 11, 0]]);
});

test('what has changed does not verify, and what lies around it does', () => {
  assert.equal(shown(text.replace('tariff', 'tax')), [[at(' on Monday'), at('keep'), -3, 1]]);
});

test('a change of the same length is one, too', () => {
  assert.equal(shown(text.replace('rejected', 'rejoiced')), [[at(' on Monday'), at('keep'), 0, 1]]);
});

test('before the first words and behind the last ones the ends of the text bound it', () => {
  assert.equal(shown(`Menu\n${text}`), [[0, at('welcomed'), 5, 0]]);
  assert.equal(shown(`${text}End.\n`), [[text.length - 2, text.length, 5, 0]]);
});

test('in words: length, place, what no longer verifies, what follows', () => {
  const one = differenceText(placed(text.replace('\nKestria', '\nRead more.\nKestria')), document);
  assert.is(
    one,
    `${text.length + 11} code points, not ${text.length}; it differs first between ${at(' on Monday')} and ${at('rejected')} of the annotated text (11 code points more than there), and from there on everything verifies at +11`,
  );
  assert.match(
    differenceText(placed(text.replace('rejected', 'rejoiced')), document),
    /as it should have.*where st_\w+ does not verify$/,
  );
  assert.match(differenceText(placed(`Menu\n${text}End.\n`), document), /first before 8 .*, then in 1 more place$/);
  assert.match(differenceText(placed('Quite another text.'), document), 'nothing in it verifies');
});

test.run();
