import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tokenize } from '../../src/text/tokens.js';

const test = suite('tokens');
const cut = (text: string): string[] => tokenize(text).map((token) => token.text);

test('clitics stand alone, negated auxiliaries and hyphenated words stay whole', () => {
  assert.equal(cut('Valmora’s envoy said we’ll see, it didn’t work for the air-defence'), [
    'Valmora',
    '’s',
    'envoy',
    'said',
    'we',
    '’ll',
    'see',
    ',',
    'it',
    'didn’t',
    'work',
    'for',
    'the',
    'air-defence',
  ]);
});

test('initialisms keep their full stops, sentences lose theirs', () => {
  assert.equal(cut('the U.C. envoy left.'), ['the', 'U.C.', 'envoy', 'left', '.']);
});

test('numbers keep what joins their digits', () => {
  assert.equal(cut('1,200 tons at 10:30, then 3.'), ['1,200', 'tons', 'at', '10:30', ',', 'then', '3', '.']);
});

test('kinds tell words, numbers, quotation marks and other marks apart', () => {
  assert.equal(
    tokenize('“Stay,” 3 said').map((token) => token.kind),
    ['quote', 'word', 'mark', 'quote', 'number', 'word'],
  );
});

test('curly apostrophes are straight in the lower form only', () => {
  const [token] = tokenize('Didn’t');
  assert.is(token!.text, 'Didn’t');
  assert.is(token!.lower, "didn't");
});

test('a stretch is cut with positions of the whole text', () => {
  assert.equal(
    tokenize('abc def ghi', 4, 7).map(({ start, end, text }) => [start, end, text]),
    [[4, 7, 'def']],
  );
});

test.run();
