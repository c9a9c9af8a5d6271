import type { Boilerplate } from '../../model/generated.js';
import { isCapitalised } from '../../text/letters.js';
import type { Line } from '../../text/lines.js';
import type { Mark, MarkedLine } from './structure.js';

/** Marks that a reader already knows from the document's markup: [start, end) in UTF-16 units. */
export interface KnownMark {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
  readonly rule: string;
}

/** The line rules of boilerplate.csv, ready to be asked. */
export interface LineRules {
  find(text: string): Boilerplate | null;
}

/** Compiles boilerplate.csv; exact and prefix rules are looked up, only the others are tried one by one. */
export function lineRules(rules: readonly Boilerplate[]): LineRules {
  const exact = new Map<string, Boilerplate>();
  const others: { rule: Boilerplate; matches: (text: string, lower: string) => boolean }[] = [];
  for (const rule of rules) {
    const pattern = rule.pattern.toLowerCase().replaceAll('’', "'");
    if (rule.match === 'exact') exact.set(pattern, rule);
    else if (rule.match === 'regex') {
      const expression = new RegExp(rule.pattern, 'iu');
      others.push({ rule, matches: (text) => expression.test(text) });
    } else if (rule.match === 'prefix') others.push({ rule, matches: (_, lower) => lower.startsWith(pattern) });
    else if (rule.match === 'suffix') others.push({ rule, matches: (_, lower) => lower.endsWith(pattern) });
    else others.push({ rule, matches: (_, lower) => lower.includes(pattern) });
  }
  return {
    find: (text) => {
      const lower = text.toLowerCase().replaceAll('’', "'");
      const found = exact.get(lower) ?? exact.get(lower.replace(/[:.…»>\s]+$/, ''));
      if (found) return found;
      // Long lines are prose: only rules of a line's own form may still hit them.
      return others.find((other) => other.matches(text, lower))?.rule ?? null;
    },
  };
}

const words = (text: string): number => text.split(/\s+/).length;
const endsAsSentence = (text: string): boolean => /[.!?…:]["”’»)\]]*$/.test(text);

/** True for running text: a line long enough, ending as a sentence does. */
const isProse = (text: string): boolean => words(text) >= 12 && endsAsSentence(text);

/** True for a line that looks like a heading or a headline. */
const isHeadlineLike = (text: string): boolean =>
  text.length <= 200 && words(text) <= 25 && !endsAsSentence(text) && !/^[A-Z\s.]{2,40}:/.test(text);

/** A short line in title case between paragraphs. */
function isSubheading(text: string): boolean {
  if (!isHeadlineLike(text) || words(text) > 16 || words(text) < 3 || isHeadingOfTurn(text) || /["“”]/.test(text))
    return false;
  const long = text.split(/\s+/).filter((word) => word.length > 3);
  return long.length >= 2 && long.filter((word) => isCapitalised(word)).length / long.length >= 0.7;
}

const isSeparator = (text: string): boolean => /^[-–—*•_=|]{1,3}$/.test(text);

/**
 * Marks every line of a document: kept (body, headline) or set aside (boilerplate, byline, caption, related) with the
 * rule's id. Nothing is cut: offsets keep referring to the whole text. `known` are marks of the markup, which win.
 * `title` is the document's own; a line equal to it is its headline.
 */
export function markLines(
  lines: readonly Line[],
  rules: LineRules,
  { known = [], title = null }: { readonly known?: readonly KnownMark[]; readonly title?: string | null } = {},
): MarkedLine[] {
  const marked: MarkedLine[] = [];
  let related: 'no' | 'headlines' | 'separated' = 'no';
  let relatedRule = '';
  let seenProse = false;
  let k = 0;
  lines.forEach((line, i) => {
    const set = (mark: Mark, rule: string): void => void marked.push({ ...line, mark, rule });
    while (k < known.length && known[k]!.end <= line.start) k++;
    const given = known[k];
    if (given && given.start <= line.start && line.start < given.end && given.mark !== 'body')
      return set(given.mark, given.rule);
    const next = lines[i + 1]?.text ?? '';
    if (related === 'separated') {
      // Teasers behind separators run on, prose or not, until a line of boilerplate ends them.
      const rule = rules.find(line.text);
      if (rule && rule.scope !== 'section_related') {
        related = 'no';
        return set('boilerplate', rule.rule_id);
      }
      return set('related', relatedRule);
    }
    const rule = rules.find(line.text);
    if (related === 'headlines') {
      if (!isProse(line.text) || seenTeaserBefore(marked)) {
        if (!isProse(line.text))
          return set(rule && rule.scope !== 'section_related' ? markOf(rule) : 'related', relatedRule);
      }
      related = 'no';
    }
    if (rule?.scope === 'section_related' && words(line.text) <= 6) {
      related = isSeparator(next) ? 'separated' : 'headlines';
      relatedRule = rule.rule_id;
      return set('boilerplate', rule.rule_id);
    }
    if (isSeparator(line.text)) {
      // A bare separator right after a one-word line opens a list of teasers even where the word is no known section.
      const before = marked.at(-1);
      if (seenProse && before && words(before.text) <= 2 && before.mark !== 'related') {
        related = 'separated';
        relatedRule = 'separator-list';
      }
      return set('boilerplate', 'separator');
    }
    if (rule && rule.scope !== 'section_related') return set(markOf(rule), rule.rule_id);
    if (title && sameTitle(line.text, title)) return set('headline', 'title');
    if (!seenProse && isHeadlineLike(line.text) && words(line.text) >= 4 && !isHeadingOfTurn(line.text))
      return set('headline', 'leading-line');
    if (isRepeatOfHeadline(line.text, marked)) return set('headline', 'repeated-headline');
    if (seenProse && isSubheading(line.text)) return set('headline', 'subheading');
    if (isProse(line.text) || isHeadingOfTurn(line.text)) seenProse = true;
    return set('body', '');
  });
  return marked;
}

function markOf(rule: Boilerplate): Mark {
  if (rule.scope === 'caption') return 'caption';
  if (rule.scope === 'byline') return 'byline';
  return rule.scope === 'line_related' ? 'related' : 'boilerplate';
}

const seenTeaserBefore = (marked: readonly MarkedLine[]): boolean => marked.at(-1)?.mark === 'related';

const sameTitle = (text: string, title: string): boolean =>
  text.replace(/\s+/g, ' ').toLowerCase() === title.replace(/\s+/g, ' ').trim().toLowerCase();

const isHeadingOfTurn = (text: string): boolean =>
  /^[^a-z:]{2,60}(?:\([^)]{1,40}\))?\s*:/u.test(text) || /^[QA][:.]\s/.test(text);

function isRepeatOfHeadline(text: string, marked: readonly MarkedLine[]): boolean {
  return isCapitalised(text) && marked.some((line) => line.mark === 'headline' && sameTitle(text, line.text));
}
