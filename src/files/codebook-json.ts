import type { Codebook } from '../model/generated.js';
import { faultOf, readJsonObject } from './read.js';

/**
 * Reads a codebook that is used without being checked against its schema. Throws ReaderError (rule json/syntax, or
 * json/schema where it has no list of fields), as nothing could be done with it.
 */
export function readCodebook(path: string): Codebook {
  const value = readJsonObject(path);
  const isField = (one: unknown): boolean =>
    typeof one === 'object' && one !== null && typeof (one as { field?: unknown }).field === 'string';
  const { fields } = value;
  if (Array.isArray(fields) && fields.every(isField)) return value as unknown as Codebook;
  const says =
    'the codebook has no list "fields" whose entries name a field each; demarche validate says what it lacks';
  throw faultOf(path, 'json/schema', { line: 1, column: 1, says });
}
