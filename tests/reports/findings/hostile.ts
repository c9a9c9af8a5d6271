import fc from 'fast-check';
import { finding } from '../../../src/model/findings.js';
import type { Finding } from '../../../src/model/generated.js';
import type { PrintedFindings } from '../../../src/reports/findings/format.js';
import { reportFindings } from '../../../src/reports/findings/tally.js';

/** Pieces of text that mean something to one of the formats, or to nobody. */
const pieces = [
  ...['\n', '\r', '\r\n', '\t', '\u0000', '\u001b[31m', '\u0085', '\u2028', '\u202e', '\ufffe', '\uffff', '\ufeff'],
  ...['::', '::error::', '::stop-commands::x', '##[error]', '%', '%0A', '%25', ',', ';', ':', '=', ' ', '\\'],
  ...['<', '>', '&', '&amp;', ']]>', '<![CDATA[', '<!--', '-->', '"', "'", '<script>', '</failure>'],
  ...['|', '\\|', '`', '``', '*', '_', '~~', '#1', 'GH-1', '@someone', '[x](http://a.example)', '![', '{', '}', '{0}'],
  ...[
    'https://a.example/b',
    'www.a.example',
    'a@b.example',
    '$$',
    '😀',
    '👩‍🚀',
    '\ud83d',
    '\ude00',
    'é',
    'وصف',
    'ordinary words',
  ],
];

/** Texts that try to break out of whatever they are printed into; never empty. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(''))
  .filter((text) => text !== '');

const place = fc.record({
  file: fc.option(hostileText),
  line: fc.option(fc.integer({ min: 1, max: 2_000_000 })),
  column: fc.option(fc.integer({ min: 1, max: 5000 })),
});

/** A finding all of whose texts are hostile; its rule is one of ours, as rules are never written by others. */
export const hostileFinding: fc.Arbitrary<Finding> = fc
  .record({
    rule: fc.constantFrom('table/value', 'csv/blank-row', 'codebook/unknown-category', 'label/tie'),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    place,
    message: hostileText,
    record_id: fc.option(hostileText),
    field: fc.option(fc.constantFrom('stance', 'x_note')),
    value: fc.option(hostileText),
    allowed: fc.array(hostileText, { maxLength: 3 }),
    suggestion: fc.option(fc.record({ value: hostileText, safe: fc.boolean() })),
    related: fc.array(fc.record({ ...{ file: hostileText }, line: fc.option(fc.nat()), column: fc.option(fc.nat()) }), {
      maxLength: 3,
    }),
  })
  .map(({ rule, place: at, message, ...details }) => finding(rule, at, message, details));

/** What is printed for findings, with a file that has none. */
export function printedOf(findings: Iterable<Finding>, options: { most?: number } = {}): PrintedFindings {
  return {
    files: [{ path: 'a.csv', kind: 'actors', rows: 2301, sha256: 'x' }],
    report: reportFindings(findings, options),
    version: '0.1.0',
  };
}
