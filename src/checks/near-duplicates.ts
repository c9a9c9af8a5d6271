import { bytesHash, WordHashes } from '../text/word-hashes.js';
import type { Check, RowView } from './check.js';
import { sameAs } from './duplicate-rows.js';
import { KEY_SEPARATOR } from './lookups.js';
import { RecentIndex, RecentRows } from './recent-rows.js';

/** Letters and digits that a text must have for its return at another place to be worth a word. */
const LONG_ENOUGH = 40;
/** Words at each end by which texts are found that differ in one word. */
const END_WORDS = 5;
/** Earlier rows of a speaker and target in a document with which places are compared. */
const MOST_PLACES = 8;
/** Share of the longer of two contents that lies in both, when one is a second extraction of the other. */
const SAME_PLACE = 0.9;
const SEPARATOR = KEY_SEPARATOR.charCodeAt(0);

/**
 * Two statements of a document by one speaker about one target that are nearly one: cut at nearly the same place, or
 * nearly the same words at another place without saying that one restates the other. Each row is compared with a few
 * others at most, found by hashes among the rows read last.
 */
export const nearDuplicates: Check = {
  name: 'near-duplicates',
  rules: ['table/near-duplicate'],
  tables: ['statement'],
  start: () => {
    const text = new WordHashes();
    const recent = new RecentRows();
    const byBase = new RecentIndex();
    const byHead = new RecentIndex();
    const byTail = new RecentIndex();
    const files: string[] = [];

    const atSamePlace = (slot: number): number => {
      let row = recent.before[slot]!;
      for (let i = 0; i < MOST_PLACES && recent.has(row); i++) {
        const other = recent.slot(row);
        if (recent.base[other] !== recent.base[slot]) return -1;
        if (isSamePlace(recent, slot, other)) return other;
        row = recent.before[other]!;
      }
      return -1;
    };
    const withSameWords = (slot: number, row: number): number => {
      if (!recent.has(row)) return -1;
      const other = recent.slot(row);
      if (recent.base[other] !== recent.base[slot] || recent.segments[other] === recent.segments[slot]) return -1;
      const difference = recent.difference(slot, other);
      if (difference > 1) return -1;
      if (isSamePlace(recent, slot, other)) return other;
      const short = Math.min(recent.letters[slot]!, recent.letters[other]!) < LONG_ENOUGH;
      if (short || overlap(recent, slot, other) > 0) return -1;
      return difference === 0 || text.count >= 2 * END_WORDS ? other : -1;
    };

    return {
      row: (row, say) => {
        if (files.at(-1) !== row.file.path) files.push(row.file.path);
        const length = row.key(['text']);
        text.read(row.keyBytes, row.keyStart, row.keyStart + length);
        const { count } = text;
        const slot = recent.next(text.words, count);
        const { present } = recent;
        note(recent, slot, row, text.letters, files.length - 1);
        const base = recent.base[slot]!;
        const ends = Math.min(count, END_WORDS);
        recent.before[slot] = byBase.swap(base, present);
        const head = byHead.swap(base ^ text.hash(0, ends), present);
        const tail = byTail.swap(base ^ text.hash(count - ends, count), present);
        let other = atSamePlace(slot);
        if (other < 0 && head >= 0) other = withSameWords(slot, head);
        if (other < 0 && tail >= 0) other = withSameWords(slot, tail);
        if (other < 0 || isLinked(recent, slot, other)) return;
        const line = recent.line[other]!;
        const where = isSamePlace(recent, slot, other) ? 'from nearly the same place' : 'in nearly the same words';
        const message = `the same speaker on the same target ${where} as in line ${line}; withdraw one, or say that it restates the other`;
        const related = [{ file: files[recent.file[other]!]!, line, column: 1 }];
        say('table/near-duplicate', row, 'segments', message, { severity: 'warning', related });
      },
    };
  },
};

/** Puts what is remembered of a row into its slot. */
function note(recent: RecentRows, slot: number, row: RowView, letters: number, file: number): void {
  const { values } = row;
  const length = row.key(['document_id', sameAs(row, 'speaker'), sameAs(row, 'target'), 'segments']);
  const { keyBytes: bytes, keyStart: from } = row;
  let cut = from + length;
  while (cut > from && bytes[cut - 1] !== SEPARATOR) cut--;
  recent.base[slot] = bytesHash(bytes, from, cut);
  recent.segments[slot] = bytesHash(bytes, cut, from + length);
  recent.start[slot] = Number(values['start']);
  recent.end[slot] = Number(values['end']);
  recent.letters[slot] = letters;
  recent.restates[slot] = isFilled(values['restates']) ? 1 : 0;
  recent.line[slot] = row.line;
  recent.file[slot] = file;
  const clustered = isFilled(values['cluster_id']) ? row.key(['cluster_id']) : 0;
  recent.cluster[slot] = clustered === 0 ? 0 : bytesHash(row.keyBytes, row.keyStart, row.keyStart + clustered) || 1;
}

const isFilled = (value: unknown): boolean => value !== null && value !== undefined;

function isLinked({ restates, cluster }: RecentRows, a: number, b: number): boolean {
  return restates[a]! + restates[b]! > 0 || (cluster[a] !== 0 && cluster[a] === cluster[b]);
}

/** Characters of the document that lie in the hulls of two contents; none for 0 or less. */
function overlap({ start, end }: RecentRows, a: number, b: number): number {
  return Math.min(end[a]!, end[b]!) - Math.max(start[a]!, start[b]!);
}

/** Whether contents that are not the same share nearly all of the longer, or all but two characters at their ends. */
function isSamePlace(recent: RecentRows, a: number, b: number): boolean {
  const common = overlap(recent, a, b);
  if (common <= 0 || recent.segments[a] === recent.segments[b]) return false;
  const { start, end, letters } = recent;
  const [one, other] = [end[a]! - start[a]!, end[b]! - start[b]!];
  const longer = Math.max(one, other);
  if (common < SAME_PLACE * longer && (one + other - 2 * common > 2 || 2 * common < longer)) return false;
  // Of one hull, but pieced together otherwise: the same only where about as much was taken.
  return Math.abs(letters[a]! - letters[b]!) <= Math.max(3, 0.1 * letters[a]!);
}
