import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { html } from '../../src/readers/html.js';

const test = suite('html reader');

/** The marked stretches of a page as `mark rule: text`. */
function marksOf(source: string): string[] {
  const { text, marks } = html.read(source);
  return marks.map((mark) => `${mark.mark} ${mark.rule}: ${text.slice(mark.start, mark.end).trim()}`);
}

test('every block is a line; blanks and line ends inside it are one blank', () => {
  assert.is(html.read('<p>One\n  two <b>three</b></p><p>four<br>five</p>').text, 'One two three\nfour\nfive\n');
});

test('script, style, head and hidden blocks are left out', () => {
  const page =
    '<html><head><title>T</title><style>p{}</style></head><body><script>x()</script><p hidden>no</p><p>yes</p></body></html>';
  assert.is(html.read(page).text, 'yes\n');
});

test('entities are decoded, letters composed', () => {
  assert.is(html.read('<p>Tom&nbsp;&amp; Halvo&#776;y &eacute;</p>').text, 'Tom\u00a0& Halvöy é\n');
});

test('headings, captions, related links and page furniture are marked', () => {
  assert.equal(
    marksOf(
      '<nav>Home</nav><h1>Talks begin</h1><p>Body.</p><figcaption>A bridge.</figcaption><aside>Read this</aside><p class="byline">By X</p><footer>End</footer>',
    ),
    [
      'boilerplate html-boilerplate: Home',
      'headline html-h1: Talks begin',
      'caption html-caption: A bridge.',
      'related html-related: Read this',
      'byline html-byline: By X',
      'boilerplate html-boilerplate: End',
    ],
  );
});

test('names of classes mark inner blocks, never the page’s own containers', () => {
  assert.equal(marksOf('<main class="post-meta"><p>Body.</p><div class="cookie-banner">Accept</div></main>'), [
    'boilerplate html-boilerplate: Accept',
  ]);
});

test('a headline in the footer is no headline', () => {
  assert.equal(marksOf('<footer><h2>More</h2></footer>'), ['boilerplate html-boilerplate: More']);
});

test('title, date and language are taken from the page', () => {
  const { metadata } = html.read(
    '<html lang="en-GB"><head><title>Site | Talks</title><meta property="article:published_time" content="2031-06-04T10:00Z"></head><body><p>x</p></body></html>',
  );
  assert.equal(metadata, { title: 'Site | Talks', date: '2031-06-04', language: 'en-GB' });
  assert.is(html.read('<title>Site</title><h1>Talks begin</h1>').metadata.title, 'Talks begin');
});

test('the declared encoding is found', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  assert.is(html.declaredEncoding(bytes('<meta charset="windows-1252">')), 'windows-1252');
  assert.is(
    html.declaredEncoding(bytes('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">')),
    'iso-8859-2',
  );
  assert.is(html.declaredEncoding(bytes('<p>none</p>')), null);
});

test('broken markup is read as far as it goes', () => {
  assert.is(html.read('<p>One<div>two</p></span>three').text, 'One\ntwo\nthree\n');
});

test.run();
