/** A counter line on standard error, shown on a terminal only; nothing is written into pipes and logs. */
export class Progress {
  private last = 0;
  private readonly shown: boolean;

  constructor(
    private readonly what: string,
    { quiet = false }: { readonly quiet?: boolean } = {},
  ) {
    this.shown = !quiet && process.stderr.isTTY === true;
  }

  /** Says how far the work is, and where; at most ten times a second. */
  at(done: number, total: number | null = null, where = ''): void {
    const now = performance.now();
    if (!this.shown || now - this.last < 100) return;
    this.last = now;
    process.stderr.write(
      `\r\u001b[K${this.what} ${done}${total === null ? '' : ` of ${total}`}${where === '' ? '' : `  ${where}`}`,
    );
  }

  /** Wipes the line. */
  end(): void {
    if (this.shown) process.stderr.write('\r\u001b[K');
  }
}
