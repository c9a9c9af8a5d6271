import type { CsvTable } from '../tables/csv-table.js';
import type { ReleaseMeaning } from './release-meaning.js';
import type { StandoffIds } from './withheld.js';

/** One of two sides that are compared: a release, or a dataset as it lies in its folder. */
export interface ReleaseSide {
  readonly kind: 'release' | 'dataset';
  /** Its folder, as the user named it. */
  readonly path: string;
  readonly version: string;
  readonly tables: readonly CsvTable[];
  readonly meaning: ReleaseMeaning;
  /** What stands in a release's standoff/; nothing for a dataset, or for a release without it. */
  readonly standoff: StandoffIds;
  /** Documents that a dataset's redactions name; none for a release. */
  readonly redacted: Iterable<string>;
}
