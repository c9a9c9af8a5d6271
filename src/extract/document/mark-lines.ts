import type { Boilerplate } from '../../model/generated.js';
import { isCapitalised } from '../../text/letters.js';
import type { Line } from '../../text/lines.js';
import { patternNeeds, type PatternNeeds } from './pattern-needs.js';
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
  const others: LineRule[] = [];
  for (const rule of rules) {
    const pattern = rule.pattern.toLowerCase().replaceAll('’', "'");
    if (rule.match === 'exact') exact.set(pattern, rule);
    else if (rule.match === 'regex') {
      const expression = new RegExp(rule.pattern, 'iu');
      const needs = patternNeeds(rule.pattern);
      others.push({ rule, needs, matches: (text) => expression.test(text) });
    } else if (rule.match === 'prefix') others.push({ rule, matches: (_, lower) => lower.startsWith(pattern) });
    else if (rule.match === 'suffix') others.push({ rule, matches: (_, lower) => lower.endsWith(pattern) });
    else others.push({ rule, matches: (_, lower) => lower.includes(pattern) });
  }
  const mostSolid = Math.max(0, ...others.map(({ needs }) => needs?.most ?? 0).filter(Number.isFinite));
  const longest = Math.max(0, ...[...exact.keys()].map((pattern) => pattern.length));
  // Nearly every line matches nothing: few rules may begin as it does.
  const byFirst = Array.from({ length: 128 }, (_, code) => {
    const first = String.fromCharCode(code).toLowerCase();
    return others.filter(({ needs }) => !needs?.first || needs.first.has(first));
  });
  return {
    find: (text) => {
      const lower = text.toLowerCase().replaceAll('’', "'");
      const found =
        lower.length <= longest + 8 ? (exact.get(lower) ?? exact.get(lower.replace(/[:.…»>\s]+$/, ''))) : null;
      if (found) return found;
      // A long s is an s to an expression, but not to toLowerCase.
      const odd = text.includes('\u017f');
      const size = solidLength(text, mostSolid);
      const tried = odd ? others : (byFirst[text.charCodeAt(0)] ?? others);
      for (const { rule, needs, matches } of tried)
        if ((odd || !needs || (size <= needs.most && mayHave(lower, needs))) && matches(text, lower)) return rule;
      return null;
    },
  };
}

/** A rule that is tried on a line, with what an expression needs to be found there. */
interface LineRule {
  readonly rule: Boilerplate;
  readonly needs?: PatternNeeds;
  readonly matches: (text: string, lower: string) => boolean;
}

/** `lower` is the line in lower case. */
function mayHave(lower: string, { first, holds }: PatternNeeds): boolean {
  // Where the beginning has been looked at, the expression itself is as quick.
  if (first) return true;
  for (const list of holds) if (!list.some((part) => lower.includes(part))) return false;
  return true;
}

/** Units of a text without its blanks; counting ends behind `most`. */
function solidLength(text: string, most: number): number {
  let count = 0;
  for (let i = 0; i < text.length && count <= most; i++) if (!isBlank(text.charCodeAt(i))) count++;
  return count;
}

/** Most words that any rule asks about: a long line need not be counted to its end. */
const MANY_WORDS = 26;

const words = (text: string): number => {
  let count = 1;
  let blank = false;
  for (let i = 0; i < text.length && count < MANY_WORDS; i++) {
    const now = isBlank(text.charCodeAt(i));
    if (now && !blank) count++;
    blank = now;
  }
  return count;
};

/** What \s is in an expression. */
const isBlank = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
/** Looked for from the end: a search from the front would try every full stop of a long line. */
function endsAsSentence(text: string): boolean {
  let end = text.length - 1;
  while (end >= 0 && '"”’»)]'.includes(text[end]!)) end--;
  return end >= 0 && '.!?…:'.includes(text[end]!);
}

/** True for running text: a line long enough, ending as a sentence does. */
const isProse = (text: string): boolean => endsAsSentence(text) && words(text) >= 12;

/** True for a line that looks like a heading or a headline. */
const isHeadlineLike = (text: string): boolean =>
  text.length <= 200 && !endsAsSentence(text) && words(text) <= 25 && !/^[A-Z\s.]{2,40}:/.test(text);

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
  const headlines = new Set<string>();
  /** First letters of the headlines: most lines are told apart by them. */
  const openings = new Set<string | undefined>();
  const titleKey = title ? titleOf(title) : '';
  let k = 0;
  lines.forEach((line, i) => {
    const set = (mark: Mark, rule: string): void => {
      marked.push({ start: line.start, end: line.end, text: line.text, mark, rule });
      if (mark !== 'headline') return;
      headlines.add(titleOf(line.text));
      openings.add(line.text[0]?.toLowerCase());
    };
    while (k < known.length && known[k]!.end <= line.start) k++;
    const given = known[k];
    if (given && given.start <= line.start && line.start < given.end && given.mark !== 'body') {
      // A heading such as "Related articles" opens a list of teasers whatever its markup.
      const heading = given.mark === 'headline' ? rules.find(line.text) : null;
      if (heading?.scope !== 'section_related') {
        return set(given.mark, given.rule);
      }
    }
    const next = lines[i + 1]?.text ?? '';
    if (related === 'separated') {
      // Teasers behind separators run on, prose or not, until a line of boilerplate ends them.
      if (isSeparator(line.text)) return set('boilerplate', 'separator');
      const rule = rules.find(line.text);
      if (rule && rule.scope !== 'section_related') {
        related = 'no';
        return set('boilerplate', rule.rule_id);
      }
      return set('related', relatedRule);
    }
    const rule = rules.find(line.text);
    if (related === 'headlines') {
      // Running text ends the list; a headline that asks ("How …?") is no running text.
      if (!isProse(line.text) || line.text.endsWith('?'))
        return set(rule && rule.scope !== 'section_related' ? markOf(rule) : 'related', relatedRule);
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
    if (title && Math.abs(line.text.length - title.length) < 40 && titleOf(line.text) === titleKey)
      return set('headline', 'title');
    if (!seenProse && isHeadlineLike(line.text) && words(line.text) >= 4 && !isHeadingOfTurn(line.text))
      return set('headline', 'leading-line');
    if (openings.has(line.text[0]?.toLowerCase()) && isCapitalised(line.text) && headlines.has(titleOf(line.text)))
      return set('headline', 'repeated-headline');
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

/** Under one key titles are the same. */
const titleOf = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

const isHeadingOfTurn = (text: string): boolean =>
  /^[^a-z:]{2,60}(?:\([^)]{1,40}\))?\s*:/u.test(text) || /^[QA][:.]\s/.test(text);
