import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { codedDocuments, haveOverlap, type MarkedSpan, type SpanCoding } from '../measures/spans/span-coding.js';
import { spanResults, type SpanOptions } from '../measures/spans/span-results.js';
import type { InputFile } from '../reports/agreement-report.js';
import type { UnitizingReport } from '../reports/unitizing-report.js';
import type { SpanRow } from './agree-span-rows.js';

/** What an annotator without a row in a document is taken to have done: read it and marked nothing, or not read it. */
export const UNMARKED_RULES = ['empty', 'unread'] as const;

export type UnmarkedRule = (typeof UNMARKED_RULES)[number];

export interface UnitizingOptions extends SpanOptions {
  readonly unmarked?: UnmarkedRule;
  /** Lengths of documents that the spans' own file does not give. */
  readonly lengthOf?: (document: string) => number | null;
  readonly files?: readonly InputFile[];
  readonly findings?: readonly Finding[];
}

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/**
 * Agreement of annotators who marked spans themselves, from rows already read. Spans beyond the end of their text and
 * spans marked twice are findings and left out; everything that cannot enter a figure is counted in its `dropped`.
 */
export function agreeUnitizing(rows: readonly SpanRow[], options: UnitizingOptions = {}): UnitizingReport {
  const { unmarked = 'empty', iou = 0.5, bootstrap = 0, seed = 1, interval = 'percentile' } = options;
  const findings: Finding[] = [...(options.findings ?? [])];
  const lengths = lengthsOf(rows, options.lengthOf ?? (() => null), findings);
  const kept = usable(rows, lengths, findings);
  const coding = codingOf(kept, lengths, unmarked);
  for (const document of codedDocuments(coding)) {
    document.spans.forEach((spans, i) => {
      if (!haveOverlap(spans)) return;
      const [id, annotator] = [coding.documentIds[document.document]!, coding.annotatorIds[document.annotators[i]!]!];
      const second = spans.find((span, at) => at > 0 && span.start < spans[at - 1]!.end)!;
      const row = kept.find((one) => isSpan(one, id, annotator, second))!;
      const message = `${annotator} marked spans that overlap in ${id}: the alphas leave the document out`;
      findings.push(finding('span/overlap', row, message, { severity: 'warning', record_id: id }));
    });
  }
  return {
    input: {
      files: options.files ?? [],
      documents: coding.documentIds.length,
      length: coding.lengths.includes(null) ? null : coding.lengths.reduce<number>((sum, one) => sum + one!, 0),
      spans: coding.spans.length,
      annotators: coding.annotatorIds,
      categories: coding.labels,
    },
    options: { unmarked, iou, bootstrap, seed, interval },
    notes: notesOf(coding, kept, unmarked),
    results: spanResults(coding, options),
    annotators: coding.annotatorIds.map((annotator_id, a) => ({
      annotator_id,
      documents: coding.documentIds.filter((_, d) => coding.read[d * coding.annotatorIds.length + a] === 1).length,
      spans: coding.spans.filter(({ annotator }) => annotator === a).length,
      marked: coding.spans.reduce((sum, one) => (one.annotator === a ? sum + one.end - one.start : sum), 0),
    })),
    findings,
  };
}

function isSpan({ document, annotator, span }: SpanRow, id: string, by: string, { start, end }: MarkedSpan): boolean {
  return document === id && annotator === by && span !== null && span.start === start && span.end === end;
}

function lengthsOf(
  rows: readonly SpanRow[],
  lengthOf: (document: string) => number | null,
  findings: Finding[],
): Map<string, number | null> {
  const lengths = new Map<string, number | null>();
  for (const row of rows) {
    const known = lengths.get(row.document) ?? lengthOf(row.document);
    if (known !== null && row.length !== null && row.length !== known) {
      const message = `${row.document} is ${row.length} long here and ${known} elsewhere; ${known} counts`;
      findings.push(finding('span/length', row, message, { record_id: row.document, field: 'length' }));
    }
    lengths.set(row.document, known ?? row.length);
  }
  const unknown = [...lengths].filter(([, length]) => length === null);
  if (unknown.length > 0) {
    const first = rows.find(({ document }) => document === unknown[0]![0])!;
    const message = `the length of ${unknown.length} of ${lengths.size} documents is not known: no alpha for them; add a column "length" or documents.csv`;
    findings.push(finding('span/unknown-length', first, message, { severity: 'warning', record_id: first.document }));
  }
  return lengths;
}

/** Rows whose span lies in its text and was not there before. */
function usable(rows: readonly SpanRow[], lengths: ReadonlyMap<string, number | null>, findings: Finding[]): SpanRow[] {
  const seen = new Map<string, SpanRow>();
  return rows.filter((row) => {
    if (row.span === null) return true;
    const { start, end, label } = row.span;
    const length = lengths.get(row.document) ?? null;
    if (length !== null && end > length) {
      const message = `the span [${start}, ${end}) runs over the end of ${row.document}, which is ${length} long; it is left out`;
      findings.push(finding('span/outside', row, message, { record_id: row.document }));
      return false;
    }
    const key = [row.document, row.annotator, start, end, label].join('\u001f');
    const first = seen.get(key);
    if (first !== undefined) {
      const message = `${row.annotator} marked [${start}, ${end}) of ${row.document} as "${label}" twice; it counts once`;
      findings.push(finding('span/duplicate', row, message, { record_id: row.document, related: [placeOf(first)] }));
      return false;
    }
    seen.set(key, row);
    return true;
  });
}

const placeOf = ({ file, line, column }: SpanRow): { file: string; line: number; column: number } => ({
  file,
  line,
  column,
});

function codingOf(
  rows: readonly SpanRow[],
  lengths: ReadonlyMap<string, number | null>,
  unmarked: UnmarkedRule,
): SpanCoding {
  const documentIds = sorted(lengths.keys());
  const annotatorIds = sorted(rows.map(({ annotator }) => annotator));
  const labels = sorted(rows.flatMap(({ span }) => (span === null ? [] : [span.label])));
  const index = (names: readonly string[]): Map<string, number> => new Map(names.map((name, i) => [name, i]));
  const [documents, annotators, categories] = [index(documentIds), index(annotatorIds), index(labels)];
  const read = new Uint8Array(documentIds.length * annotatorIds.length).fill(unmarked === 'empty' ? 1 : 0);
  const spans: MarkedSpan[] = [];
  for (const row of rows) {
    const document = documents.get(row.document)!;
    const annotator = annotators.get(row.annotator)!;
    read[document * annotatorIds.length + annotator] = 1;
    if (row.span === null) continue;
    spans.push({
      document,
      annotator,
      start: row.span.start,
      end: row.span.end,
      label: categories.get(row.span.label)!,
    });
  }
  return { documentIds, lengths: documentIds.map((id) => lengths.get(id)!), annotatorIds, labels, read, spans };
}

function notesOf(coding: SpanCoding, rows: readonly SpanRow[], unmarked: UnmarkedRule): string[] {
  const present = new Set(rows.map(({ document, annotator }) => `${document}\u001f${annotator}`)).size;
  const silent = coding.documentIds.length * coding.annotatorIds.length - present;
  if (silent === 0) return [];
  const taken =
    unmarked === 'empty'
      ? 'taken as read with nothing marked (--unmarked unread takes it as not read)'
      : 'taken as not read (--unmarked empty takes it as read with nothing marked)';
  return [`in ${silent} of ${present + silent} cases an annotator has no row in a document: ${taken}`];
}
