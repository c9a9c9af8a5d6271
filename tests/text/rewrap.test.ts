import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { joinLines, unwrapLines, wrapLines } from '../../src/text/rewrap.js';

const test = suite('rewrap');

test('lines are broken as late as their words allow, and a word that is too long stays whole', () => {
  assert.is(wrapLines('We will keep the ferry', 10), 'We will\nkeep the\nferry');
  assert.is(wrapLines('unbreakablewords stay', 8), 'unbreakablewords\nstay');
  assert.is(wrapLines('short\n\nWe will stay', 8), 'short\n\nWe will\nstay');
});

test('a line that just fits is left as it is', () => {
  assert.is(wrapLines('We will', 7), 'We will');
  assert.is(wrapLines('We will go', 7), 'We will\ngo');
});

test('joining makes one line of each paragraph', () => {
  assert.is(joinLines('We will\nkeep\n\nthe ferry\n'), 'We will keep\n\nthe ferry\n');
});

test('unwrapping joins only lines that the next word would have made too long', () => {
  const text = 'SERINHAL, March 11\nValmora accused Kestria of breaking the treaty after engineers closed the gates.\n';
  assert.is(unwrapLines(wrapLines(text, 40)), text);
  assert.is(unwrapLines('Vote:\nyes\nno\n'), 'Vote:\nyes\nno\n');
});

test('no form changes the length, and blanks and line breaks are all that changes', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), fc.integer({ min: 5, max: 60 }), (lines, width) => {
      const text = lines.map((line) => line.join(' ')).join('\n');
      for (const made of [wrapLines(text, width), joinLines(text), unwrapLines(text)]) {
        assert.is(made.length, text.length);
        assert.is(made.replaceAll('\n', ' '), text.replaceAll('\n', ' '));
      }
      assert.is(joinLines(wrapLines(text, width)), joinLines(text));
    }),
    { seed: 7, numRuns: 200 },
  );
});

test.run();
