import { finding, type FindingDetails } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { countLineEnds, type LineEnd } from './line-ends.js';
import { linePlaces } from './line-places.js';
import { findMojibake } from './mojibake.js';

/** Rules that a file's characters can break, whatever is in it. */
export const textFormRules = [
  'file/encoding',
  'file/line-ends',
  'file/nul',
  'file/replacement-character',
  'file/mojibake',
  'file/not-nfc',
] as const;

/** How a text is looked at. */
export interface TextFormOptions {
  /** False when U+FFFD was put in by decoding, so that it is not reported twice. */
  readonly decoded?: boolean;
  /** Where in its file a text begins that is a part of it: its line, and its first byte. */
  readonly start?: { readonly line: number; readonly byteOffset: number };
}

/**
 * Looks at the characters of a decoded file: mixed line ends or CR alone, NUL, U+FFFD, text spoilt by a wrong encoding,
 * and text that is not in Unicode's composed form (NFC). Every place is reported; a clean ASCII file costs one scan.
 */
export function checkTextForm(text: string, file: string, options: TextFormOptions = {}): Finding[] {
  const ends = countLineEnds();
  let line = 0;
  for (const [end] of text.matchAll(/\r\n?|\n/g)) ends.add(end as LineEnd, ++line);
  return [...[ends.finding(file) ?? []].flat(), ...characterFindings(text, file, options)];
}

/** What is wrong with the characters of a text, or of whole lines of it. */
export function characterFindings(
  text: string,
  file: string,
  { decoded = true, start = { line: 1, byteOffset: 0 } }: TextFormOptions = {},
): Finding[] {
  const places = linePlaces(text);
  const findings: Finding[] = [];
  const add = (rule: string, position: number, message: string, details: FindingDetails = {}): void => {
    const { line, column } = places.placeOf(position);
    const offset = places.byteOffset(line, column);
    const byte_offset = offset === null ? null : offset + start.byteOffset;
    findings.push(finding(rule, { file, line: line + start.line - 1, column, byte_offset }, message, details));
  };
  for (const match of text.matchAll(/\u0000+/g)) add('file/nul', match.index, 'a NUL character; delete it');
  if (!/[^\x00-\x7f]/.test(text)) return findings;
  for (const match of decoded ? text.matchAll(/\ufffd+/g) : []) {
    const message = 'a replacement character (U+FFFD): a letter was lost when the text was decoded';
    add('file/replacement-character', match.index, message, { severity: 'warning' });
  }
  for (const { position, word, probably } of findMojibake(text)) {
    const hint = probably === null ? '' : `; probably "${probably}"`;
    add('file/mojibake', position, `"${word}" looks like UTF-8 read as Windows-1252${hint}`, {
      severity: 'warning',
      value: word,
      suggestion: probably === null ? null : { value: probably, safe: false },
    });
  }
  if (text.normalize('NFC') === text) return findings;
  let from = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const at = firstNotComposed(line);
    if (at >= 0) add('file/not-nfc', from + at, 'the line is not in composed form (Unicode NFC)');
    from += line.length;
    from += text[from] === '\r' && text[from + 1] === '\n' ? 2 : 1;
  }
  return findings;
}

/** Where a line first differs from its composed form; −1 when it is in that form. */
function firstNotComposed(line: string): number {
  const composed = line.normalize('NFC');
  if (composed === line) return -1;
  let at = 0;
  while (line[at] === composed[at]) at++;
  // Two letters outside the first plane may differ in their second half only.
  return /[\udc00-\udfff]/.test(line[at] ?? '') ? at - 1 : at;
}
