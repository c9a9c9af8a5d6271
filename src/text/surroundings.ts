/** Code points on each side of a stretch that its surroundings are made of. */
const REACH = 32;

/**
 * What stands around a stretch [start, end): up to 32 code points before it, a line feed, up to 32 after it. This is
 * what context_sha256 is the digest of. `slice` cuts a text by code points and leaves out what lies behind its end.
 */
export function surroundings(
  slice: (start: number, end: number) => string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return `${slice(Math.max(0, start - REACH), start)}\n${slice(end, end + REACH)}`;
}
