import type { Lexicons } from '../../model/lexicons.js';
import type { Labeler } from './labeler.js';
import { lexiconLabeler } from './lexicon.js';

/** Every labeler that `convert --labeler NAME` offers. */
export const labelers: readonly { readonly name: string; readonly make: (lexicons: Lexicons) => Labeler }[] = [
  { name: 'lexicon', make: lexiconLabeler },
];
