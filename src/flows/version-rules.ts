import type { VersionStep } from '../reports/codebook-diff-report.js';

/** How far a change moves a version: in this project, in Data Package's recipe, in Croissant 1.1. Null: they don't say. */
export interface VersionRule {
  readonly step: VersionStep;
  readonly data_package: VersionStep | null;
  readonly croissant: VersionStep | null;
  /** What has happened, as the message of a demand begins; "N rows of TABLE" stands before it where rows did. */
  readonly says: string;
  /** The same of several rows, where it is not said in the same words. */
  readonly many?: string;
  /** How the demand could be met otherwise, where there is a way. */
  readonly instead?: string;
}

/**
 * What moves a version, and how far. The same change has opposite numbers in the two conventions that others use, so
 * that both are said beside our own.
 */
export const versionRules = {
  'table-removed': rule('major', 'major', 'major', 'the table is gone'),
  'column-removed': rule('major', 'major', 'major', 'the column is gone'),
  'column-renamed': rule('major', 'major', 'major', 'the column has another name'),
  'column-retyped': rule('major', 'major', 'major', 'the column has another type'),
  'column-required': rule('major', 'major', 'minor', 'the new column may not be empty'),
  'label-value-removed': rule('major', 'major', 'major', 'the label value is gone'),
  'label-value-redefined': rule('major', 'major', 'major', 'the label value means something else'),
  'split-moved': rule('major', null, 'major', 'moved between splits'),
  'test-corrected': rule('major', 'patch', 'major', 'corrected in the frozen test split'),
  'row-lost': rule('major', 'major', 'major', 'gone without a tombstone', {
    instead: 'write a tombstone for each into tombstones.csv, and the step is MINOR',
  }),
  'tombstone-lost': rule('major', 'major', 'major', 'are tombstones that are gone', {
    instead: 'put them back: an id that was withdrawn stays withdrawn',
  }),
  'codebook-major': rule('major', 'major', 'major', 'the codebook has changed'),
  'table-added': rule('minor', 'minor', 'minor', 'the table is new'),
  'column-added': rule('minor', 'major', 'minor', 'the column is new'),
  'constraint-relaxed': rule('minor', 'minor', null, 'the column takes more values'),
  'constraint-tightened': rule('minor', 'major', null, 'the column takes fewer values'),
  'label-value-added': rule('minor', 'minor', null, 'the label value is new'),
  'row-added': rule('minor', 'minor', 'minor', 'added'),
  'row-corrected': rule('minor', 'patch', 'major', 'corrected'),
  'row-withdrawn': rule('minor', 'major', 'major', 'withdrawn'),
  'row-withheld': rule(
    'minor',
    'major',
    'major',
    "now in standoff/ only, as its document's text may no longer be handed on",
    { many: "now in standoff/ only, as their documents' texts may no longer be handed on" },
  ),
  'codebook-minor': rule('minor', 'minor', null, 'the codebook has changed'),
  'columns-reordered': rule('patch', 'major', 'major', 'the columns stand in another order'),
  'codebook-patch': rule('patch', 'patch', null, 'the codebook has other words'),
  metadata: rule('patch', 'patch', null, 'the description has changed'),
} satisfies Readonly<Record<string, VersionRule>>;

/** Name of a rule of version steps. */
export type VersionRuleName = keyof typeof versionRules;

function rule(
  step: VersionStep,
  data_package: VersionStep | null,
  croissant: VersionStep | null,
  says: string,
  more: Pick<VersionRule, 'instead' | 'many'> = {},
): VersionRule {
  return { step, data_package, croissant, says, ...more };
}
