import type { Span } from '../../model/spans.js';
import { isAllCapitals, isCapitalised } from '../../text/letters.js';
import type { Paragraph, TextStructure } from '../document/structure.js';

/** One turn of a transcript in UTF-16 units: what is said lies in [start, end). */
export interface TurnSpan {
  readonly start: number;
  readonly end: number;
  /** The heading's words, without brackets, timestamps and colon. */
  readonly speaker: Span;
  readonly heading: string;
  readonly kind: 'person' | 'question' | 'answer' | 'moderator' | 'official' | 'interpreter' | 'other';
  /** True where the heading says that an interpreter's words are given. */
  readonly interpreted: boolean;
}

const CAPITALS =
  /^((?:\p{Lu}[\p{Lu}\p{M}'’.-]*|\p{Lu}\.|(?:of|for|the|and|de|van|von|bin|al)(?=\s)|#?\d{1,2}|[—–-])(?:[ \u00a0\u202f]+(?:\p{Lu}[\p{Lu}\p{M}\p{Ll}'’.-]*|(?:of|for|the|and|de|van|von|bin|al)(?=\s)|#?\d{1,2}|[—–-])){0,8},?)[ \u00a0]*(\((?:[^()]{1,60})\)|\[[^\]]{1,60}\])?[ \u00a0]*:(?=\s|$)/u;
const NAMED =
  /^((?:\p{Lu}[\p{L}\p{M}'’.-]*)(?:[ \u00a0](?:\p{Lu}[\p{L}\p{M}'’.-]*|of|for|the|de|van|von|bin|al)){0,6})[ \u00a0]*(\([^()]{1,40}\)|\[[^\]]{1,40}\])?[ \u00a0]*:(?=\s|$)/u;
const QUESTION_MARK = /^(?:(Q)(?:[:.]|(?=[ \u00a0]))|(QUESTION|Question):)(?=\s)/u;
const ASKS = /^(?:Q[:.]|QUESTION:|Question:)\s/;
const ANSWER_MARK = /^(?:(A)[:.]|(ANSWER|Answer):)(?=\s)/u;

/**
 * Finds the turns of a transcript: headings in capitals ("FOREIGN MINISTER ROTH:"), names with a timestamp ("Ned Price
 * (00:41):"), Q and A, and names with a colon that recur. A paragraph without a heading goes on with the turn before.
 * Fewer than two headings make no transcript, unless the metadata says that it is one (`expected`).
 */
export function turnsOf(
  structure: TextStructure,
  { expected = false }: { readonly expected?: boolean } = {},
): TurnSpan[] {
  const { text, paragraphs } = structure;
  const usable = paragraphs.filter((p) => p.mark === 'body' || p.mark === 'headline');
  const named = countNamed(text, usable);
  // "A:" and "Answer:" answer only where somebody asks by "Q:" or "Question:".
  const answers = expected || usable.some(({ start, end }) => ASKS.test(text.slice(start, Math.min(end, start + 12))));
  const turns: TurnSpan[] = [];
  let headings = 0;
  for (const paragraph of usable) {
    const heading = headingOf(text, paragraph, named, { expected, answers });
    if (heading) {
      headings++;
      turns.push(heading);
    } else if (turns.length && paragraph.mark === 'body') {
      const current = turns.at(-1)!;
      turns[turns.length - 1] = { ...current, end: paragraph.end };
    }
  }
  return headings >= (expected ? 1 : 2) ? turns : [];
}

/** Names with a colon at the beginning of a paragraph, and how often each stands there. */
function countNamed(text: string, paragraphs: readonly Paragraph[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { start, end } of paragraphs) {
    const name = NAMED.exec(text.slice(start, Math.min(end, start + 120)))?.[1];
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function headingOf(
  text: string,
  paragraph: Paragraph,
  named: ReadonlyMap<string, number>,
  { expected, answers }: { readonly expected: boolean; readonly answers: boolean },
): TurnSpan | null {
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 140));
  const question = QUESTION_MARK.exec(head) ?? (answers ? ANSWER_MARK.exec(head) : null);
  if (question) return turn(text, paragraph, (question[1] ?? question[2])!, null, question[0].length);
  const capitals = CAPITALS.exec(head);
  if (capitals && isAllCapitals(capitals[1]!.replace(/\b(?:Mc|Mac|of|for|the|and|de|van|von|bin|al)\b/g, ''))) {
    return turn(text, paragraph, capitals[1]!, capitals[2] ?? null, capitals[0].length);
  }
  const name = NAMED.exec(head);
  if (!name) return null;
  const timed = /^[([]\d{1,2}:\d{2}/.test(name[2] ?? '');
  const words = name[1]!.split(/[ \u00a0]/);
  const recurs = (named.get(name[1]!) ?? 0) >= 2 && words.length <= 5;
  if (!timed && !recurs && !(expected && words.length >= 2 && words.every((w) => isCapitalised(w)))) return null;
  return turn(text, paragraph, name[1]!, name[2] ?? null, name[0].length);
}

function turn(text: string, paragraph: Paragraph, heading: string, bracket: string | null, length: number): TurnSpan {
  let start = paragraph.start + length;
  while (start < paragraph.end && /[\s:]/.test(text[start]!)) start++;
  const words = heading.replace(/,$/, '');
  return {
    start,
    end: Math.max(start, paragraph.end),
    speaker: { start: paragraph.start, end: paragraph.start + words.length },
    heading: words,
    kind: kindOf(words),
    interpreted: /interpret|translat/i.test(`${words} ${bracket ?? ''}`),
  };
}

function kindOf(heading: string): TurnSpan['kind'] {
  const upper = heading.toUpperCase();
  if (/^(?:Q|QUESTION|QUESTIONER|REPORTER|JOURNALIST|PRESS|CORRESPONDENT|INTERVIEWER)\b/.test(upper)) return 'question';
  if (/^(?:A|ANSWER)$/.test(upper)) return 'answer';
  if (/^(?:MODERATOR|OPERATOR|HOST|ANNOUNCER|STAFF|AIDE)\b/.test(upper)) return 'moderator';
  if (/^(?:INTERPRETER|TRANSLATOR)\b/.test(upper)) return 'interpreter';
  if (/\b(?:OFFICIAL|PARTICIPANT|ATTENDEE|SPEAKER)\b/.test(upper)) return 'official';
  return /^(?:AUDIENCE|ALL|CROWD)\b/.test(upper) ? 'other' : 'person';
}
