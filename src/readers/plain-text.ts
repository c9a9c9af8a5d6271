import { normalizeText } from '../text/decode.js';
import type { Reader } from './reader.js';

/** Plain text: only normalised. */
export const plainText: Reader = {
  name: 'txt',
  version: '1',
  extensions: ['.txt', '.text'],
  declaredEncoding: () => null,
  read: (source) => ({ text: normalizeText(source), marks: [], metadata: {} }),
};
