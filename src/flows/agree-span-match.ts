import { intersectionOverUnion, type Span } from '../model/spans.js';
import { matchSpans } from '../measures/spans/match-spans.js';
import { matchMentions, mentionLabel, sameMention } from './agree-same-mention.js';
import type { CodedMention, CodedStatement } from './agree-statement-rows.js';

/** Rows of one coding that share one stretch of text: an utterance. */
interface Utterance extends Span {
  readonly segments: readonly Span[];
  readonly rows: readonly CodedStatement[];
}

/** What both codings were asked at one place, what each found there, and the labels for coefficients. */
export interface Meeting {
  readonly document: string;
  readonly unit: string;
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Both answers as set-valued labels, matched ones written alike. */
  readonly labels: readonly [string, string];
}

/** One coding's rows by what became of them. */
export interface RowFates {
  readonly span: CodedStatement[];
  readonly speaker: CodedStatement[];
  readonly target: CodedStatement[];
  readonly duplicate: CodedStatement[];
}

/** Two codings laid side by side. */
export interface MatchedCodings {
  /** One a document: utterances of each coding and of both. */
  readonly spans: readonly Omit<Meeting, 'unit' | 'labels'>[];
  /** One a matched utterance, about its speakers. */
  readonly speakers: readonly Meeting[];
  /** One a matched utterance and speaker, about the targets. */
  readonly targets: readonly Meeting[];
  /** Rows matched in utterance, speaker and target. */
  readonly statements: readonly (readonly [CodedStatement, CodedStatement])[];
  readonly fates: readonly [RowFates, RowFates];
}

/** Rows grouped by a key, in order. */
function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const known = groups.get(key(row));
    if (known === undefined) groups.set(key(row), [row]);
    else known.push(row);
  }
  return groups;
}

/** The utterances of a document: rows with the very same segments are one. */
function utterancesOf(rows: readonly CodedStatement[]): Utterance[] {
  const groups = grouped(rows, ({ segments }) => segments.map(({ start, end }) => `${start}-${end}`).join(';'));
  return [...groups.values()]
    .map((group) => ({ start: group[0]!.start, end: group[0]!.end, segments: group[0]!.segments, rows: group }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Rows of one place by whom or what they name: the first row of each and its further ones. */
function byMention(
  rows: readonly CodedStatement[],
  of: (row: CodedStatement) => CodedMention,
): { mention: CodedMention; rows: CodedStatement[] }[] {
  const groups: { mention: CodedMention; rows: CodedStatement[] }[] = [];
  for (const row of rows) {
    const known = groups.find(({ mention }) => sameMention(mention, of(row)));
    if (known === undefined) groups.push({ mention: of(row), rows: [row] });
    else known.rows.push(row);
  }
  return groups;
}

/** Both answers as labels; a matched mention is written as the first coding writes it. */
function labelsOf(
  first: readonly { readonly mention: CodedMention }[],
  second: readonly { readonly mention: CodedMention }[],
  pairs: readonly (readonly [number, number])[],
): readonly [string, string] {
  const partner = new Map(pairs.map(([a, b]) => [b, a]));
  const mine = first.map(({ mention }) => mentionLabel(mention));
  const theirs = second.map(({ mention }, b) => {
    const a = partner.get(b);
    return a === undefined ? mentionLabel(mention) : mine[a]!;
  });
  const label = (parts: readonly string[]): string => [...new Set(parts)].sort().join('|');
  return [label(mine), label(theirs)];
}

/**
 * Lays two codings side by side: utterances of each document matched one to one by intersection over union of at least
 * `iou`, then within each the speakers, then within each of these the targets. Every row ends in exactly one place:
 * matched in all three, unmatched at one of them, or the double of another row of its coding.
 */
export function matchCodings(
  first: readonly CodedStatement[],
  second: readonly CodedStatement[],
  { iou }: { readonly iou: number },
): MatchedCodings {
  const [mine, theirs] = [grouped(first, ({ document }) => document), grouped(second, ({ document }) => document)];
  const fates = (): RowFates => ({ span: [], speaker: [], target: [], duplicate: [] });
  const [one, other] = [fates(), fates()];
  const spans: Omit<Meeting, 'unit' | 'labels'>[] = [];
  const speakers: Meeting[] = [];
  const targets: Meeting[] = [];
  const statements: (readonly [CodedStatement, CodedStatement])[] = [];
  const likeness = (a: Utterance, b: Utterance): number => {
    const found = intersectionOverUnion(a.segments, b.segments);
    return found >= iou ? found : 0;
  };
  /** Matches groups of one place, sends the unmatched rows to their fate and returns the matched groups. */
  const step = (
    rows: readonly [readonly CodedStatement[], readonly CodedStatement[]],
    of: 'speaker' | 'target',
    into: Meeting[],
    unit: string,
  ): [readonly CodedStatement[], readonly CodedStatement[]][] => {
    const a = byMention(rows[0], (row) => row[of]);
    const b = byMention(rows[1], (row) => row[of]);
    const pairs = matchMentions(
      a.map(({ mention }) => mention),
      b.map(({ mention }) => mention),
    );
    const { document } = rows[0][0]!;
    const counts = { first: a.length, second: b.length, both: pairs.length };
    into.push({ document, unit, ...counts, labels: labelsOf(a, b, pairs) });
    a.forEach((group, i) => !pairs.some(([k]) => k === i) && one[of].push(...group.rows));
    b.forEach((group, i) => !pairs.some(([, k]) => k === i) && other[of].push(...group.rows));
    return pairs.map(([i, k]) => [a[i]!.rows, b[k]!.rows]);
  };
  for (const document of [...new Set([...mine.keys(), ...theirs.keys()])].sort()) {
    const a = utterancesOf(mine.get(document) ?? []);
    const b = utterancesOf(theirs.get(document) ?? []);
    const pairs = matchSpans(a, b, likeness);
    spans.push({ document, first: a.length, second: b.length, both: pairs.length });
    a.forEach(({ rows }, i) => !pairs.some(([k]) => k === i) && one.span.push(...rows));
    b.forEach(({ rows }, i) => !pairs.some(([, k]) => k === i) && other.span.push(...rows));
    for (const [i, k] of pairs) {
      const unit = `${document} ${a[i]!.start}-${a[i]!.end}`;
      step([a[i]!.rows, b[k]!.rows], 'speaker', speakers, unit).forEach((bySpeaker, s) => {
        step(bySpeaker, 'target', targets, `${unit} speaker ${s + 1}`).forEach(([x, y]) => {
          statements.push([x[0]!, y[0]!]);
          one.duplicate.push(...x.slice(1));
          other.duplicate.push(...y.slice(1));
        });
      });
    }
  }
  return { spans, speakers, targets, statements, fates: [one, other] };
}
