import type { Place } from '../model/findings.js';
import { ByteNames } from '../tables/byte-names.js';
import { larger } from '../tables/larger.js';
import type { RowView } from './check.js';

/**
 * Keys as bytes, each with the place of the row that had it first: a million of them take some fifty megabytes, a third
 * of what strings would. The keys of one file after the other have rising codes, so that a code tells the file.
 */
export class FirstRows {
  readonly names = new ByteNames();
  private lines = new Int32Array(256);
  private readonly files: { readonly path: string; readonly from: number }[] = [];

  /** Whether an earlier row has the key that was added last. */
  repeats = false;

  /** Notes a row's key, made of some of its fields; returns its code, −1 where all of them are empty. */
  add(fields: readonly string[], row: RowView): number {
    this.repeats = false;
    const length = row.key(fields);
    if (length === 0) return -1;
    const before = this.names.length;
    const code = this.names.lookUp(row.keyBytes, row.keyStart, row.keyStart + length);
    if (code < before) {
      this.repeats = true;
      return code;
    }
    if (this.files.at(-1)?.path !== row.file.path) this.files.push({ path: row.file.path, from: code });
    if (code >= this.lines.length) this.lines = larger(this.lines, new Int32Array(2 * code));
    this.lines[code] = row.line;
    return code;
  }

  /** Where the row begins that had a key first. */
  placeOf(code: number): Place {
    const file = this.files.findLast(({ from }) => from <= code)!.path;
    return { file, line: this.lines[code]!, column: 1 };
  }
}
