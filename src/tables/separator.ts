const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
/** Longest part of a header line that is looked at, in bytes. */
export const LONGEST_HEADER = 100_000;

/**
 * What separates the cells of a CSV file, told by its first line: a comma where there is one outside of quotation
 * marks, else a semicolon or a tab, whichever is more frequent; a comma for a file of one column.
 */
export function separatorOf(bytes: Uint8Array, start = 0): ',' | ';' | '\t' {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (let at = start; at < bytes.length && at < start + LONGEST_HEADER; at++) {
    const byte = bytes[at]!;
    if (byte === LF || byte === CR) break;
    if (byte === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (byte === 0x2c) counts[',']++;
    else if (byte === 0x3b) counts[';']++;
    else if (byte === 0x09) counts['\t']++;
  }
  if (counts[',']) return ',';
  return counts[';'] || counts['\t'] ? (counts['\t'] > counts[';'] ? '\t' : ';') : ',';
}
