import { deltaPath, deltaPieces } from '../delta-text.js';
import type { ReleasePart } from '../release.js';

/** delta/<previous>-<version>.jsonl: previous tables + these changes = data/*.csv of this release, byte for byte. */
export const deltaFile: ReleasePart = {
  name: 'delta',
  *files({ delta }, made) {
    if (!delta) return;
    const digests = new Map(made.map((file) => [file.path, file.sha256]));
    const tables = delta.head.tables.map((one) => ({
      ...one,
      sha256: digests.get(`data/${one.table}.csv`) ?? one.sha256,
    }));
    const { from, to } = delta.head;
    yield { path: deltaPath(from, to), content: deltaPieces({ ...delta, head: { ...delta.head, tables } }) };
  },
};
