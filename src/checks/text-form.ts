import { finding, type FindingDetails } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
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

/** `decoded` is false when U+FFFD was put in by decoding, so that it is not reported twice. */
export interface TextFormOptions {
  readonly decoded?: boolean;
}

/**
 * Looks at the characters of a decoded file: mixed line ends or CR alone, NUL, U+FFFD, text spoilt by a wrong encoding,
 * and text that is not in Unicode's composed form (NFC). Every place is reported; a clean ASCII file costs one scan.
 */
export function checkTextForm(text: string, file: string, { decoded = true }: TextFormOptions = {}): Finding[] {
  const places = linePlaces(text);
  const findings: Finding[] = [];
  const add = (rule: string, position: number, message: string, details: FindingDetails = {}): void => {
    findings.push(finding(rule, { file, ...places.placeOf(position) }, message, details));
  };
  findings.push(...lineEnds(text, file));
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
  return text.normalize('NFC') === text ? findings : [...findings, ...notComposed(text, file)];
}

function notComposed(text: string, file: string): Finding[] {
  // A byte order mark belongs to no column.
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  return lines.flatMap((line, i) => {
    const composed = line.normalize('NFC');
    if (composed === line) return [];
    let at = 0;
    while (line[at] === composed[at]) at++;
    // Two letters outside the first plane may differ in their second half only.
    if (/[\udc00-\udfff]/.test(line[at] ?? '')) at--;
    const message = 'the line is not in composed form (Unicode NFC)';
    return [finding('file/not-nfc', { file, line: i + 1, column: at + 1 }, message)];
  });
}

function lineEnds(text: string, file: string): Finding[] {
  const counts = new Map<string, number>();
  for (const [end] of text.matchAll(/\r\n?|\n/g)) counts.set(end, (counts.get(end) ?? 0) + 1);
  if (counts.size === 1 && counts.has('\r')) {
    const message = 'lines end with CR alone, which many programs do not take for the end of a line; write LF';
    return [finding('file/line-ends', { file, line: 1, column: 1 }, message, { severity: 'warning' })];
  }
  if (counts.size < 2) return [];
  // Where two are equally frequent, LF is taken as meant.
  const most = ['\n', '\r\n', '\r'].reduce((a, b) => ((counts.get(b) ?? 0) > (counts.get(a) ?? 0) ? b : a));
  let line = 0;
  for (const [end] of text.matchAll(/\r\n?|\n/g)) {
    line++;
    if (end !== most) break;
  }
  const names = new Map([
    ['\n', 'LF'],
    ['\r\n', 'CRLF'],
    ['\r', 'CR'],
  ]);
  const said = [...counts].map(([end, n]) => `${n} ${names.get(end)}`).join(', ');
  const message = `line ends are mixed (${said}); the first that differs is here; write LF everywhere`;
  return [finding('file/line-ends', { file, line, column: 1 }, message, { severity: 'warning' })];
}
