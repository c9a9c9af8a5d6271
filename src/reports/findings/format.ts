import type { Finding } from '../../model/generated.js';
import type { ValidatedFile } from '../../model/validated-file.js';
import type { FindingReport } from './finding-report.js';

/** What a validation prints. */
export interface PrintedFindings {
  /** The files it looked at. */
  readonly files: readonly ValidatedFile[];
  readonly report: FindingReport;
  /** Version of this program, for the forms that name it. */
  readonly version?: string;
  /** What a rule is about, in a sentence or more of plain text; null where nothing is known. */
  readonly about?: (rule: string) => string | null;
  /**
   * Characters of the file from a finding's place on, at least `most` or up to the file's end; null where they are not
   * at hand. Without it no machine-readable repair is written, as nobody can say which characters it replaces.
   */
  readonly sourceAt?: (found: Finding, most: number) => string | null;
}

/** A form in which findings are printed; one object in the list of index.ts. */
export interface FindingFormat {
  /** Its name after --format. */
  readonly name: string;
  /** The output in parts, as all of a large and broken dataset would not fit into one string. */
  readonly print: (printed: PrintedFindings) => Iterable<string>;
}
