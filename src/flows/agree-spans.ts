import { agreementResults } from '../measures/agreement-results.js';
import { labelMatrix, type LabelCell } from '../measures/label-matrix.js';
import { spanResults } from '../measures/spans/span-results.js';
import type { MarkedSpan, SpanCoding } from '../measures/spans/span-coding.js';
import type { DocumentIntervalOptions } from '../measures/spans/document-intervals.js';
import type { Span } from '../model/spans.js';
import type { Finding } from '../model/generated.js';
import type { InputFile } from '../reports/agreement-report.js';
import type { SpanAccount, SpanComparison, SpanLevel, UnmatchedRow } from '../reports/span-comparison.js';
import { stanceLevels } from './agree-levels.js';
import { levelFigure, spanFResult } from './agree-span-figures.js';
import { matchCodings, type MatchedCodings, type Meeting, type RowFates } from './agree-span-match.js';
import type { CodedStatement, CodedStatements } from './agree-statement-rows.js';

export interface AgreeSpansOptions extends DocumentIntervalOptions {
  /** Intersection over union from which two utterances are the same. */
  readonly iou?: number;
  /** Length of a document, for the alphas; null where it is not known. */
  readonly lengthOf?: (document: string) => number | null;
  readonly files?: readonly InputFile[];
}

const CODERS = ['first', 'second'] as const;

/**
 * Two codings of the same documents, by people or programs, level by level: was the statement found, by the same
 * speaker, about the same target, with the same stance; each level over what both found at the level before, with its
 * own n. Every row of both codings is accounted for. Intervals draw documents.
 */
export function agreeSpans(
  first: CodedStatements,
  second: CodedStatements,
  options: AgreeSpansOptions = {},
): SpanComparison {
  const { iou = 0.5, bootstrap = 0, seed = 1, interval = 'percentile', files = [] } = options;
  const matched = matchCodings(first.statements, second.statements, { iou });
  const findings: Finding[] = [...first.findings, ...second.findings];
  const documents = matched.spans.length;
  const alone = (own: 'first' | 'second', other: 'first' | 'second'): number =>
    matched.spans.filter((one) => one[own] > 0 && one[other] === 0).length;
  const only = [alone('first', 'second'), alone('second', 'first')] as const;
  return {
    input: { files, documents, documents_only: only },
    options: { iou, bootstrap, seed, interval },
    notes: only.some((count) => count > 0)
      ? [
          `${only[0]} of ${documents} documents have statements in the first coding only, ${only[1]} in the second only: ` +
            'taken as read by both; leave them out of the files if they were not',
        ]
      : [],
    levels: [
      spanLevel(first, second, matched, options),
      meetingLevel('speaker', 'by the same speaker? (spans that both found)', matched.speakers, options),
      meetingLevel('target', 'about the same target? (spans and speakers that both found)', matched.targets, options),
      stanceLevel(matched, options),
    ],
    stance_levels: nestedStance(matched, options),
    stance_confusion: confusion(matched),
    accounts: [
      account(first, matched.fates[0], matched, files[0]),
      account(second, matched.fates[1], matched, files[1]),
    ],
    unmatched: matched.fates.flatMap(unmatchedRows),
    findings,
  };
}

function spanLevel(
  first: CodedStatements,
  second: CodedStatements,
  matched: MatchedCodings,
  options: AgreeSpansOptions,
): SpanLevel {
  const { iou = 0.5 } = options;
  const same = (threshold: number): MatchedCodings['spans'] =>
    matchCodings(first.statements, second.statements, { iou: threshold }).spans;
  const documents = matched.spans.length;
  const figure = levelFigure(matched.spans, options);
  const others = [
    spanFResult('exact', levelFigure(same(1), options), documents),
    spanFResult('overlap', levelFigure(same(Number.MIN_VALUE), options), documents),
  ];
  const alphas = spanResults(stretches(first, second, options), {
    ...options,
    coefficients: ['alpha_u', 'alpha_u_binary'],
  }).filter(({ category }) => category === undefined);
  return {
    level: 'span',
    question: 'was the statement found?',
    units: documents,
    ...figure,
    results: [spanFResult(`iou >= ${iou}`, figure, documents), ...others, ...alphas],
  };
}

/** What each coding marks as said by somebody: its segments, those that overlap run together. */
function stretches(
  first: CodedStatements,
  second: CodedStatements,
  { lengthOf = () => null }: AgreeSpansOptions,
): SpanCoding {
  const codings = [first.statements, second.statements];
  const documentIds = [...new Set(codings.flat().map(({ document }) => document))].sort();
  const spans = codings.flatMap((rows, annotator) =>
    documentIds.flatMap((id, document): MarkedSpan[] => {
      const own = rows.filter((row) => row.document === id).flatMap(({ segments }) => segments);
      return merged(own).map((span) => ({ document, annotator, label: 0, ...span }));
    }),
  );
  const lengths = documentIds.map((id, document) => {
    const length = lengthOf(id);
    // A length that some statement runs over is the length of another text.
    return length === null || spans.some((span) => span.document === document && span.end > length) ? null : length;
  });
  const read = new Uint8Array(documentIds.length * 2).fill(1);
  return { documentIds, lengths, annotatorIds: [...CODERS], labels: ['statement'], read, spans };
}

function merged(spans: readonly Span[]): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = found.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

function meetingLevel(
  level: 'speaker' | 'target',
  question: string,
  meetings: readonly Meeting[],
  options: AgreeSpansOptions,
): SpanLevel {
  const cells = meetings.flatMap(({ unit, document, labels }) =>
    CODERS.map((annotator, i): LabelCell => ({ unit, annotator, label: labels[i]!, cluster: document })),
  );
  const coefficients = ['percent_agreement', 'krippendorff_alpha'];
  const results = agreementResults(labelMatrix(cells), { ...options, coefficients });
  return { level, question, units: meetings.length, ...levelFigure(meetings, options), results };
}

const unitOf = ({ document, start, end }: CodedStatement, i: number): string => `${document} ${start}-${end} ${i + 1}`;

/** The labels of one field of the statements that both codings have, where both give it. */
function fieldCells({ statements }: MatchedCodings, field: 'stance' | 'score'): LabelCell[] {
  return statements.flatMap((pair, i) =>
    pair.some((row) => row[field] === null)
      ? []
      : pair.map((row, coder): LabelCell => ({
          unit: unitOf(pair[0], i),
          annotator: CODERS[coder]!,
          label: row[field]!,
          cluster: pair[0].document,
        })),
  );
}

function stanceLevel(matched: MatchedCodings, options: AgreeSpansOptions): SpanLevel {
  const { statements } = matched;
  const given = (coder: 0 | 1): number => statements.filter((pair) => pair[coder].stance !== null).length;
  const both = statements.filter(([a, b]) => a.stance !== null && b.stance !== null);
  const same = both.map(([a, b]) => ({
    document: a.document,
    first: 1,
    second: 1,
    both: a.stance === b.stance ? 1 : 0,
  }));
  const figure = levelFigure(same, options);
  const coefficients = ['percent_agreement', 'krippendorff_alpha', 'gwet_ac1', 'cohen_kappa'];
  return {
    level: 'stance',
    question: 'with the same stance? (statements that both have)',
    units: statements.length,
    ...figure,
    first: given(0),
    second: given(1),
    both: both.length,
    only_first: given(0) - both.length,
    only_second: given(1) - both.length,
    reason: both.length === 0 ? 'no statement has a stance in both' : null,
    results: agreementResults(labelMatrix(fieldCells(matched, 'stance')), { ...options, coefficients }),
  };
}

function nestedStance(matched: MatchedCodings, options: AgreeSpansOptions): SpanComparison['stance_levels'] {
  const cells = fieldCells(matched, 'stance');
  return cells.length === 0 ? [] : stanceLevels(labelMatrix(cells), fieldCells(matched, 'score'), options);
}

function confusion({ statements }: MatchedCodings): SpanComparison['stance_confusion'] {
  const counts = new Map<string, { labels: readonly [string, string]; count: number }>();
  for (const [a, b] of statements) {
    if (a.stance === null || b.stance === null) continue;
    const key = `${a.stance}\u001f${b.stance}`;
    counts.set(key, { labels: [a.stance, b.stance], count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function account(
  { statements }: CodedStatements,
  fates: RowFates,
  matched: MatchedCodings,
  file: InputFile | undefined,
): SpanAccount {
  return {
    file: file?.path ?? statements[0]?.file ?? '',
    rows: statements.length,
    span: fates.span.length,
    speaker: fates.speaker.length,
    target: fates.target.length,
    duplicate: fates.duplicate.length,
    matched: matched.statements.length,
  };
}

function unmatchedRows(fates: RowFates): UnmatchedRow[] {
  return (['span', 'speaker', 'target', 'duplicate'] as const).flatMap((level) =>
    fates[level].map(({ file, line, document, start, end, statement, text }) => ({
      level,
      file,
      line,
      document_id: document,
      start,
      end,
      statement_id: statement,
      text,
    })),
  );
}
