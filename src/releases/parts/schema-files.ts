import { compareText } from '../../model/findings.js';
import type { ReleasePart } from '../release.js';

/** schema/*: the schema files that the tables were written by, byte for byte. */
export const schemaFiles: ReleasePart = {
  name: 'schema',
  *files(release) {
    for (const name of Object.keys(release.schemaFiles).sort(compareText)) {
      yield { path: `schema/${name}`, content: release.schemaFiles[name]! };
    }
  },
};
