const LF = 0x0a;

/** Bytes of a file that come in chunks, of which some are kept: a window that moves over the file. */
export class ByteFeed {
  /** The window; behind its last byte stands a line feed, so that a walk over it ends. */
  bytes: Uint8Array = new Uint8Array(1).fill(LF);
  /** Number of its bytes. */
  length = 0;
  /** Offset in the file of its first byte. */
  base = 0;
  /** True when the file has no more bytes. */
  done = false;
  private readonly source: Iterator<Uint8Array>;

  constructor(chunks: Iterable<Uint8Array>) {
    this.source = chunks[Symbol.iterator]();
  }

  /**
   * Lets go of the first `past` bytes and takes in the next chunks, until there is at least twice as much as was kept: a
   * long row is read anew each time, and that must not be once a chunk. `done` is set when there are no more.
   */
  more(past: number): void {
    const rest = this.length - past;
    this.take(past);
    while (!this.done && this.length < 2 * rest) this.take(0);
  }

  private take(past: number): void {
    const rest = this.length - past;
    const { value, done = false } = this.source.next() as { value: Uint8Array | undefined; done?: boolean };
    this.done = done || value === undefined;
    const added = value?.length ?? 0;
    if (rest + added + 1 > this.bytes.length) {
      // With room to spare: a window that has to be made anew for every chunk leaves as much behind as the file has.
      const fresh = new Uint8Array(2 * (rest + added) + 1);
      fresh.set(this.bytes.subarray(past, this.length));
      this.bytes = fresh;
    } else this.bytes.copyWithin(0, past, this.length);
    if (value) this.bytes.set(value, rest);
    this.length = rest + added;
    this.bytes[this.length] = LF;
    this.base += past;
  }
}
