import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatJsonLines, readJsonLines } from '../../src/tables/json-lines.js';
import { jsonPlaces } from '../../src/tables/json-places.js';

const test = suite('json');

// The same examples in every run: a failure can be looked at again.
fc.configureGlobal({ seed: 20311 });

test('lines are read with their numbers; blank ones are passed over', () => {
  const { lines, findings } = readJsonLines('\ufeff{"a":1}\n\n  {"b":2}\r\n', 'a.jsonl');
  assert.equal(
    lines.map(({ line, value }) => [line, value]),
    [
      [1, { a: 1 }],
      [3, { b: 2 }],
    ],
  );
  assert.equal(findings, []);
});

test('a line that is no JSON is told with its column, and the others are read', () => {
  const { lines, findings } = readJsonLines('{"a":1}\n{"a" 1}\n{"a":\n[1,]\n{"a":2}\n', 'a.jsonl');
  assert.equal(
    lines.map(({ line }) => line),
    [1, 5],
  );
  assert.equal(
    findings.map(({ line, column, message }) => `${line}:${column} ${message}`),
    [
      '2:6 the line is no JSON: ":" was expected',
      '3:6 the line is no JSON: the text ends too soon',
      '4:4 the line is no JSON: a value was expected',
    ],
  );
});

test('rows are written with keys in order, missing ones as null', () => {
  assert.is(formatJsonLines([{ z: 1, b: [2] }], ['a', 'b']), '{"a":null,"b":[2],"z":1}\n');
});

test('every value of a JSON text has a place', () => {
  const { places, fault, twice } = jsonPlaces('{\n  "a/b": [1,\n    {"c": "x"}],\n  "a/b": 2\n}');
  assert.is(fault, null);
  assert.equal(places.get(''), { line: 1, column: 1 });
  assert.equal(places.get('/a~1b/1'), { line: 3, column: 5 });
  assert.equal(places.get('/a~1b/1/c'), { line: 3, column: 6 });
  assert.equal(twice, [{ line: 4, column: 3, pointer: '/a~1b' }]);
});

test('what JSON.parse takes has no fault, and what it refuses has one', () => {
  fc.assert(fc.property(fc.json(), (text) => assert.is(jsonPlaces(text).fault, null)));
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const spoilt = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '\\', 'e', '0'))
    .map(([text, n, mark]) => {
      const at = n % (text.length + 1);
      return text.slice(0, at) + mark + text.slice(at + 1);
    });
  fc.assert(fc.property(spoilt, (text) => assert.is(jsonPlaces(text).fault === null, parses(text), text)));
});

test('a text nested too deeply is a fault, not an exception', () => {
  assert.is(jsonPlaces('['.repeat(100_000)).fault!.message, 'the values are nested too deeply');
});

test.run();
