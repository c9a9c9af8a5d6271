import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { Span } from '../model/spans.js';
import type { CsvFile } from '../tables/csv-reader.js';
import type { JsonLine } from '../tables/json-lines.js';

/** Somebody or something as a coding names it: an id, the words, where they stand; any of them may be missing. */
export interface CodedMention {
  readonly id: string | null;
  readonly text: string | null;
  readonly span: Span | null;
}

/** A statement of one coding: what is compared of it. */
export interface CodedStatement extends Span {
  readonly statement: string | null;
  readonly document: string;
  /** In order, without overlaps. */
  readonly segments: readonly Span[];
  readonly text: string | null;
  readonly speaker: CodedMention;
  readonly target: CodedMention;
  readonly stance: string | null;
  readonly score: string | null;
  readonly file: string;
  readonly line: number;
}

/** Statements of one file and what was wrong with it. */
export interface CodedStatements {
  readonly statements: readonly CodedStatement[];
  readonly findings: readonly Finding[];
}

type Fields = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | null =>
  typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : null;

function whole(value: unknown): number | null {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : null;
  return number !== null && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

function spanOf(start: unknown, end: unknown): Span | null {
  const [from, to] = [whole(start), whole(end)];
  return from !== null && to !== null && from < to ? { start: from, end: to } : null;
}

function mention(fields: Fields, name: 'speaker' | 'target'): CodedMention {
  return {
    id: text(fields[`${name}_id`]),
    text: text(fields[`${name}_text`]),
    span: spanOf(fields[`${name}_start`], fields[`${name}_end`]),
  };
}

/** Segments of JSON ([{start, end}]) or of a CSV cell ("120-180;200-240"); null where they are not there or not right. */
function segmentsOf(value: unknown): Span[] | null {
  const parts: (Span | null)[] =
    typeof value === 'string' && value !== ''
      ? value.split(';').map((part) => spanOf(...(part.split('-') as [string, string])))
      : Array.isArray(value)
        ? value.map((part: Fields | null) => spanOf(part?.['start'], part?.['end']))
        : [];
  if (parts.length === 0 || parts.includes(null)) return null;
  const segments = (parts as Span[]).sort((a, b) => a.start - b.start);
  return segments.some((segment, i) => i > 0 && segment.start < segments[i - 1]!.end) ? null : segments;
}

function statementOf(fields: Fields, file: string, line: number): CodedStatement | string {
  const document = text(fields['document_id']);
  if (document === null) return 'document_id';
  const hull = spanOf(fields['start'], fields['end']);
  const segments = segmentsOf(fields['segments']) ?? (hull === null ? null : [hull]);
  if (segments === null) return 'start and end';
  return {
    statement: text(fields['statement_id']),
    document,
    start: segments[0]!.start,
    end: segments.at(-1)!.end,
    segments,
    text: text(fields['text']),
    speaker: mention(fields, 'speaker'),
    target: mention(fields, 'target'),
    stance: text(fields['stance']),
    score: text(fields['stance_score']),
    file,
    line,
  };
}

function collect(
  rows: Iterable<{ readonly fields: Fields | null; readonly line: number }>,
  file: string,
  earlier: readonly Finding[],
): CodedStatements {
  const statements: CodedStatement[] = [];
  const findings: Finding[] = [...earlier];
  for (const { fields, line } of rows) {
    const found = fields === null ? 'an object' : statementOf(fields, file, line);
    if (typeof found !== 'string') statements.push(found);
    else {
      const message = `the row lacks ${found}; it is left out`;
      const id = fields === null ? null : text(fields['statement_id']);
      findings.push(finding('span/incomplete', { file, line, column: 1 }, message, { record_id: id }));
    }
  }
  return { statements, findings };
}

/**
 * Statements of a JSON Lines file, as `convert` writes them or any program does: document_id with start and end (or
 * segments), and if known speaker_id, speaker_text, target_id, target_text (with _start and _end), stance, stance_score.
 * A row without a place is a finding and left out.
 */
export function jsonStatements(
  lines: readonly JsonLine[],
  file: string,
  findings: readonly Finding[],
): CodedStatements {
  const rows = lines.map(({ value, line }) => ({
    fields: typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null,
    line,
  }));
  return collect(rows, file, findings);
}

/** The same of a CSV file with these columns. */
export function csvStatements(csv: CsvFile): CodedStatements {
  const rows = csv.rows.map((row) => ({
    fields: Object.fromEntries(csv.header.map((name, i) => [name, row.cells[i]])),
    line: row.line,
  }));
  return collect(rows, csv.file, csv.findings);
}
