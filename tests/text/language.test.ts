import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isOtherScript, languageOf } from '../../src/text/language.js';

const test = suite('language');

test('frequent words tell the language', () => {
  const twice = (text: string): string => `${text} ${text}`;
  assert.is(
    languageOf(
      twice('The minister said that the road to the bridge was closed and that it would open in June for all.'),
    ),
    'en',
  );
  assert.is(
    languageOf(
      twice('Der Minister sagte, dass die Straße zu der Brücke nicht offen ist und auch im Juni nicht sein wird.'),
    ),
    'de',
  );
  assert.is(
    languageOf(
      twice('Министр сказал, что дорога к мосту закрыта и что она не будет открыта в этом году, как это было.'),
    ),
    'ru',
  );
});

test('a short text and one of unknown words tell none', () => {
  assert.is(languageOf('The road is closed.'), null);
  assert.is(languageOf('Xyz '.repeat(40)), null);
});

test('a text without Latin letters is of another script', () => {
  assert.is(isOtherScript('Дорога к мосту закрыта на весь июнь'), true);
  assert.is(isOtherScript('The road to the bridge is closed in June'), false);
  assert.is(isOtherScript('1234'), false);
});

test.run();
