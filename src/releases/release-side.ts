import type { CsvTable } from '../tables/csv-table.js';
import type { ReleaseMeaning } from './release-meaning.js';

/** One of two sides that are compared: a release, or a dataset as it lies in its folder. */
export interface ReleaseSide {
  readonly kind: 'release' | 'dataset';
  /** Its folder, as the user named it. */
  readonly path: string;
  readonly version: string;
  readonly tables: readonly CsvTable[];
  readonly meaning: ReleaseMeaning;
}
