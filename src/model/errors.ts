/**
 * The program was called wrongly: unknown option, missing argument, contradictory settings.
 * The door prints the message without a stack and exits with 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * A file can't be read: missing, unreadable, binary, undecodable. Good inputs are finished first; then exit code 3.
 */
export class ReaderError extends Error {
  override readonly name = 'ReaderError';
  /** `path` is the file as the caller named it, `rule` the finding's rule. */
  constructor(
    readonly path: string,
    readonly rule: string,
    message: string,
  ) {
    super(message);
  }
}
