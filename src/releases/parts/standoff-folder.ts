import type { ReleasePart } from '../release.js';
import { standoffFiles } from '../standoff-files.js';

/** standoff/: the same release as a dataset of its own without any word of its documents. */
export const standoffFolder: ReleasePart = {
  name: 'standoff',
  files: ({ standoff }) => standoffFiles(standoff, { prefix: 'standoff/' }),
};
