import type { PrintedFindings } from './format.js';
import { plural, withCommas } from './plural.js';

/** "190 errors, 3 warnings, 1 note (11 known)". */
export function countsText({ report: { counts, known } }: PrintedFindings): string {
  const notes = counts.info ? `, ${plural(counts.info, 'note')}` : '';
  const held = known ? ` (${withCommas(known)} known)` : '';
  return `${plural(counts.error, 'error')}, ${plural(counts.warning, 'warning')}${notes}${held}`;
}

/** "14 files, 2,301 rows". */
export function scopeText({ files }: PrintedFindings): string {
  const rows = files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
  return `${plural(files.length, 'file')}, ${plural(rows, 'row')}`;
}

/** "14 files, 2,301 rows: 190 errors, 3 warnings". */
export function summaryText(printed: PrintedFindings): string {
  return `${scopeText(printed)}: ${countsText(printed)}`;
}
