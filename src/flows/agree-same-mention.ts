import { intersectionOverUnion } from '../model/spans.js';
import { bestAssignment } from '../measures/spans/assignment.js';
import type { CodedMention } from './agree-statement-rows.js';

const folded = (words: string): string => words.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

const isEmpty = ({ id, text, span }: CodedMention): boolean => id === null && text === null && span === null;

/**
 * Whether two codings name the same one: where both give an id, the ids decide; else the same words, or words that
 * stand in the same place (intersection over union of at least a half). That both name nobody is agreement too.
 */
export function sameMention(a: CodedMention, b: CodedMention): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id;
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (a.text !== null && b.text !== null && folded(a.text) === folded(b.text)) return true;
  return a.span !== null && b.span !== null && intersectionOverUnion([a.span], [b.span]) >= 0.5;
}

/** Pairs the mentions of two codings one to one where they are the same; indices into the two lists. */
export function matchMentions(first: readonly CodedMention[], second: readonly CodedMention[]): [number, number][] {
  if (first.length === 0 || second.length === 0) return [];
  return bestAssignment(first.map((a) => second.map((b) => (sameMention(a, b) ? 1 : 0))));
}

/** How a mention is written in a set-valued label: its id, else its words, else "(nobody)". */
export function mentionLabel({ id, text, span }: CodedMention): string {
  const words =
    id ?? (text === null ? null : folded(text)) ?? (span === null ? '(nobody)' : `${span.start}-${span.end}`);
  return words.replaceAll('|', '/');
}
