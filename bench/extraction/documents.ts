import { closeSync, openSync, writeSync } from 'node:fs';
import { makeExtractor } from '../../src/extract/extractor.js';
import { loadLexicons } from '../../src/files/lexicons.js';
import { listSources, loadSource } from '../../src/files/sources.js';
import { convert } from '../../src/flows/convert.js';
import { createRandom } from '../../src/measures/random.js';
import type { DocumentMetadata } from '../../src/model/generated.js';

/** A document whose text was read: what a line of a documents.jsonl holds. */
export interface BenchDocument {
  readonly id: string;
  readonly metadata: DocumentMetadata;
  readonly text: string;
}

/** The documents of a folder or a documents.jsonl as texts. */
export function benchDocuments(input: string): BenchDocument[] {
  const { lexicons } = loadLexicons();
  const extractor = makeExtractor(lexicons);
  const documents = [...listSources([input]).entries].flatMap((entry) => {
    const source = loadSource(entry);
    const [result] = convert([source], { lexicons, extractor });
    return result?.document ? [{ metadata: source.metadata ?? {}, id: entry.document_id, text: result.text }] : [];
  });
  if (!documents.length) throw new RangeError(`${input} holds no documents`);
  return documents;
}

/**
 * Writes a documents.jsonl of `count` short documents, each of two to four neighbouring paragraphs of one of the
 * originals, by seed; ids are not in order.
 */
export function writeShortDocuments(path: string, originals: readonly BenchDocument[], count: number, seed = 1): void {
  const random = createRandom(seed);
  const paragraphs = originals.map(({ text }) => text.split(/\n\s*\n/).filter((one) => one.trim() !== ''));
  const file = openSync(path, 'w');
  try {
    let lines = '';
    for (let i = 0; i < count; i++) {
      const which = random.integer() % originals.length;
      const [{ metadata }, own] = [originals[which]!, paragraphs[which]!];
      const size = 2 + (random.integer() % 3);
      const from = random.integer() % Math.max(1, own.length - size);
      const document_id = `${(random.integer() >>> 8).toString(36)}-${i}`;
      lines += `${JSON.stringify({ ...metadata, document_id, text: own.slice(from, from + size).join('\n\n') })}\n`;
      if (lines.length > 1 << 20 || i === count - 1) {
        writeSync(file, lines);
        lines = '';
      }
    }
  } finally {
    closeSync(file);
  }
}
