import fc from 'fast-check';
import * as assert from 'uvu/assert';
import { convertDocument } from '../../src/flows/convert-document.js';
import { readers } from '../../src/readers/index.js';
import type { Reader } from '../../src/readers/reader.js';
import { encode } from './csv-properties.js';
import { shippedExtractor } from './extractor.js';

const words = [
  '“We will',
  ' keep it,”',
  ' Linde said.',
  '\nShe',
  ' deplored',
  ' the fees.',
  '\n\n',
  '"',
  '\u201d',
  "'",
  ' — ',
  'é',
  'e',
  '\u0301',
  '\u0323',
  '😀',
  '\ufeff',
  '\0',
  '\r',
  '\r\n',
  '\t',
  '\u2028',
  '\u00a0',
];
const markup: Readonly<Record<string, readonly string[]>> = {
  txt: ['Q: ', 'MR. LINDE: ', '-----', '...', '(Laughter.)'],
  html: [
    '<p>',
    '</p>',
    '<div hidden>',
    '</div>',
    '<h1>',
    '</h1>',
    '<h2 class="share">',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<',
    '>',
    '&',
    '&amp;',
    '&#0;',
    '&#x110000;',
    '&nbsp',
    '&#x301;',
    '<br>',
    '</br>',
    '<svg>',
    '</svg>',
    '<title>',
    '</title>',
    '<textarea>',
    '<b',
    ' a="',
    '<meta charset="utf-16">',
    '<meta charset=x>',
    '<td>',
    '</html>',
    '<time>',
    '<a href=',
    '<plaintext>',
    '<select><option>',
    '<template>',
  ],
  md: [
    '# ',
    '## #',
    '---\n',
    'title: ',
    'date: 2030-01-01\n',
    '**',
    '__',
    '*',
    '_',
    '[',
    '](',
    ')',
    '![',
    '`',
    '> ',
    '- ',
    '\\',
    '\\*',
    '#',
    '```\n',
    '|',
  ],
};

const foreign = fc
  .constantFrom([0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xff, 0xfe], [0xfe, 0xff], [0x80], [0])
  .map((bytes) => Uint8Array.from(bytes));

/** A document of any format: words, its markup, and now and then bytes that are no text; cut, or in UTF-16. */
const documents = fc
  .constantFrom(...readers)
  .chain((reader) =>
    fc
      .tuple(
        fc.array(
          fc.oneof(
            { weight: 12, arbitrary: fc.constantFrom(...words, ...markup[reader.name]!).map(encode) },
            { weight: 1, arbitrary: foreign },
          ),
          { maxLength: 30 },
        ),
        fc.constantFrom('utf-8', 'utf-8', 'utf-8', 'utf-16', 'utf-16 without a mark'),
      )
      .map(([parts, encoding]) => ({ reader, bytes: encoded(Buffer.concat(parts), encoding) })),
  );

function encoded(bytes: Buffer, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new Uint8Array(bytes);
  const wide = Buffer.from(bytes.toString('utf8'), 'utf16le');
  return new Uint8Array(encoding === 'utf-16' ? Buffer.concat([Uint8Array.of(0xff, 0xfe), wide]) : wide);
}

/** A document is converted, or there is a finding; its marks lie in its text, and its rows too. */
export const anyDocument = fc.property(documents, ({ reader, bytes }) => converts(reader, bytes));

/** The same for the text of a line of documents.jsonl, lone surrogates included. */
export const anyText = fc.property(
  fc.array(
    fc.oneof(
      fc.constantFrom(...words, ...markup['txt']!, '\ud800', '\udc00'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 20 },
  ),
  (parts) => converts(null, parts.join('')),
);

function converts(reader: Reader | null, content: Uint8Array | string): void {
  const source = { document_id: 'd', file: 'd', content, metadata: { language: 'en' }, ...(reader ? { reader } : {}) };
  const { document, text, statements, findings, unreadable } = convertDocument(source, shippedExtractor());
  assert.is(document === null, unreadable);
  if (unreadable) assert.ok(findings.length > 0, 'unreadable without a finding');
  const length = Array.from(text).length;
  for (const { start, end } of statements)
    assert.ok(0 <= start && start < end && end <= length, 'a row lies outside of its text');
  if (!reader || typeof content === 'string') return;
  const read = reader.read(new TextDecoder().decode(content));
  for (const { start, end, mark } of read.marks) {
    assert.ok(
      0 <= start && start < end && end <= read.text.length,
      `${mark} from ${start} to ${end} lies outside of the text`,
    );
  }
}

/** Documents that are made to be slow, of about n characters. */
export const slowDocuments: readonly (readonly [format: string, what: string, make: (n: number) => string])[] = [
  ['html', 'tags', (n) => '<p>x<b>y</b> z</p>'.repeat(n / 18)],
  ['html', 'open elements', (n) => '<i>'.repeat(Math.min(n / 3, 10_000))],
  ['html', 'signs that open', (n) => '<'.repeat(n)],
  ['html', 'headings', (n) => `<h1>${'<b>x</b>'.repeat(n / 8)}`],
  ['html', 'class names', (n) => `<p class="${'share-'.repeat(n / 6)}">x`],
  ['html', 'one line', (n) => 'word '.repeat(n / 5)],
  ['html', 'a comment', (n) => `<!--${'-'.repeat(n)}`],
  ...['[', '![', '](', '[a](', '**a ', '__a ', '*a ', '`', '# ', '#', ' ', '\n', '**', '\\', '> ', '- '].map(
    (sign) => ['md', `"${sign}"`, (n: number) => `# a${sign.repeat(n / sign.length)}x`] as const,
  ),
  ['md', 'front matter', (n) => `---\ntitle: ${' '.repeat(n)}x\n---\n`],
  ['txt', 'one line', (n) => 'word '.repeat(n / 5)],
  ['txt', 'CR', (n) => '\r'.repeat(n)],
];
