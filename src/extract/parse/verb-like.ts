import {
  auxiliaries,
  determiners,
  isAdverb,
  looksFinite,
  modals,
  negators,
  objectPronouns,
  possessives,
  prepositions,
} from '../../text/function-words.js';
import { verbForms } from '../../text/inflection.js';
import { isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';

/** Frequent verbs that are seldom nouns, so that their present forms show a verb without any context. */
const FREQUENT =
  'say think want know get make take go see come give believe become seem keep let begin help tell ask feel try leave mean allow bring happen write provide continue understand include create speak ensure deserve represent threaten destroy undermine ignore remain appear agree disagree deny suggest require prevent protect enable cause lie steal pay owe lose win hurt harm kill refuse fail lack prove receive reflect involve exist depend belong'.split(
    ' ',
  );

const THIRD: ReadonlySet<string> = new Set(FREQUENT.map((verb) => verbForms(verb).third));
/** Pasts that the general rule passes over because they are short or irregular. */
const PAST: ReadonlySet<string> = new Set(
  'lied died tied used owed misled stole stolen lent bent hurt cost cut put let became ate bore beat bled bound bred clung crept dealt dug fed fled flung forbade forgave heard held hung knelt leapt lit overcame overthrew rode rang sang sank shone shrank slept slid spun sprang stuck stung strove swam swept swung threw tore undid upheld withdrew woke'.split(
    ' ',
  ),
);
const BASE: ReadonlySet<string> = new Set(FREQUENT);
const SUBJECTS: ReadonlySet<string> = new Set('i we you he she it they who there'.split(' '));
const BEFORE_IS: ReadonlySet<string> = new Set('he she it that there what who here where how this'.split(' '));

/** Words that can only stand before a noun: what follows them is no finite verb. */
const opensNoun = (lower: string): boolean =>
  (determiners.has(lower) &&
    !/^(?:this|that|these|those|both|all|each|some|many|most|any|neither|either|another)$/.test(lower)) ||
  possessives.has(lower) ||
  lower === "'s" ||
  lower === "'";

/**
 * True when a finite verb seems to stand at token i. There is no tagger: auxiliaries, past forms, whatever follows a
 * subject pronoun, and the present forms of frequent verbs are told by where they stand.
 */
export function isFiniteVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  const { lower } = token;
  if (token.kind !== 'word') return false;
  const before = tokens[i - 1]?.lower ?? '';
  if (lower === "'s") return BEFORE_IS.has(before);
  if (auxiliaries.has(lower) || modals.has(lower)) return !/^(?:being|been|having)$/.test(lower);
  if (isCapitalised(token.text) && i > 0 && tokens[i - 1]!.kind === 'word') return false;
  if (opensNoun(before) || before === 'to') return false;
  if (SUBJECTS.has(subjectBefore(tokens, i)) && !prepositions.has(lower) && !isAdverb(lower) && !negators.has(lower))
    return !determiners.has(lower) && !objectPronouns.has(lower) && !lower.endsWith('ing') && lower !== 'both';
  if (prepositions.has(before)) return false;
  // "a longtime, dedicated advocate"
  if (
    before === ',' &&
    lower.endsWith('ed') &&
    /^[a-z]/.test(tokens[i + 1]?.text ?? '') &&
    !opensNoun(tokens[i + 1]!.lower) &&
    !prepositions.has(tokens[i + 1]!.lower)
  )
    return false;
  if (looksFinite(lower)) return !(isAdverb(before) && opensNoun(tokens[i - 2]?.lower ?? ''));
  if (THIRD.has(lower) || PAST.has(lower)) return true;
  return BASE.has(lower) && /[^s]s$|people$|men$/.test(before);
}

/** The word before token i, adverbs and negators passed over. */
function subjectBefore(tokens: readonly Token[], i: number): string {
  let k = i - 1;
  while (k >= 0 && k >= i - 3 && (isAdverb(tokens[k]!.lower) || negators.has(tokens[k]!.lower))) k--;
  return k >= 0 ? tokens[k]!.lower : '';
}
