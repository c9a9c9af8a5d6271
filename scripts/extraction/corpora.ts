import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listSources, loadSource } from '../../src/files/sources.js';
import { metadataFrom } from '../../src/files/metadata.js';
import { createRandom } from '../../src/measures/random.js';
import type { Source } from '../../src/readers/source.js';

/** An attribution, unit or turn as the corpora's files have it. */
export interface GoldQuote {
  readonly start: number;
  readonly end: number;
  readonly segments?: readonly (readonly [number, number])[];
  readonly type?: string | null;
  readonly cue?: string | null;
  readonly speaker_text?: string | null;
  readonly speaker_start?: number | null;
  readonly speaker_end?: number | null;
  readonly speaker_segments?: readonly (readonly [number, number])[];
  readonly target_country?: string | null;
}

/** A document of a corpus with its annotations. */
export interface GoldDocument {
  readonly doc_id: string;
  readonly text: string;
  readonly title?: string | null;
  readonly date?: string | null;
  readonly year?: string | null;
  readonly publisher?: string | null;
  readonly language?: string | null;
  readonly quotes: readonly GoldQuote[];
}

/** A line of polnear-dev-stance.jsonl: a statement of a document that lies elsewhere. */
export interface StanceLine {
  readonly doc_id: string;
  readonly segments: readonly (readonly [number, number])[];
  readonly stance: 'favor' | 'against' | 'other' | null;
  readonly targets?: readonly string[];
}

/** The lines of a JSON Lines file. */
export function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The source that `convert` reads, without the annotations: what tools/corpus-to-documents.mjs writes. */
export function sourceOf(gold: GoldDocument): Source {
  const { doc_id, text, title, publisher, language } = gold;
  const speech = doc_id.startsWith('UNSC_');
  const metadata = {
    language: language ?? 'en',
    ...(title ? { title } : {}),
    ...((gold.date ?? gold.year) ? { date: gold.date ?? gold.year } : {}),
    ...(publisher ? { publisher } : {}),
    ...(speech
      ? {
          document_type: 'speech',
          speaker: (gold.quotes[0]?.speaker_text ?? '').replaceAll('_', ' ').trim() || null,
        }
      : {}),
    ...(doc_id.startsWith('wh/') ? { document_type: 'transcript' } : {}),
  };
  return { document_id: doc_id, file: doc_id, content: text, metadata: metadataFrom(metadata, doc_id).metadata };
}

/** Documents of a folder of files, each under its file's name without the ending. */
export function folderSources(folder: string): Source[] {
  return listSources([folder]).entries.map((entry) => loadSource(entry));
}

/** At most `n` of a list, drawn by seed and left in their order. */
export function sample<T>(list: readonly T[], n: number, seed: number): T[] {
  if (n >= list.length) return [...list];
  const random = createRandom(seed);
  const keyed = list.map((_, i) => ({ i, key: random.integer() }));
  const drawn = new Set(
    keyed
      .sort((a, b) => a.key - b.key || a.i - b.i)
      .slice(0, n)
      .map(({ i }) => i),
  );
  return list.filter((_, i) => drawn.has(i));
}

/** Where the corpora lie. */
export interface Places {
  readonly corpora: string;
  readonly tools: string;
  readonly seeds: string;
  readonly reference: string;
}

/** A path below the corpora; null where the file is not at hand. */
export function corpusFile(places: Places, ...parts: readonly string[]): string | null {
  const path = join(places.corpora, ...parts);
  return existsSync(path) ? path : null;
}
