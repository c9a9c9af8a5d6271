import { formsOfBe } from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import { isFiniteVerb } from '../parse/word-class.js';

/** Most words that a negation reaches over. */
const REACH = 6;

/**
 * Last token that a negator ending at `at` turns. "Not" and "never" reach to the end of their clause; "no" and "without"
 * behind a verb or preposition turn their own noun only, so that "paying no duties was wise" praises.
 */
export function negationEnd(tokens: readonly Token[], at: number, last: number): number {
  const own = /^(?:no|without|neither|none)$/.test(tokens[at]!.lower);
  // At the beginning of its clause "no" negates the verb, too: "no plan was wise".
  const before = at > 0 ? tokens[at - 1]! : null;
  const opens = !before || before.kind !== 'word' || (isCapitalised(tokens[at]!.text) && at > 0);
  // "I don't think that he …": the negation belongs to the whole clause behind.
  const raised = /^(?:think|believe|suppose|expect|imagine|see|feel)$/.test(tokens[at + 1]?.lower ?? '');
  // "there was no evidence of fraud by Roth": the noun is denied with all that hangs on it.
  const there = own && formsOfBe.has(before?.lower ?? '') && tokens[at - 2]?.lower === 'there';
  let end = at;
  for (let i = at + 1; i <= last && i <= at + (raised || there ? 3 * REACH : REACH); i++) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark' && /^[.;:!?—–]$/.test(lower)) break;
    if (/^(?:but|because|although|though|while|whereas|since)$/.test(lower)) break;
    if (own && lower === ',') break;
    if (own && !opens && isFiniteVerb(tokens, i)) break;
    end = i;
  }
  return end;
}
