/** Numbers in the first block, 4 KB; each block after it is as long as all before it. */
const BITS = 10;
const FIRST = 1 << BITS;

/**
 * A growing list of 32-bit whole numbers, 4 bytes each whatever their number: it grows by blocks and copies nothing, as
 * an array that is copied into a larger one is in memory two or three times. Blocks get larger since an allocator gives
 * large ones back to the system when they are let go, and keeps small ones. A class because hot loops share it between
 * small steps.
 */
export class IntList {
  length = 0;
  private readonly blocks: Int32Array[] = [];

  push(value: number): void {
    const place = this.length++ + FIRST;
    const bit = 31 - Math.clz32(place);
    if (bit - BITS === this.blocks.length) this.blocks.push(new Int32Array(1 << bit));
    this.blocks[bit - BITS]![place ^ (1 << bit)] = value;
  }

  /** The number at a place below `length`. */
  get(at: number): number {
    const place = at + FIRST;
    const bit = 31 - Math.clz32(place);
    return this.blocks[bit - BITS]![place ^ (1 << bit)]!;
  }

  /** Puts another number at a place below `length`. */
  set(at: number, value: number): void {
    const place = at + FIRST;
    const bit = 31 - Math.clz32(place);
    this.blocks[bit - BITS]![place ^ (1 << bit)] = value;
  }
}
