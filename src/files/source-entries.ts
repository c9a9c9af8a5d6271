import { compareText } from '../model/findings.js';
import type { DocumentMetadata } from '../model/generated.js';
import type { SourceEntry } from './source-entry.js';

/** What a line of a documents.jsonl has in place of metadata: they are read with the text. */
const READ_WITH_TEXT: DocumentMetadata = {};

/** Where the lines of all documents.jsonl files stand, in columns: an object for each would take three times as much. */
interface Columns {
  readonly ids: string[];
  /** Place of the entry's file and path in `files`. */
  readonly file: number[];
  /** Number of the line from 1; 0 for a whole file. */
  readonly line: number[];
  readonly start: number[];
  readonly end: number[];
  readonly files: { readonly file: string; readonly path: string }[];
  /** Metadata of whole files. */
  readonly metadata: Map<number, DocumentMetadata>;
}

/**
 * Documents to be read, in the order of their ids. There may be very many: each entry is made when it is asked for, from
 * little more than its id and where it lies.
 */
export class SourceEntries implements Iterable<SourceEntry> {
  constructor(
    private readonly columns: Columns,
    private readonly order: Uint32Array,
  ) {}

  get length(): number {
    return this.order.length;
  }

  /** The i-th document from 0; throws RangeError outside. */
  at(i: number): SourceEntry {
    const n = this.order[i];
    if (n === undefined) throw new RangeError(`there are ${this.length} documents, none at ${i}`);
    return entryOf(this.columns, n);
  }

  *[Symbol.iterator](): Iterator<SourceEntry> {
    for (const n of this.order) yield entryOf(this.columns, n);
  }

  map<T>(make: (entry: SourceEntry) => T): T[] {
    return Array.from(this, make);
  }

  /** The documents whose id fits. */
  filter(fits: (documentId: string) => boolean): SourceEntries {
    return new SourceEntries(
      this.columns,
      this.order.filter((n) => fits(this.columns.ids[n]!)),
    );
  }

  /** Whether a document of this id is there. */
  has(documentId: string): boolean {
    return this.placeOf(documentId) !== null;
  }

  /** The document of an id; null when it is not there. */
  find(documentId: string): SourceEntry | null {
    const place = this.placeOf(documentId);
    return place === null ? null : this.at(place);
  }

  private placeOf(documentId: string): number | null {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareText(this.columns.ids[this.order[middle]!]!, documentId) < 0) low = middle + 1;
      else high = middle;
    }
    return low < this.length && this.columns.ids[this.order[low]!] === documentId ? low : null;
  }
}

function entryOf({ ids, file, line, start, end, files, metadata }: Columns, n: number): SourceEntry {
  const whole = line[n] === 0;
  return {
    document_id: ids[n]!,
    ...files[file[n]!]!,
    line: whole ? null : { number: line[n]!, start: start[n]!, end: end[n]! },
    metadata: whole ? metadata.get(n)! : READ_WITH_TEXT,
  };
}

/** Collects documents in any order. */
export class SourceEntriesBuilder {
  private readonly columns: Columns = {
    ids: [],
    file: [],
    line: [],
    start: [],
    end: [],
    files: [],
    metadata: new Map(),
  };

  add({ document_id, file, path, line, metadata }: SourceEntry): void {
    const { columns } = this;
    const last = columns.files.at(-1);
    if (last?.file !== file || last.path !== path) columns.files.push({ file, path });
    if (line === null) columns.metadata.set(columns.ids.length, metadata);
    columns.ids.push(document_id);
    columns.file.push(columns.files.length - 1);
    columns.line.push(line?.number ?? 0);
    columns.start.push(line?.start ?? 0);
    columns.end.push(line?.end ?? 0);
  }

  /** The documents by id; of several with one id the first by file and line, the others go to `onDuplicate`. */
  finish(onDuplicate: (entry: SourceEntry, kept: SourceEntry) => void): SourceEntries {
    const { columns } = this;
    const { ids, file, line, files } = columns;
    const all = Uint32Array.from(ids, (_, n) => n).sort(
      (a, b) =>
        compareText(ids[a]!, ids[b]!) ||
        compareText(files[file[a]!]!.file, files[file[b]!]!.file) ||
        line[a]! - line[b]!,
    );
    let kept = -1;
    const order = all.filter((n) => {
      if (kept >= 0 && ids[kept] === ids[n]) onDuplicate(entryOf(columns, n), entryOf(columns, kept));
      else kept = n;
      return kept === n;
    });
    return new SourceEntries(columns, order);
  }
}
