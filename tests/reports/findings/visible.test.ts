import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { cutText, visible } from '../../../src/reports/findings/visible.js';
import { hostileText } from './hostile.js';

const test = suite('visible text');

test('line ends, controls and halves of characters are escaped; letters and emoji stay', () => {
  assert.is(visible('a\r\n\tb\u0000\u001b[1m'), 'a\\r\\n\\tb\\u0000\\u001b[1m');
  assert.is(visible('\ud83d é 😀 👩‍🚀 \ude00'), '\\ud83d é 😀 👩‍🚀 \\ude00');
  assert.is(visible('\u202eabc\u2028'), '\\u202eabc\\u2028');
  assert.is(visible('a\nb\tc', '\n'), 'a\nb\\tc');
});

test('whatever comes, it is one line of whole characters', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const shown = visible(text);
      assert.not.match(shown, /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      assert.is(Buffer.from(shown, 'utf8').toString('utf8'), shown);
      assert.is(visible(shown), shown);
    }),
  );
});

test('a text is cut between characters', () => {
  assert.is(cutText('abc', 3), 'abc');
  assert.is(cutText('abcd', 3), 'ab…');
  assert.is(cutText('a😀b😀', 3), 'a…');
});

test.run();
