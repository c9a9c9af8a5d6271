import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decode, normalizeText } from '../../src/text/decode.js';

const test = suite('decode');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('UTF-8 is read as it is, with or without a byte order mark', () => {
  assert.equal(decode(bytes('Halvøy')), { text: 'Halvøy', encoding: 'utf-8', guessed: false, fault: null });
  assert.is(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41)).text, 'A');
});

test('UTF-16 is told by its byte order mark', () => {
  assert.is(decode(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0xf8, 0)).text, 'Aø');
  assert.is(decode(Uint8Array.of(0xfe, 0xff, 0, 0x41, 0, 0xf8)).text, 'Aø');
});

test('a declared encoding is tried before UTF-8', () => {
  assert.is(decode(Uint8Array.of(0x48, 0xf8), { declared: 'iso-8859-1' }).text, 'Hø');
  assert.is(decode(bytes('ø'), { declared: 'no-such-encoding' }).text, 'ø');
});

test('bytes in an old encoding are guessed, which is said', () => {
  const latin = Uint8Array.from('Le ministre a déclaré que la frontière était fermée à Halvøy.', (c) =>
    c.charCodeAt(0),
  );
  const found = decode(latin);
  assert.is(found.guessed, true);
  assert.match(found.text ?? '', /déclaré/);
  assert.match(found.fault ?? '', /not UTF-8.*guess/);
});

test('bytes with control characters are no text', () => {
  const found = decode(Uint8Array.from({ length: 200 }, (_, i) => i % 8));
  assert.is(found.text, null);
  assert.is(found.encoding, 'binary');
});

test('the normalised form has LF, NFC and no byte order mark', () => {
  assert.is(normalizeText('\ufeffa\r\nb\rc e\u0301'), 'a\nb\nc é');
});

test.run();
