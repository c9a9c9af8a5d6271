/**
 * The program was called wrongly: unknown option, missing argument, contradictory settings.
 * The door prints the message without a stack and exits with 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * A file can't be read: missing, unreadable, binary, undecodable. Good inputs are finished first; then exit code 3. One
 * that was read and has a fault at a known place (JSON that is none) is for its owner to mend: exit code 2.
 */
export class ReaderError extends Error {
  override readonly name = 'ReaderError';
  /** `path` is the file as the caller named it, `rule` the finding's rule. */
  constructor(
    readonly path: string,
    readonly rule: string,
    message: string,
    /** Where the fault is and what it is, without the path; null where the file was not read so far. */
    readonly fault: { readonly line: number; readonly column: number; readonly says: string } | null = null,
  ) {
    super(message);
  }
}
