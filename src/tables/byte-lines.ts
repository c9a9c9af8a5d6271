/** A line of a file as bytes, without its line feed; valid until the next one. */
export interface ByteLine {
  readonly bytes: Uint8Array;
  /** Physical line, from 1. */
  readonly line: number;
  /** Offset in the file at which it begins. */
  readonly byteOffset: number;
  /** False for the last line of a file that does not end with a line feed. */
  readonly ended: boolean;
}

const LF = 0x0a;

/** Lines of a file that comes in chunks; in memory that grows with the longest line only. */
export function* byteLines(chunks: Iterable<Uint8Array>): Generator<ByteLine, void, undefined> {
  let kept: Uint8Array = new Uint8Array(0);
  let line = 1;
  let byteOffset = 0;
  for (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      const bytes = kept.length ? joined(kept, chunk.subarray(from, end)) : chunk.subarray(from, end);
      yield { bytes, line, byteOffset, ended: true };
      byteOffset += bytes.length + 1;
      line++;
      from = end + 1;
      if (kept.length) kept = new Uint8Array(0);
    }
    // A chunk may be overwritten by the next one.
    if (from < chunk.length) kept = joined(kept, chunk.subarray(from));
  }
  if (kept.length) yield { bytes: kept, line, byteOffset, ended: false };
}

/** Two pieces as one. */
export function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
