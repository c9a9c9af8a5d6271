/** A span that an annotator marked in a text: [start, end), with a label. All but start and end are indices. */
export interface MarkedSpan {
  readonly document: number;
  readonly annotator: number;
  readonly start: number;
  readonly end: number;
  readonly label: number;
}

/** Spans marked by several annotators in the same texts: the data of every figure on unitizing. */
export interface SpanCoding {
  readonly documentIds: readonly string[];
  /** Length of each text in the unit of start and end; null where it is not known. */
  readonly lengths: readonly (number | null)[];
  readonly annotatorIds: readonly string[];
  readonly labels: readonly string[];
  /** documents × annotators: 1 where the annotator read the document, with or without marking anything. */
  readonly read: Uint8Array;
  readonly spans: readonly MarkedSpan[];
}

/** One text with the spans of each annotator who read it, in the order of their starts. */
export interface DocumentCoding {
  readonly document: number;
  readonly length: number | null;
  /** Indices of the annotators who read it. */
  readonly annotators: readonly number[];
  /** In step with `annotators`. */
  readonly spans: readonly (readonly MarkedSpan[])[];
}

/** The coding document by document. */
export function codedDocuments({ documentIds, lengths, annotatorIds, read, spans }: SpanCoding): DocumentCoding[] {
  const width = annotatorIds.length;
  const cells = documentIds.map(() => annotatorIds.map((): MarkedSpan[] => []));
  for (const span of spans) cells[span.document]![span.annotator]!.push(span);
  return documentIds.map((_, document) => {
    const annotators = annotatorIds.flatMap((_id, a) => (read[document * width + a] === 1 ? [a] : []));
    const sorted = annotators.map((a) => cells[document]![a]!.sort((x, y) => x.start - y.start || x.end - y.end));
    return { document, length: lengths[document]!, annotators, spans: sorted };
  });
}

/** Whether spans in the order of their starts run into each other. */
export function haveOverlap(spans: readonly MarkedSpan[]): boolean {
  return spans.some((span, i) => i > 0 && span.start < spans[i - 1]!.end);
}
