import type { Finding } from './generated.js';
import { shortHash } from './hash.js';

/** A place in a file: physical line and character in it, both from 1; byte offset from 0. Null where not known. */
export interface Place {
  readonly file: string | null;
  readonly line?: number | null;
  readonly column?: number | null;
  readonly byte_offset?: number | null;
}

/** What a finding says besides its rule and message; everything has a neutral default. */
export interface FindingDetails {
  readonly severity?: Finding['severity'];
  readonly record_id?: string | null;
  readonly field?: string | null;
  readonly value?: string | null;
  readonly allowed?: readonly string[];
  readonly suggestion?: { readonly value: string; readonly safe: boolean } | null;
  readonly related?: readonly { readonly file: string; readonly line: number | null; readonly column: number | null }[];
}

/**
 * Makes a finding: something wrong, or worth knowing, about somebody's data. A value, never thrown.
 * The fingerprint leaves the line out, so that it survives re-sorting of the file.
 */
export function finding(rule: string, place: Place, message: string, details: FindingDetails = {}): Finding {
  const {
    severity = 'error',
    record_id = null,
    field = null,
    value = null,
    allowed = [],
    suggestion = null,
    related = [],
  } = details;
  const shown = clip(message, 400);
  return {
    rule,
    severity,
    file: place.file,
    line: place.line ?? null,
    column: place.column ?? null,
    byte_offset: place.byte_offset ?? null,
    record_id: record_id === null ? null : clip(record_id, 200),
    field,
    value: value === null ? null : shownValue(value),
    allowed: [...allowed],
    message: shown,
    suggestion: suggestion ? { ...suggestion } : null,
    related: related.map((r) => ({ ...r })),
    fingerprint: shortHash([
      rule,
      place.file ?? '',
      record_id ?? '',
      field ?? '',
      value ?? '',
      record_id ? '' : message,
    ]),
  };
}

/** A value as findings hold it. */
export function shownValue(value: string): string {
  return clip(value, 200);
}

/** Cuts what is far too long to be read: a 50 MB cell must not be repeated in every finding about it. */
function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}

/** Compares findings by file, line, column, rule and record: the order in which every command prints them. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.record_id ?? '', b.record_id ?? '')
  );
}

/** Orders texts by UTF-16 code unit, whatever the locale: the order of every table and file. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
