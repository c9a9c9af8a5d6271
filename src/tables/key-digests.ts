import { IntList } from './int-list.js';

/** 32-bit words of a digest. */
const WORDS = 4;

/**
 * Distinct keys, each with a code: 0, 1, … in the order of first use, known by 128 bits of digest (MurmurHash3 x86 128,
 * Austin Appleby, 2011; public domain) in place of their bytes, so that a key of any length takes some 30 bytes. Two
 * different keys of a million are taken for one with a chance of 10^-27, as the digests of keys that nobody made to
 * collide are as good as random: enough to say that a row stands twice, not to keep a name. A class because a hot loop
 * shares its arrays between small steps.
 */
export class KeyDigests {
  /** How many different keys there are. */
  length = 0;
  private readonly words = new IntList();
  /** Code + 1 by the first word of the digest. */
  private slots = new Int32Array(1 << 8);
  private readonly digest = new Int32Array(WORDS);

  /** The code of the key `bytes[from..to)` if it has one; −1 if not. */
  find(bytes: Uint8Array, from: number, to: number): number {
    digestInto(this.digest, bytes, from, to);
    return this.slots[this.slotOf()]! - 1;
  }

  /** The code of the key `bytes[from..to)`, which is given one if it has none yet. */
  lookUp(bytes: Uint8Array, from: number, to: number): number {
    digestInto(this.digest, bytes, from, to);
    const slot = this.slotOf();
    const known = this.slots[slot]!;
    if (known !== 0) return known - 1;
    const code = this.length++;
    this.slots[slot] = code + 1;
    for (let word = 0; word < WORDS; word++) this.words.push(this.digest[word]!);
    // Three quarters full at most.
    if (4 * this.length > 3 * this.slots.length) this.grow();
    return code;
  }

  /** The slot of the digest that was made last, or the free one where it belongs. */
  private slotOf(): number {
    const { slots, words, digest } = this;
    const mask = slots.length - 1;
    for (let slot = digest[0]! & mask; ; slot = (slot + 1) & mask) {
      const at = WORDS * (slots[slot]! - 1);
      if (at < 0) return slot;
      let word = 0;
      while (word < WORDS && words.get(at + word) === digest[word]) word++;
      if (word === WORDS) return slot;
    }
  }

  private grow(): void {
    const slots = new Int32Array(2 * this.slots.length);
    const mask = slots.length - 1;
    for (let code = 0; code < this.length; code++) {
      let slot = this.words.get(WORDS * code) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.slots = slots;
  }
}

const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** Spreads each bit of a word over all of it. */
function mixed(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Up to four bytes as a number, the first the lowest; what lies behind `to` counts as 0. */
function wordAt(bytes: Uint8Array, at: number, to: number): number {
  if (at + 4 <= to) return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  let word = 0;
  for (let i = to - 1; i >= at; i--) word = (word << 8) | bytes[i]!;
  return word;
}

/** Writes the four words of MurmurHash3 x86 128 (seed 0) of `bytes[from..to)`, each as a signed number, into `digest`. */
export function digestInto(digest: Int32Array, bytes: Uint8Array, from: number, to: number): void {
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  let at = from;
  for (; at + 16 <= to; at += 16) {
    h1 ^= Math.imul(rotated(Math.imul(wordAt(bytes, at, to), C1), 15), C2);
    h1 = (Math.imul((rotated(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotated(Math.imul(wordAt(bytes, at + 4, to), C2), 16), C3);
    h2 = (Math.imul((rotated(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotated(Math.imul(wordAt(bytes, at + 8, to), C3), 17), C4);
    h3 = (Math.imul((rotated(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotated(Math.imul(wordAt(bytes, at + 12, to), C4), 18), C1);
    h4 = (Math.imul((rotated(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  if (at + 12 < to) h4 ^= Math.imul(rotated(Math.imul(wordAt(bytes, at + 12, to), C4), 18), C1);
  if (at + 8 < to) h3 ^= Math.imul(rotated(Math.imul(wordAt(bytes, at + 8, to), C3), 17), C4);
  if (at + 4 < to) h2 ^= Math.imul(rotated(Math.imul(wordAt(bytes, at + 4, to), C2), 16), C3);
  if (at < to) h1 ^= Math.imul(rotated(Math.imul(wordAt(bytes, at, to), C1), 15), C2);
  const length = to - from;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
  h1 = ((h1 ^ length) + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = mixed(h1);
  h2 = mixed(h2);
  h3 = mixed(h3);
  h4 = mixed(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  digest[0] = h1;
  digest[1] = (h2 + h1) | 0;
  digest[2] = (h3 + h1) | 0;
  digest[3] = (h4 + h1) | 0;
}
