import { sha256 } from '../model/hash.js';
import type { Span } from '../model/spans.js';
import { surroundings } from '../text/surroundings.js';
import type { Check } from './check.js';
import type { CodePoints } from './code-points.js';
import { cellText, shortened } from './say.js';
import { mentionText } from './spans.js';

/** Text, mentions and digests equal the slices of the document's text; a hint says where a strayed text stands. */
export const slices: Check = {
  name: 'slices',
  rules: ['span/outside', 'span/text', 'span/mention', 'span/hash'],
  tables: ['statement', 'standoff-statement', 'turn', 'standoff-turn'],
  start: (context) => ({
    row: (view, say) => {
      if (!context.hasTexts) return;
      const row = view.values;
      const documentId = cellText(row['document_id']);
      const document = context.text(documentId);
      if (!document) return;
      const checkHash = (hash: string, text: string, at: number, until: number): void => {
        const noted = row[hash];
        if (typeof noted !== 'string' || sha256(text) === noted) return;
        const message = `${hash} is not that of document "${documentId}" at ${at}-${until}; its text has changed or the offsets are wrong`;
        say('span/hash', view, hash, message, { value: noted });
      };
      const [start, end] = [row['start'], row['end']];
      const outside = typeof end === 'number' && end > document.length;
      if (outside) {
        const message = `end ${end} lies behind the end of document "${documentId}" (${document.length} code points)`;
        say('span/outside', view, 'end', message, { value: String(end) });
      }
      const segments = row['segments'] as readonly Span[] | undefined;
      // Segments that are empty, reversed or out of order were reported as such: what they cut out says nothing.
      const sound =
        segments?.length && segments.every((one, i) => one.start < one.end && one.start >= (segments[i - 1]?.end ?? 0));
      const sliced = segments?.map((segment) => document.slice(segment.start, segment.end)).join(' ');
      if (sound && typeof row['text'] === 'string' && sliced !== row['text']) {
        const message = difference(row['text'], sliced!, segments, document, documentId);
        say('span/text', view, 'text', message, { value: shortened(row['text'], 200) });
      }
      for (const mention of ['cue', 'speaker', 'target'] as const) {
        const field = mentionText(mention);
        const [from, to, words] = [row[`${mention}_start`], row[`${mention}_end`], row[field]];
        if (typeof from !== 'number' || typeof to !== 'number' || from >= to) continue;
        if (to > document.length) {
          const message = `${mention}_end ${to} lies behind the end of document "${documentId}" (${document.length} code points)`;
          say('span/outside', view, `${mention}_end`, message, { value: String(to) });
        } else if (typeof words === 'string' && document.slice(from, to) !== words) {
          const message = difference(words, document.slice(from, to), [{ start: from, end: to }], document, documentId);
          say('span/mention', view, field, message, { value: shortened(words, 200) });
        } else checkHash(`${mention}_sha256`, document.slice(from, to), from, to);
      }
      if (outside || typeof start !== 'number' || typeof end !== 'number') return;
      if (sound) {
        checkHash('span_sha256', sliced!, start, end);
        checkHash('context_sha256', surroundings(document.slice, { start, end }), start, end);
      } else if (!segments) checkHash('span_sha256', document.slice(start, end), start, end);
    },
  }),
};

function difference(
  words: string,
  sliced: string,
  segments: readonly Span[],
  document: CodePoints,
  documentId: string,
): string {
  const places = segments.map(({ start, end }) => `${start}-${end}`).join(';');
  const at = firstDifference(words, sliced);
  return `"${excerpt(words, at)}" differs from document "${documentId}" at ${places}, which has "${excerpt(sliced, at)}"${whereItStands(words, segments[0]!.start, document)}`;
}

function firstDifference(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  let at = 0;
  while (at < x.length && x[at] === y[at]) at++;
  return at;
}

/** Some characters around the first difference. */
function excerpt(text: string, at: number): string {
  const characters = Array.from(text);
  const from = Math.max(0, at - 15);
  const to = from + 45;
  return `${from > 0 ? '…' : ''}${characters.slice(from, to).join('')}${to < characters.length ? '…' : ''}`;
}

/** Where the words stand nearest to where they should; '' when they stand nowhere in one piece. */
function whereItStands(words: string, wanted: number, document: CodePoints): string {
  let best = -1;
  for (let at = document.text.indexOf(words); at >= 0; at = document.text.indexOf(words, at + 1)) {
    const position = document.indexOf(at);
    if (best >= 0 && Math.abs(position - wanted) >= Math.abs(best - wanted)) break;
    best = position;
  }
  return best < 0 ? '' : `; it stands at ${best}-${best + Array.from(words).length}`;
}
