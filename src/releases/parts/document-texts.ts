import type { ReleasePart } from '../release.js';

/** texts/*: the normalised text of every document whose license allows it; offsets in the tables refer to it. */
export const documentTexts: ReleasePart = {
  name: 'texts',
  *files({ textDocuments, texts, textFileName }) {
    for (const id of textDocuments) {
      const text = texts(id);
      if (text !== null) yield { path: `texts/${textFileName(id)}`, content: text };
    }
  },
};
