import { categories } from './categories.js';
import type { Check } from './check.js';
import { columns } from './columns.js';
import { copies } from './copies.js';
import { dates } from './dates.js';
import { derivedColumns } from './derived-columns.js';
import { documentDates, documents } from './documents.js';
import { duplicateRows } from './duplicate-rows.js';
import { formulas } from './formulas.js';
import { ids } from './ids.js';
import { keys } from './keys.js';
import { labelFiles } from './label-files.js';
import { labels } from './labels.js';
import { leakage } from './leakage.js';
import { memberships } from './memberships.js';
import { missingParts } from './missing-parts.js';
import { nearDuplicates } from './near-duplicates.js';
import { notedLengths } from './noted-lengths.js';
import { privateValues } from './private-values.js';
import { readWhole } from './read-whole.js';
import { references } from './references.js';
import { releasedIds } from './released-ids.js';
import { scores } from './scores.js';
import { slices } from './slices.js';
import { spans } from './spans.js';
import { tombstones } from './tombstones.js';
import { values } from './values.js';

/** Every check of tables, in the order in which they run; a new one is added here, and its rules get pages in docs/rules. */
export const checks: readonly Check[] = [
  columns,
  values,
  ids,
  keys,
  references,
  readWhole,
  categories,
  scores,
  spans,
  slices,
  notedLengths,
  documents,
  documentDates,
  dates,
  labels,
  labelFiles,
  derivedColumns,
  memberships,
  tombstones,
  releasedIds,
  duplicateRows,
  nearDuplicates,
  leakage,
  formulas,
  privateValues,
  copies,
  missingParts,
];
