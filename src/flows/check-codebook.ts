import type { Codebook, Finding } from '../model/generated.js';
import { validate } from './validate.js';

/** A codebook as read from a file: null where it has an error, and everything that is wrong with it. */
export interface CheckedCodebook {
  readonly codebook: Codebook | null;
  /** The file as text without a byte order mark, lines ending in LF. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Reads a codebook with every check that `validate` has for it. `path` is what findings call the file. */
export function checkedCodebook(path: string, bytes: Uint8Array): CheckedCodebook {
  const { findings } = validate({ files: [{ path, schema: 'codebook', bytes }] });
  const text = new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n');
  const sound = findings.every(({ severity }) => severity !== 'error');
  return { codebook: sound ? (JSON.parse(text) as Codebook) : null, text, findings };
}
