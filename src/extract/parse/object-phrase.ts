import { coordinators, determiners, objectPronouns, prepositions } from '../../text/function-words.js';
import { finiteAt, lowerAt, type Mention, type SentenceContext } from './context.js';

/** Words that open indirect questions. */
export const WH_WORDS: ReadonlySet<string> = new Set('whether if how why what when where who which'.split(' '));

/** Words that open a clause rather than go on with a noun phrase. */
export const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  'there it he she they we you i this that these those such what'.split(' '),
);

/** The noun phrase that begins at `first`: up to a preposition other than "of" (with `of: false` also that), a verb, a mark or a clause word. */
export function objectPhrase(
  context: SentenceContext,
  first: number,
  limit: number,
  { of = true }: { readonly of?: boolean } = {},
): Mention | null {
  if (first > limit || !opensNounPhrase(context, first)) return null;
  let last = first;
  if (objectPronouns.has(lowerAt(context, first))) return { first, last };
  for (let i = first + 1; i <= limit; i++) {
    const token = context.tokens[i]!;
    const lower = token.lower;
    if (token.kind === 'mark' && !/^[/%$€£&-]$/.test(token.text)) break;
    if (
      (lower === 'of' && of) ||
      (lower === 'and' &&
        opensNounPhrase(context, i + 1) &&
        !determiners.has(lowerAt(context, i + 1)) &&
        i + 1 <= limit)
    )
      continue;
    if (
      lower === 'to' ||
      prepositions.has(lower) ||
      coordinators.has(lower) ||
      lower === 'that' ||
      lower === 'who' ||
      lower === 'which'
    )
      break;
    if (finiteAt(context, i)) break;
    if (CLAUSE_OPENERS.has(lower)) break;
    last = i;
  }
  while (last > first && /^(?:yesterday|today|tomorrow|tonight)$/.test(lowerAt(context, last))) last--;
  return { first, last };
}

/** True when token i can begin a noun phrase. */
export const opensNounPhrase = (context: SentenceContext, i: number): boolean => {
  const token = context.tokens[i];
  if (!token || i > context.last) return false;
  if (token.kind === 'quote') return true;
  if (token.kind === 'mark') return false;
  return (
    !prepositions.has(token.lower) &&
    !coordinators.has(token.lower) &&
    token.lower !== 'to' &&
    !WH_WORDS.has(token.lower)
  );
};
