import { finding, type Place } from '../model/findings.js';
import { bytesHash, wide, WordHashes } from '../text/word-hashes.js';
import type { Check, RowView, Tell } from './check.js';
import { sameAs } from './duplicate-rows.js';
import { cellText, relatedTo } from './say.js';

/** Letters and digits that a text must have for the same one elsewhere to be a leak. */
const LONG_ENOUGH = 60;
/** With another beginning a hash is another one. */
const OTHER_START = 0x2f0b4c47;

/** A document that stands in splits.csv. */
interface SplitRow {
  readonly id: string;
  readonly split: string;
  readonly place: Place;
}

/** Something that a test document and another one may have in common, and how it is told. */
interface Shared {
  readonly what: string;
  readonly severity: 'error' | 'warning';
}

const TEXT: Shared = { what: 'the same text', severity: 'error' };
const WORDS: Shared = { what: 'a statement of the same speaker in the same words', severity: 'error' };
const CLUSTER: Shared = { what: 'a statement of the same cluster_id', severity: 'warning' };

/** No document of the test split has its text, or statements of it, in the documents that a model is trained on. */
export const leakage: Check = {
  name: 'leakage',
  rules: ['split/leakage'],
  tables: ['split', 'document', 'statement', 'standoff-document', 'standoff-statement'],
  start: ({ tables }) => {
    const hasSplits = tables.some(({ name, lookup }) => name === 'splits' && !lookup);
    if (!hasSplits) return {};
    const splits: SplitRow[] = [];
    const numbers = new Map<string, number>();
    const seen = { texts: firstTwo(), words: firstTwo(), clusters: firstTwo() };
    const words = new WordHashes();
    const numberOf = (id: string): number => {
      const known = numbers.get(id);
      if (known === undefined) numbers.set(id, numbers.size);
      return known ?? numbers.size - 1;
    };
    return {
      row: (row) => {
        const { values, file } = row;
        const id = cellText(values['document_id']);
        if (id === '') return;
        const document = numberOf(id);
        if (file.schema === 'split') {
          splits.push({ id, split: cellText(values['split']), place: row.placeOf('document_id') });
        } else if (file.name === 'documents') {
          if (isFilled(values['text_sha256'])) seen.texts.note(keyHash(row, 'text_sha256'), document);
        } else {
          if (isFilled(values['cluster_id'])) seen.clusters.note(keyHash(row, 'cluster_id'), document);
          const length = row.key(['text']);
          if (length < LONG_ENOUGH) return;
          words.read(row.keyBytes, row.keyStart, row.keyStart + length);
          if (words.letters < LONG_ENOUGH) return;
          const speaker = row.key([sameAs(row, 'speaker')]);
          if (speaker === 0) return;
          const [one, other] = hashes(row, speaker);
          seen.words.note(wide(words.hash(0, words.count, one), words.hash(0, words.count, other)), document);
        }
      },
      end: (tell) => {
        const rows = new Map(splits.map((row) => [numberOf(row.id), row]));
        const told = new Set<string>();
        for (const [shared, first] of [
          [TEXT, seen.texts],
          [WORDS, seen.words],
          [CLUSTER, seen.clusters],
        ] as const) {
          for (const documents of first.groups())
            tellLeaks(
              [...documents].flatMap((one) => rows.get(one) ?? []),
              shared,
              told,
              tell,
            );
        }
      },
    };
  },
};

const isFilled = (value: unknown): boolean => value !== null && value !== undefined;

function keyHash(row: RowView, field: string): number {
  const length = row.key([field]);
  return wide(...hashes(row, length));
}

/** Two hashes of the row's key that have nothing to do with each other. */
function hashes({ keyBytes, keyStart }: RowView, length: number): readonly [number, number] {
  const end = keyStart + length;
  return [bytesHash(keyBytes, keyStart, end), bytesHash(keyBytes, keyStart, end, OTHER_START)];
}

/** Numbers of documents by what they have in common: only where there are two is a list made. */
function firstTwo(): { note(key: number, document: number): void; groups(): Iterable<ReadonlySet<number>> } {
  const first = new Map<number, number>();
  const groups = new Map<number, Set<number>>();
  return {
    note: (key, document) => {
      const one = first.get(key);
      if (one === undefined) first.set(key, document);
      else if (one !== document) {
        const group = groups.get(key);
        if (group) group.add(document);
        else groups.set(key, new Set([one, document]));
      }
    },
    groups: () => groups.values(),
  };
}

/** Names each test document of a group once, beside the first document of it that is no test document. */
function tellLeaks(documents: readonly SplitRow[], { what, severity }: Shared, told: Set<string>, tell: Tell): void {
  const other = documents.find(({ split }) => split !== 'test');
  if (!other) return;
  for (const { id, split, place } of documents) {
    const pair = `${id}\n${other.id}`;
    if (split !== 'test' || told.has(pair)) continue;
    told.add(pair);
    const message = `the test document "${id}" has ${what} as "${other.id}" of the split ${other.split}`;
    const details = {
      severity,
      record_id: id,
      field: 'document_id',
      value: id,
      related: relatedTo(other.place),
    } as const;
    tell(finding('split/leakage', place, message, details));
  }
}
