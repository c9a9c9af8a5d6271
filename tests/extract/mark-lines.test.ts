import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lineRules, markLines, type KnownMark } from '../../src/extract/document/mark-lines.js';
import type { Boilerplate } from '../../src/model/generated.js';
import { linesOf } from '../../src/text/lines.js';

const test = suite('marked lines');

const rule = (
  rule_id: string,
  match: Boilerplate['match'],
  pattern: string,
  scope: Boilerplate['scope'],
): Boilerplate => ({ rule_id, match, pattern, scope, language: 'en', example: null }) as Boilerplate;

const rules = lineRules([
  rule('share', 'exact', 'Share this article', 'line' as Boilerplate['scope']),
  rule('rights', 'contains', 'all rights reserved', 'line' as Boilerplate['scope']),
  rule('photo', 'prefix', 'Photo:', 'caption'),
  rule('by', 'regex', '^By \\p{Lu}\\w+$', 'byline'),
  rule('also', 'prefix', 'Also read:', 'line_related'),
  rule('more', 'exact', 'Related', 'section_related'),
]);
const prose = 'The minister said that the bridge over the river would be open again in June.';

function marks(lines: readonly string[], options: { known?: readonly KnownMark[]; title?: string } = {}): string[] {
  return markLines(linesOf(lines.join('\n')), rules, options).map((line) => `${line.mark} ${line.rule}`.trim());
}

test('every line is kept or set aside with the rule that did it', () => {
  assert.equal(
    marks([
      'Talks begin in the capital',
      'By Falk',
      prose,
      'Photo: a bridge',
      'Also read: More talks',
      'Share this article:',
    ]),
    ['headline leading-line', 'byline by', 'body', 'caption photo', 'related also', 'boilerplate share'],
  );
});

test('headlines behind a word for related articles are teasers until prose returns', () => {
  assert.equal(marks([prose, 'Related', 'Valmora rejects the plan', 'Kestria answers', prose]), [
    'body',
    'boilerplate more',
    'related more',
    'related more',
    'body',
  ]);
});

test('teasers behind separators run on until a line of boilerplate', () => {
  assert.equal(marks([prose, 'Related', '—', prose, '—', prose, '© 2031 All rights reserved', prose]), [
    'body',
    'boilerplate more',
    'boilerplate separator',
    'related more',
    'boilerplate separator',
    'related more',
    'boilerplate rights',
    'body',
  ]);
});

test('the title and its repetition are headlines', () => {
  assert.equal(marks(['Talks', prose, 'Talks'], { title: 'talks' }), ['headline title', 'body', 'headline title']);
});

test('marks of the markup win', () => {
  const known: KnownMark[] = [{ start: 0, end: prose.length, mark: 'caption', rule: 'html-caption' }];
  assert.equal(marks([prose, prose], { known }), ['caption html-caption', 'body']);
});

test('a heading of a turn is no headline', () => {
  assert.equal(marks(['MINISTER FALK: We are here today', prose]), ['body', 'body']);
});

test.run();
