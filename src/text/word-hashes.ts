/** Letters whose folded form is looked up in a table: Latin, Greek and Cyrillic with their marks. */
const KNOWN = 0x530;
const BREAK = 0;
const NOTHING = 1;

/** FNV-1a. */
const START = 0x811c9dc5 | 0;
const STEP = 0x01000193;

/** Takes one more number into a hash. */
export function mixed(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, STEP);
  return h ^ (h >>> 15);
}

/** Hash of the bytes `bytes[from..to)`. */
export function bytesHash(bytes: Uint8Array, from: number, to: number, start = START): number {
  let hash = start;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, STEP);
  return hash ^ (hash >>> 15);
}

/** Two hashes as one number of 53 bits: among millions of them no two are the same by chance. */
export function wide(one: number, other: number): number {
  return (one >>> 0) * 0x200000 + (other >>> 11);
}

/**
 * The words of a text as numbers: equal for words that differ in case, accents and apostrophes only. What stands
 * between words does not count. Reads UTF-8 and keeps nothing but numbers, so that a million texts cost no strings.
 * A class because a hot loop uses its array again.
 */
export class WordHashes {
  /** Hashes of the words read last, in order; those behind `count` are of earlier texts. */
  words = new Int32Array(256);
  /** How many words the text has, at most 4096. */
  count = 0;
  /** Its letters and digits. */
  letters = 0;
  private readonly folds = foldTable();

  /** Reads the text in `bytes[from..to)`. */
  read(bytes: Uint8Array, from: number, to: number): void {
    this.count = 0;
    this.letters = 0;
    let hash = START;
    let inWord = false;
    for (let at = from; at < to;) {
      const first = bytes[at]!;
      let code = first;
      if (first < 0x80) at++;
      else if (first < 0xe0) {
        code = ((first & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
        at += 2;
      } else if (first < 0xf0) {
        code = ((first & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
        at += 3;
      } else {
        code = first;
        at += 4;
      }
      const folded = code < KNOWN ? this.folds[code]! : code === 0x2019 || code === 0x2018 ? NOTHING : beyond(code);
      if (folded > NOTHING) {
        hash = Math.imul(hash ^ folded, STEP);
        this.letters++;
        inWord = true;
      } else if (folded === BREAK && inWord) {
        this.push(hash);
        hash = START;
        inWord = false;
      }
    }
    if (inWord) this.push(hash);
  }

  /** Hash of some words, from one to before another. */
  hash(from: number, to: number, start = START): number {
    let hash = start;
    for (let i = from; i < to; i++) hash = mixed(hash, this.words[i]!);
    return hash;
  }

  private push(hash: number): void {
    if (this.count === this.words.length) {
      if (this.count >= 4096) return;
      const more = new Int32Array(2 * this.count);
      more.set(this.words);
      this.words = more;
    }
    this.words[this.count++] = hash ^ (hash >>> 15);
  }
}

/** General punctuation and that of East Asia stand between words. */
function beyond(code: number): number {
  return (code >= 0x2000 && code < 0x2070) || (code >= 0x3000 && code < 0x3040) ? BREAK : code;
}

/** For each code point below KNOWN its letter without case and marks; BREAK between words, NOTHING inside of them. */
function foldTable(): Uint16Array {
  const table = new Uint16Array(KNOWN);
  for (let code = 0; code < KNOWN; code++) {
    const letter = String.fromCharCode(code);
    const plain = letter.normalize('NFD').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace('ı', 'i');
    if (letter === "'" || (plain === '' && code >= 0x300)) table[code] = NOTHING;
    else if (/^[\p{L}\p{N}]/u.test(plain)) table[code] = plain.charCodeAt(0);
  }
  return table;
}
