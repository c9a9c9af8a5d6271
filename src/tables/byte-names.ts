import { larger } from './larger.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LF = 0x0a;
const CR = 0x0d;

/** FNV-1a. */
const HASH_START = 0x811c9dc5 | 0;
const HASH_STEP = 0x01000193;

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH_START;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, HASH_STEP);
  // A table looks at the lower bits only, so that the upper ones are brought down.
  return hash ^ (hash >>> 15) ^ (hash >>> 7);
}

/** Whether a cell ends at this byte: at a comma, LF or CR LF. */
function endsCell(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]!;
  return byte === COMMA || byte === LF || (byte === CR && bytes[at + 1] === LF);
}

/**
 * The distinct names in a column of CSV files, each with a code: 0, 1, … in the order of first use. Names are found and
 * compared as bytes (UTF-8, which the caller has checked), so that a cell becomes a code without becoming a string; a
 * name is its bytes, never its hash alone. While names come in rising order (shorter first, then by bytes) a name above
 * the last one is new and nothing has to be looked up; the hash table is made when one comes that is not.
 * A class because a hot loop shares its arrays between small steps.
 */
export class ByteNames {
  /** How many names there are. */
  length = 0;
  /** Where the cell read last ends: at the comma or line end behind it. */
  end = 0;
  /** The code of the empty name; −1 while it is none. */
  emptyCode = -1;
  private bytes = new Uint8Array(1 << 12);
  private starts = new Int32Array(1 << 9);
  /** Code + 1 by hash; empty while names have come in rising order. */
  private slots = new Int32Array(0);
  /** Hash of each name, once there are slots. */
  private hashes = new Int32Array(0);
  /** 1 for names that can be recognised by their bytes alone: with a comma inside they could be those of two cells. */
  private plain = new Uint8Array(1 << 9);
  /** The name that followed each one last time: rows repeat their order, so that this guess is mostly right. */
  private followers = new Int32Array(1 << 9);
  private last = 0;
  /** Code + 1 of the plain names of one byte. */
  private readonly single = new Int32Array(256);
  /** UTF-16 units fewer than bytes, of names that are not ASCII. */
  private readonly excesses = new Map<number, number>();
  private readonly strings: string[] = [];
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** `empty` says whether an empty cell is a name; if not it is none that can be read. */
  constructor(private readonly empty = true) {}

  /**
   * Reads the cell that begins at `from`; returns its code and sets `end`. −1 for a cell that is not plain: with a
   * quotation mark that does not simply enclose it, a line break inside quotation marks, a lone CR, or empty where no
   * name is. `bytes` must hold a LF at or behind `from`.
   */
  read(bytes: Uint8Array, from: number): number {
    const first = this.single[bytes[from]!]!;
    if (first !== 0 && endsCell(bytes, from + 1)) {
      this.end = from + 1;
      return this.follow(first - 1);
    }
    if (this.length > 0) {
      if (this.matches(bytes, from, this.last)) return this.last;
      const guess = this.followers[this.last]!;
      if (this.matches(bytes, from, guess)) return (this.last = guess);
    }
    return this.search(bytes, from);
  }

  /** The name of a code. */
  name(code: number): string {
    return (this.strings[code] ??= this.decode(code));
  }

  /** The name of a code as a new string that is not kept. */
  decode(code: number): string {
    const bytes = this.bytes.subarray(this.starts[code], this.starts[code + 1]);
    const short = bytes.length <= 32 && this.excess(code) === 0;
    return short ? String.fromCharCode(...bytes) : this.decoder.decode(bytes);
  }

  /** The code of a name, which is given one if it has none yet. */
  code(name: string): number {
    const bytes = new TextEncoder().encode(name);
    return this.lookUp(bytes, 0, bytes.length);
  }

  /** How many UTF-16 units fewer than bytes a name has: 0 for ASCII. */
  excess(code: number): number {
    return this.excesses.size === 0 ? 0 : (this.excesses.get(code) ?? 0);
  }

  private follow(code: number): number {
    this.followers[this.last] = code;
    return (this.last = code);
  }

  private matches(bytes: Uint8Array, from: number, code: number): boolean {
    const start = this.starts[code]!;
    const length = this.starts[code + 1]! - start;
    const names = this.bytes;
    for (let i = length - 1; i >= 0; i--) if (bytes[from + i] !== names[start + i]) return false;
    if (this.plain[code] === 0 || !endsCell(bytes, from + length)) return false;
    this.end = from + length;
    return true;
  }

  private search(bytes: Uint8Array, from: number): number {
    const quoted = bytes[from] === QUOTE;
    const start = quoted ? from + 1 : from;
    let at = start;
    for (let byte = bytes[at]!; byte !== LF && byte !== CR && byte !== QUOTE; byte = bytes[++at]!) {
      if (byte === COMMA && !quoted) break;
    }
    const end = quoted ? at + 1 : at;
    if (quoted !== (bytes[at] === QUOTE) || !endsCell(bytes, end) || (at === start && !this.empty)) return -1;
    this.end = end;
    return this.follow(this.lookUp(bytes, start, at));
  }

  /** Whether the name of a code is `bytes[from..to)`. */
  is(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[code]!;
    if (this.starts[code + 1]! - start !== to - from) return false;
    for (let at = to - 1; at >= from; at--) if (bytes[at] !== this.bytes[start + at - from]) return false;
    return true;
  }

  /** The code of the name in `bytes[from..to)` if it has one; −1 if not. */
  find(bytes: Uint8Array, from: number, to: number): number {
    if (this.slots.length === 0) this.fillSlots();
    const { starts, slots, bytes: names } = this;
    const mask = slots.length - 1;
    const hash = hashOf(bytes, from, to);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = slots[slot]! - 1;
      if (code < 0) return -1;
      if (this.hashes[code] !== hash) continue;
      const start = starts[code]!;
      if (starts[code + 1]! - start !== to - from) continue;
      let i = from;
      while (i < to && bytes[i] === names[start + i - from]) i++;
      if (i === to) return code;
    }
  }

  /** The code of the name in `bytes[from..to)`, which is given one if it has none yet. */
  lookUp(bytes: Uint8Array, from: number, to: number): number {
    if (this.length + 2 > this.starts.length) this.grow();
    if (this.slots.length === 0) {
      if (this.rises(bytes, from, to)) return this.add(bytes, from, to);
      this.fillSlots();
    }
    const { starts, slots, bytes: names } = this;
    const mask = slots.length - 1;
    const length = to - from;
    const hash = hashOf(bytes, from, to);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = slots[slot]! - 1;
      if (code < 0) {
        slots[slot] = this.length + 1;
        this.hashes[this.length] = hash;
        return this.add(bytes, from, to);
      }
      // Of names that are not the one, nearly all are told by their hash: their bytes need not be fetched.
      if (this.hashes[code] !== hash) continue;
      const start = starts[code]!;
      if (starts[code + 1]! - start !== length) continue;
      let i = 0;
      while (i < length && bytes[from + i] === names[start + i]) i++;
      if (i === length) return code;
    }
  }

  /** Whether a name is above the one added last. */
  private rises(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.length === 0) return true;
    const start = this.starts[this.length - 1]!;
    const longer = to - from - (this.starts[this.length]! - start);
    if (longer !== 0) return longer > 0;
    for (let i = 0; from + i < to; i++) {
      const difference = bytes[from + i]! - this.bytes[start + i]!;
      if (difference !== 0) return difference > 0;
    }
    return false;
  }

  private add(bytes: Uint8Array, from: number, to: number): number {
    const code = this.length++;
    const start = this.starts[code]!;
    const end = start + to - from;
    if (end > this.bytes.length) this.bytes = larger(this.bytes, new Uint8Array(2 * end));
    let plain = 1;
    let excess = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      this.bytes[start + at - from] = byte;
      if (byte === COMMA || byte === QUOTE || byte === LF || byte === CR) plain = 0;
      // A byte that continues a character adds no UTF-16 unit; the four of an astral character make two.
      if ((byte & 0xc0) === 0x80) excess++;
      else if (byte >= 0xf0) excess--;
    }
    this.starts[code + 1] = end;
    if (end === start) this.emptyCode = code;
    this.plain[code] = plain;
    if (excess > 0) this.excesses.set(code, excess);
    if (plain === 1 && to - from === 1) this.single[bytes[from]!] = code + 1;
    return code;
  }

  private grow(): void {
    const size = 2 * this.starts.length;
    this.starts = larger(this.starts, new Int32Array(size));
    this.followers = larger(this.followers, new Int32Array(size));
    this.plain = larger(this.plain, new Uint8Array(size));
    if (this.slots.length > 0) this.fillSlots();
  }

  private fillSlots(): void {
    this.slots = new Int32Array(2 * this.starts.length);
    const mask = this.slots.length - 1;
    const known = this.hashes.length;
    this.hashes = larger(this.hashes, new Int32Array(this.starts.length));
    for (let code = 0; code < this.length; code++) {
      // The first time names have no hash yet: none was looked for while they rose.
      if (known === 0) this.hashes[code] = hashOf(this.bytes, this.starts[code]!, this.starts[code + 1]!);
      let slot = this.hashes[code]! & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = code + 1;
    }
  }
}
