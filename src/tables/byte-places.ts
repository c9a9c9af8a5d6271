import { CR, LF } from './byte-kinds.js';
import { utf16Length } from './utf8.js';

/**
 * Finds places in a row: from the one asked for last where the next stands behind it, so that a row with a hundred
 * thousand faults is gone through once, not a hundred thousand times.
 */
export class RowPlaces {
  /** Offsets in the file of the row's beginning and of the place found last. */
  private row = -1;
  private found = 0;
  private line = 0;
  private column = 1;

  /**
   * Lines between the beginning of a row and a position in it, and the position's column (UTF-16 units, from 1). Both
   * positions are in `bytes`, which is the file from `base` on; the row begins a line.
   */
  find(bytes: Uint8Array, base: number, rowStart: number, position: number): { line: number; column: number } {
    if (this.row !== base + rowStart || this.found > base + position) {
      this.row = this.found = base + rowStart;
      this.line = 0;
      this.column = 1;
    }
    let from = this.found - base;
    for (let at = from; at < position; at++) {
      const byte = bytes[at];
      if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) {
        this.line++;
        this.column = 1;
        from = at + 1;
      }
    }
    this.column += utf16Length(bytes, from, position);
    this.found = base + position;
    return { line: this.line, column: this.column };
  }
}
