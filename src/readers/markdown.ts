import { normalizeText } from '../text/decode.js';
import { withoutLinks, withoutStrong } from './markdown-spans.js';
import type { MarkupSpan, Reader } from './reader.js';

/**
 * Markdown as plain text: heading signs, emphasis, links and quotation signs are taken out, headings are marked. Front
 * matter between --- lines gives title and date.
 */
export const markdown: Reader = {
  name: 'md',
  version: '1',
  extensions: ['.md', '.markdown'],
  declaredEncoding: () => null,
  read: (source) => {
    const whole = normalizeText(source);
    const front = /^---\n([\s\S]*?)\n---\n/.exec(whole);
    const body = front ? whole.slice(front[0].length) : whole;
    const metadata: { title?: string; date?: string } = {};
    const title =
      front &&
      /^title:(.*)$/m
        .exec(front[1]!)?.[1]!
        .trim()
        .replace(/^["'](?=.)|(?<=.)["']$/g, '');
    const date = front && /^date:\s*["']?(\d{4}(?:-\d{2}(?:-\d{2})?)?)/m.exec(front[1]!)?.[1];
    if (title) metadata.title = title;
    if (date) metadata.date = date;
    let text = '';
    const marks: MarkupSpan[] = [];
    for (const line of body.split('\n')) {
      const heading = /^(#{1,6})\s+/.exec(line);
      const plain = inline(heading ? withoutEnd(line.slice(heading[0].length), '#') : line);
      const start = text.length;
      text += `${plain}\n`;
      if (heading && plain) {
        marks.push({ start, end: start + plain.length, mark: 'headline', rule: `md-heading-${heading[1]!.length}` });
        if (heading[1] === '#' && metadata.title === undefined) metadata.title = plain;
      }
    }
    // Lines that hold nothing at the end become one.
    const kept = withoutEnd(text, '\n');
    return { text: kept.length < text.length ? `${kept}\n` : kept, marks, metadata };
  },
};

/** A text without the signs of one kind at its end. */
function withoutEnd(text: string, sign: string): string {
  let end = text.length;
  while (text[end - 1] === sign) end--;
  return text.slice(0, end);
}

function inline(line: string): string {
  const unlisted = line.replace(/^\s{0,3}>\s?/, '').replace(/^(\s*)[*+-]\s+(?=\S)/, '$1');
  return withoutStrong(withoutLinks(withoutLinks(unlisted, '![', 0), '[', 1))
    .replace(/(?<![\p{L}\p{N}*_])[*_](?=\S)([^*_]+)(?<=\S)[*_](?![\p{L}\p{N}*_])/gu, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, '$1')
    .trimEnd();
}
