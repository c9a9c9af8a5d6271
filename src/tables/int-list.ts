/** Numbers in a block: a list that grows adds a block of 64 KB and copies nothing. */
const BITS = 14;
const BLOCK = 1 << BITS;
const MASK = BLOCK - 1;

/**
 * A growing list of 32-bit whole numbers, 4 bytes each whatever their number: an array that doubles is in memory two or
 * three times while it grows. A class because hot loops share it between small steps.
 */
export class IntList {
  length = 0;
  private readonly blocks: Int32Array[] = [];

  push(value: number): void {
    if ((this.length & MASK) === 0 && this.length >> BITS === this.blocks.length)
      this.blocks.push(new Int32Array(BLOCK));
    this.blocks[this.length >> BITS]![this.length & MASK] = value;
    this.length++;
  }

  /** The number at a place below `length`. */
  get(at: number): number {
    return this.blocks[at >> BITS]![at & MASK]!;
  }

  /** Puts another number at a place below `length`. */
  set(at: number, value: number): void {
    this.blocks[at >> BITS]![at & MASK] = value;
  }
}
