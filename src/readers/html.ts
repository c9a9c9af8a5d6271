import { Parser } from 'htmlparser2';
import { normalizeText } from '../text/decode.js';
import type { MarkupSpan, ReadDocument, Reader } from './reader.js';

const SKIP = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'select',
  'textarea',
  'head',
]);
const BLOCK = new Set(
  'address article aside blockquote body button caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label li main nav ol option p pre section summary table tbody td tfoot th thead tr ul time'.split(
    ' ',
  ),
);
const VOID = new Set([
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'source',
  'wbr',
  'area',
  'base',
  'col',
  'embed',
  'track',
]);

/** Names in class, id and role attributes that tell what a block is. */
const BY_NAME: readonly [RegExp, MarkupSpan['mark']][] = [
  [
    /(?:^|[\s_-])(?:cookie|consent|gdpr|newsletter|subscribe|subscription|share|sharing|social|breadcrumbs?|skip|comments?|respond|advert\w*|ads?|banner|promo|toolbar|menu|nav\w*|sidebar|widget|popup|modal|masthead|site-header|site-footer|copyright|pagination|pager|tags?)(?:$|[\s_-])/i,
    'boilerplate',
  ],
  [
    /(?:^|[\s_-])(?:related|recommended|recommendations|more-from|most-read|most-popular|trending|explore|read-more|also-read|teasers?)(?:$|[\s_-])/i,
    'related',
  ],
  [/(?:^|[\s_-])(?:caption|credit|photo-credit|wp-caption-text)(?:$|[\s_-])/i, 'caption'],
  [
    /(?:^|[\s_-])(?:byline|author|dateline-author|timestamp|published|post-meta|entry-meta|article-meta)(?:$|[\s_-])/i,
    'byline',
  ],
];

function markOf(name: string, attributes: Readonly<Record<string, string>>): MarkupSpan['mark'] | null {
  if (name === 'nav' || name === 'footer' || name === 'form' || name === 'button') return 'boilerplate';
  if (name === 'aside') return 'related';
  if (name === 'figcaption') return 'caption';
  if (name === 'h1' || name === 'h2' || name === 'h3' || name === 'h4') return 'headline';
  if (/^(?:navigation|banner|contentinfo|search|complementary)$/.test(attributes['role'] ?? '')) return 'boilerplate';
  const label = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
  // The page's own containers are named after everything ("post-meta-wrapper main"): only inner blocks are judged by name.
  if (name === 'body' || name === 'html' || name === 'main' || name === 'article') return null;
  return BY_NAME.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}

/** Stronger marks win over those of the blocks around them: a headline in the footer is no headline. */
const RANK: Readonly<Record<MarkupSpan['mark'], number>> = {
  boilerplate: 4,
  related: 3,
  caption: 2,
  byline: 2,
  headline: 1,
};

/** An element that is open. */
interface Element {
  /** False where nothing in it is text that is read. */
  readonly shown: boolean;
  readonly mark: MarkupSpan['mark'] | null;
  /** The innermost heading that it stands in. */
  readonly heading: string | null;
}

interface State {
  /** The text in pieces: one that grows would be copied whenever its end is looked at. */
  readonly pieces: string[];
  length: number;
  readonly marks: MarkupSpan[];
  readonly stack: Element[];
  skip: number;
  title: string;
  inTitle: boolean;
  date: string | null;
  language: string | null;
}

/** HTML as text, a line for every block; script, style and the head are left out, page furniture is marked. */
export const html: Reader = {
  name: 'html',
  version: '1',
  extensions: ['.html', '.htm', '.xhtml'],
  declaredEncoding: (bytes) => {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
    return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
  },
  read: readHtml,
};

function readHtml(source: string): ReadDocument {
  const state: State = {
    pieces: [],
    length: 0,
    marks: [],
    stack: [],
    skip: 0,
    title: '',
    inTitle: false,
    date: null,
    language: null,
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(state, name, attributes),
      onclosetag: (name) => close(state, name),
      ontext: (data) => addText(state, data),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(source);
  parser.end();
  const text = `${normalizeText(state.pieces.join('')).trimEnd()}\n`;
  const metadata: { title?: string; date?: string; language?: string } = {};
  const heading = state.marks.find((mark) => mark.rule === 'html-h1');
  const title = heading ? text.slice(heading.start, heading.end).trim() : state.title.replace(/\s+/g, ' ').trim();
  if (title) metadata.title = title;
  if (state.date) metadata.date = state.date;
  if (state.language) metadata.language = state.language;
  // Blanks at the end were cut off.
  const marks = state.marks.map((mark) => ({ ...mark, end: Math.min(mark.end, text.length) }));
  return { text, marks: marks.filter((mark) => mark.end > mark.start), metadata };
}

function open(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'title') state.inTitle = true;
  if (name === 'html' && attributes['lang']) state.language = attributes['lang'];
  if (
    name === 'meta' &&
    /^(?:article:published_time|date|dc\.date|pubdate)$/i.test(attributes['property'] ?? attributes['name'] ?? '')
  ) {
    state.date = /^\d{4}-\d{2}-\d{2}/.exec(attributes['content'] ?? '')?.[0] ?? state.date;
  }
  if (name === 'br') lineBreak(state);
  if (VOID.has(name)) return;
  if (SKIP.has(name) || 'hidden' in attributes || attributes['aria-hidden'] === 'true') state.skip++;
  if (BLOCK.has(name)) lineBreak(state);
  const own = markOf(name, attributes);
  const outer = state.stack.at(-1);
  const around = outer?.mark ?? null;
  const mark = own && around ? (RANK[own] >= RANK[around] ? own : around) : (own ?? around);
  const heading = /^h[1-6]$/.test(name) ? name : (outer?.heading ?? null);
  state.stack.push({ shown: state.skip === 0, mark, heading });
}

function close(state: State, name: string): void {
  if (name === 'title') state.inTitle = false;
  if (VOID.has(name)) return;
  const top = state.stack.pop();
  // The parser closes what was left open, so that the stack and its calls stay in step.
  const shown = state.stack.at(-1)?.shown ?? true;
  if (top?.shown === false && shown) state.skip = 0;
  if (BLOCK.has(name)) lineBreak(state);
}

function addText(state: State, data: string): void {
  if (state.inTitle) state.title += data;
  if (state.skip > 0) return;
  let piece = data.replace(/[\t\n\r\f ]+/g, ' ').normalize('NFC');
  const last = lastOf(state);
  if (last === '' || last === '\n' || last === ' ') piece = piece.replace(/^ /, '');
  if (!piece) return;
  const start = state.length;
  add(state, piece);
  const top = state.stack.at(-1);
  if (!top?.mark) return;
  const rule = `html-${top.mark === 'headline' ? (top.heading ?? 'heading') : top.mark}`;
  const before = state.marks.at(-1);
  if (before && before.end === start && before.rule === rule)
    state.marks[state.marks.length - 1] = { ...before, end: state.length };
  else state.marks.push({ start, end: state.length, mark: top.mark, rule });
}

function lineBreak(state: State): void {
  while (lastOf(state) === ' ') {
    const piece = state.pieces.pop()!;
    state.length--;
    if (piece.length > 1) state.pieces.push(piece.slice(0, -1));
  }
  const last = lastOf(state);
  if (last !== '' && last !== '\n') add(state, '\n');
}

function add(state: State, piece: string): void {
  state.pieces.push(piece);
  state.length += piece.length;
}

/** The last character so far; '' when there is none. */
const lastOf = ({ pieces }: State): string => pieces.at(-1)?.at(-1) ?? '';
