/** Copies a typed array into the beginning of a larger one, and returns that. */
export function larger<T extends Uint8Array | Int32Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
