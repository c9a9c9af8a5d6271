import { prepositions } from '../text/function-words.js';
import { foldName, isCapitalised } from '../text/letters.js';
import type { MentionGroup } from '../reports/name-check-report.js';

/** One row's mention. */
export interface SeenMention {
  readonly text: string;
  readonly document_id: string;
  readonly start: number | null;
  readonly end: number | null;
  /** Whether the row takes a position. */
  readonly position: boolean;
  /** ISO date and state of the row, for offices; null where the row has none. */
  readonly date: string | null;
  readonly country: string | null;
}

/** Mentions that differ in case, article, title or possessive alone, while rows are read. */
export interface GatheredMention {
  readonly key: string;
  readonly first: SeenMention;
  rows: number;
  positions: number;
  documents: number;
  lastDocument: string;
  readonly variants: Map<string, number>;
  /** Ids of the documents, where they are asked for. */
  readonly documentIds: string[] | null;
}

const ARTICLE = /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your)\s+(?=\S)/i;

/** A mention without what varies: quotation marks, leading article or possessive, trailing "'s", its titles; folded. */
export function mentionKey(mention: string, titles: ReadonlySet<string>): string {
  const plain = mention
    .replace(/["“”«»]/g, '')
    .trim()
    .replace(ARTICLE, '')
    .replace(/(?<=\p{L})['’]s?$/u, '');
  return foldName(untitled(plain, titles)) || foldName(plain);
}

/**
 * The name behind the last title that only capitalised words follow ("Harbour Board Chairman Ole Dorn"); else all, also of
 * "an aide to Chairman Dorn", who is somebody else.
 */
function untitled(mention: string, titles: ReadonlySet<string>): string {
  const words = mention.split(/\s+/);
  for (let last = words.length - 2; last >= 0 && isCapitalised(words[last + 1]!); last--) {
    for (let first = last; first >= 0 && last - first < 4; first--)
      if (titles.has(foldName(words.slice(first, last + 1).join(' ')))) {
        const hangsOn = words.slice(0, first).some((word) => prepositions.has(word.toLowerCase()));
        return hangsOn ? mention : words.slice(last + 1).join(' ');
      }
  }
  return mention;
}

/** Gathers mentions by key. Documents are counted right where the rows of a document stand together. */
export class MentionGatherer {
  private readonly groups = new Map<string, GatheredMention>();

  constructor(
    private readonly titles: ReadonlySet<string>,
    private readonly withDocuments: boolean,
  ) {}

  /** Takes in one mention; `under` keeps mentions of different meaning apart. */
  add(seen: SeenMention, under = ''): void {
    const key = `${under}${mentionKey(seen.text, this.titles)}`;
    let group = this.groups.get(key);
    if (!group) {
      const documentIds = this.withDocuments ? [] : null;
      group = {
        key,
        first: seen,
        rows: 0,
        positions: 0,
        documents: 0,
        lastDocument: '',
        variants: new Map(),
        documentIds,
      };
      this.groups.set(key, group);
    }
    group.rows++;
    if (seen.position) group.positions++;
    if (group.documents === 0 || group.lastDocument !== seen.document_id) {
      group.documents++;
      group.lastDocument = seen.document_id;
      group.documentIds?.push(seen.document_id);
    }
    group.variants.set(seen.text, (group.variants.get(seen.text) ?? 0) + 1);
  }

  get size(): number {
    return this.groups.size;
  }

  /** The groups of at least `minCount` rows, the most frequent first, then by key. */
  sorted(minCount: number): GatheredMention[] {
    return [...this.groups.values()]
      .filter(({ rows }) => rows >= minCount)
      .sort((a, b) => b.rows - a.rows || (a.key < b.key ? -1 : 1));
  }
}

/** A group as reported, without what the lexicons say of it. */
export function reportedGroup(group: GatheredMention): Omit<MentionGroup, 'form' | 'why' | 'suggestions' | 'office'> {
  const variants = [...group.variants].sort((a, b) => b[1] - a[1]).map(([text, rows]) => ({ text, rows }));
  const { document_id, start, end } = group.first;
  return {
    mention: variants[0]!.text,
    rows: group.rows,
    positions: group.positions,
    documents: group.documents,
    first: { document_id, start, end },
    variants,
    ...(group.documentIds ? { document_ids: group.documentIds } : {}),
  };
}
