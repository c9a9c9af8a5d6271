import { finding, type FindingDetails, type Place } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { RowView } from './check.js';

/**
 * Where findings go. Where a rule is broken in every row of a large table, only some of its findings are made and
 * kept; the others are counted.
 */
export interface FindingSink {
  add(finding: Finding): void;
  /** True when no more findings of a rule are kept: they need only be counted. */
  isFull(rule: string, severity?: Finding['severity']): boolean;
  /** Counts a finding that is not made; what it says tells which of those that were made say the same. */
  count(
    rule: string,
    severity: Finding['severity'],
    what?: { readonly field?: string | null; readonly value?: string | null; readonly message?: string },
  ): void;
}

/** A sink that keeps everything. */
export function keepAll(findings: Finding[]): FindingSink {
  return { add: (found) => findings.push(found), isFull: () => false, count: () => undefined };
}

/** Reports something about a cell of a row, or counts it. */
export function sayAt(
  sink: FindingSink,
  rule: string,
  row: RowView,
  field: string | null,
  message: string,
  details: FindingDetails = {},
): void {
  if (row.file.lookup) return;
  const { severity = 'error', value = null } = details;
  if (sink.isFull(rule, severity)) {
    sink.count(rule, severity, { field, value, message });
    return;
  }
  const place: Place = row.placeOf(field);
  sink.add(finding(rule, place, message, { record_id: row.recordId(), field, ...details }));
}
