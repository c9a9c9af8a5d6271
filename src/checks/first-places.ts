import type { Place } from '../model/findings.js';
import { IntList } from '../tables/int-list.js';
import type { RowView } from './check.js';

/** Where the row begins that had each key first. Keys of one file after the other have rising codes: a code tells the file. */
export class FirstPlaces {
  private readonly lines = new IntList();
  private readonly files: { readonly path: string; readonly from: number }[] = [];

  /** Notes the row of the next code. */
  add(row: RowView): void {
    if (this.files.at(-1)?.path !== row.file.path) this.files.push({ path: row.file.path, from: this.lines.length });
    this.lines.push(row.line);
  }

  of(code: number): Place {
    const file = this.files.findLast(({ from }) => from <= code)!.path;
    return { file, line: this.lines.get(code), column: 1 };
  }
}
