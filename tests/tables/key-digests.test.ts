import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { digestInto, KeyDigests } from '../../src/tables/key-digests.js';

const test = suite('key digests');

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function digestOf(text: string): number[] {
  const digest = new Int32Array(4);
  // Not at the beginning of the bytes, and not to their end.
  const bytes = bytesOf(`..${text}..`);
  digestInto(digest, bytes, 2, bytes.length - 2);
  return [...digest];
}

// mmh3 5.3.0 (Python): struct.unpack('<4i', mmh3.hash_bytes(text, 0, x64arch=False))
const REFERENCE: readonly (readonly [string, readonly number[]])[] = [
  ['', [0, 0, 0, 0]],
  ['a', [-1483435204, 1431744539, 1431744539, 1431744539]],
  ['abc', [1976420049, -1565522267, -1565522267, -1565522267]],
  ['hello', [723797152, -611197193, -1696910922, -1696910922]],
  ['0123456789abcde', [1014416493, 1292376256, -1378602022, -1484360710]],
  ['0123456789abcdef', [-75676663, 917426954, 1219304859, 1462451197]],
  ['0123456789abcdefg', [2132777014, 1365981302, -1406549968, -103353484]],
  ['Größe der Straße', [-1967586248, 1236875331, -1850458731, -730386196]],
  ['The quick brown fox jumps over the lazy dog', [789939139, -319935385, 1568405100, -437707476]],
  ['st_0000000000000001\u001fbatch-1\u001fann-1\u001f1', [178330339, -2099595086, 1843058968, 2135534543]],
];

test('digests are those of MurmurHash3 x86 128 of another program', () => {
  for (const [text, digest] of REFERENCE) assert.equal(digestOf(text), digest, text);
});

test('keys get codes in the order of first use, as in a map, whatever they are', () => {
  const texts = fc.array(fc.oneof(fc.string({ maxLength: 40, unit: 'grapheme' }), fc.constantFrom('', 'a', 'b')), {
    maxLength: 400,
  });
  fc.assert(
    fc.property(texts, (list) => {
      const keys = new KeyDigests();
      const known = new Map<string, number>();
      for (const text of list) {
        const bytes = bytesOf(text);
        assert.is(keys.find(bytes, 0, bytes.length), known.get(text) ?? -1);
        if (!known.has(text)) known.set(text, known.size);
        assert.is(keys.lookUp(bytes, 0, bytes.length), known.get(text));
        assert.is(keys.length, known.size);
      }
    }),
    { seed: 3, numRuns: 200 },
  );
});

test('of two hundred thousand keys that differ in a digit none is taken for another', () => {
  const keys = new KeyDigests();
  for (let row = 0; row < 200_000; row++) {
    const bytes = bytesOf(`st_${String(row).padStart(16, '0')}\u001fbatch-1\u001fann-${row % 3}`);
    assert.is(keys.lookUp(bytes, 0, bytes.length), row);
  }
});

test.run();
