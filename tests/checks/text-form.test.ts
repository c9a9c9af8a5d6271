import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decode } from '../../src/checks/decode.js';
import { checkTextForm } from '../../src/checks/text-form.js';
import { jsonPlaces } from '../../src/tables/json-places.js';

const test = suite('text form');

const places = (text: string): string[] =>
  checkTextForm(text, 'f').map(({ rule, line, column }) => `${line}:${column} ${rule}`);

test('line ends that are all LF or all CRLF are fine, CR alone is not', () => {
  assert.equal(places('a\nb\n'), []);
  assert.equal(places('a\r\nb\r\n'), []);
  assert.equal(places('a\rb\r'), ['1:1 file/line-ends']);
});

test('the first line end that differs from most is named', () => {
  assert.equal(places('a\nb\r\nc\n'), ['2:1 file/line-ends']);
  assert.equal(places('a\r\nb\r\nc\n'), ['3:1 file/line-ends']);
  assert.equal(places('a\r\nb\n'), ['1:1 file/line-ends']);
});

test('a byte order mark moves no column', () => {
  assert.equal(places('\ufeffname of A\u030asa\n'), ['1:9 file/not-nfc']);
  assert.equal(places('\ufeffa\0'), ['1:2 file/nul']);
});

test('a place outside the first plane is that of the whole character', () => {
  // U+1D15E has a decomposition that composes to other characters of its plane.
  assert.equal(places('ab\u{1d15e}'), ['1:3 file/not-nfc']);
});

test('foreign bytes are counted by line, whatever the lines end with', () => {
  const bytes = Uint8Array.from([0x61, 0xe9, 0x0d, 0x62, 0x0d, 0xe9, 0x0d]);
  const [found] = decode(bytes, 'f').findings;
  assert.equal([found!.line, found!.column], [1, 2]);
  assert.match(found!.message, '2 lines have such bytes');
});

test('lines of JSON are counted, whatever they end with', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    assert.equal(jsonPlaces(`{${end} "a": 1,${end} "b": 2${end}}`).places.get('/b'), { line: 3, column: 2 });
  }
});

test.run();
