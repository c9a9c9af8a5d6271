import {
  auxiliaries,
  coordinators,
  determiners,
  formsOfBe,
  formsOfHave,
  isAdverb,
  modals,
  negators,
  objectPronouns,
  possessives,
  prepositions,
  speakerPronouns,
  subordinators,
} from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import type { VerbIndex, VerbUse } from './verb-index.js';

/** Word classes as bits, so that a rule can ask for several at once. */
export const WORD = {
  noun: 1,
  name: 2,
  adjective: 4,
  adverb: 8,
  determiner: 16,
  pronoun: 32,
  objectPronoun: 64,
  preposition: 128,
  conjunction: 256,
  subordinator: 512,
  to: 1024,
  modal: 2048,
  auxiliary: 4096,
  base: 8192,
  present: 16384,
  past: 32768,
  participle: 65536,
  ing: 131072,
  number: 262144,
  mark: 524288,
} as const;

/** Classes of a verb that makes a clause. */
export const FINITE = WORD.modal | WORD.auxiliary | WORD.present | WORD.past;
/** Classes that belong inside a noun phrase. */
export const NOMINAL = WORD.noun | WORD.name | WORD.adjective | WORD.determiner | WORD.number;

/** Words for several people that have no plural ending. */
const PLURAL =
  /^(?:people|police|both|many|some|most|several|others|few|men|women|children|media|we|they|you|i|all|half)$/;
const WH = /^(?:who|which|that|what|whoever)$/;

/** The class of each token of a sentence (`first` to `last`), the first token's first. */
export function classifyWords(tokens: readonly Token[], first: number, last: number, verbs: VerbIndex): Int32Array {
  // Rules look at the sentence alone, so its tokens are counted from 0.
  const own = tokens.slice(first, last + 1);
  const end = own.length - 1;
  const into = new Int32Array(own.length);
  const title = isTitleCase(own, 0, end);
  for (let i = 0; i <= end; i++) into[i] = classOf(own, 0, end, i, verbs, into, title);
  for (let i = 0; i <= end; i++) if (into[i] === WORD.past) reduce(own, end, i, into);
  for (let i = 0; i < end; i++) if (into[i] === WORD.present) yieldToLater(own, end, i, verbs, into);
  return into;
}

/** Headlines in title case: a capital proves no name there. */
function isTitleCase(tokens: readonly Token[], first: number, last: number): boolean {
  let capitals = 0;
  let words = 0;
  for (let i = first; i <= last; i++) {
    const { kind, text } = tokens[i]!;
    if (kind !== 'word' || text.length < 4) continue;
    words++;
    if (isCapitalised(text)) capitals++;
  }
  return words >= 3 && capitals >= words * 0.8;
}

function classOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  i: number,
  verbs: VerbIndex,
  into: Int32Array,
  title: boolean,
): number {
  const { lower, text, kind } = tokens[i]!;
  if (kind === 'mark' || kind === 'quote') return WORD.mark;
  if (kind === 'number') return WORD.number;
  const closed = closedClass(tokens, i, first, into);
  if (closed) return closed;
  if (isCapitalised(text) && i > first && !title) return WORD.name;
  const use = verbs.get(lower);
  const past = use ? use.past || use.participle : lower.length > 4 && lower.endsWith('ed') && !NOT_PAST.test(lower);
  if (!use && !past) {
    if (isAdverb(lower)) return WORD.adverb;
    if (title && isCapitalised(text)) return WORD.name;
    if (/ing$/.test(lower) && lower.length > 5) return WORD.ing;
    return ADJECTIVE.test(lower) ? WORD.adjective : isCapitalised(text) && i === first ? WORD.name : WORD.noun;
  }
  return verbClass(tokens, first, last, i, use ?? REGULAR_PAST, into, verbs, title);
}

const NOT_PAST = /^(?:united|need|indeed|hundred|sacred|naked|so-called|unprecedented|alleged|biased|aged|beloved)$/;
const ADJECTIVE = /(?:-.*|ous|ful|ive|able|ible|ical|less|ish|ary|ian)$/;
const REGULAR_PAST: VerbUse = {
  base: false,
  third: false,
  past: true,
  participle: true,
  ing: false,
  verb: 1,
  other: 0,
};

function closedClass(tokens: readonly Token[], i: number, first: number, into: Int32Array): number {
  const { lower, text } = tokens[i]!;
  if (lower === 'to') return WORD.to;
  if (lower === "'s") {
    const before = i > first ? tokens[i - 1]!.lower : '';
    return /^(?:he|she|it|that|there|what|who|here|where|how|let)$/.test(before) ? WORD.auxiliary : WORD.determiner;
  }
  if (/^(?:have|do)$/.test(lower) && i > first && into[leftOf(tokens, first, i, into)]! & (WORD.to | WORD.modal))
    return WORD.base;
  if (auxiliaries.has(lower)) return /^(?:being|been|be|having)$/.test(lower) ? auxiliaryForm(lower) : WORD.auxiliary;
  // "the United States' will": a noun behind an article; a month in capitals.
  if (modals.has(lower)) {
    const nominal = i > first && (into[i - 1]! & WORD.determiner) !== 0;
    return nominal || (text === 'May' && i > first && into[i - 1] === WORD.preposition) ? WORD.noun : WORD.modal;
  }
  if (negators.has(lower)) return WORD.adverb;
  if (possessives.has(lower)) return WORD.determiner;
  if (lower === 'that' || subordinators.has(lower)) {
    // "that plan": behind a verb or preposition and before a noun it may point; clauses are told by what follows.
    return /^(?:before|after|since|until|as)$/.test(lower) ? WORD.preposition : WORD.subordinator;
  }
  if (coordinators.has(lower)) return WORD.conjunction;
  if (speakerPronouns.has(lower)) return WORD.pronoun;
  if (objectPronouns.has(lower)) return WORD.objectPronoun;
  if (determiners.has(lower)) return WORD.determiner;
  if (lower === 'like') {
    const before = i > first ? into[i - 1]! : 0;
    return before & (WORD.pronoun | WORD.modal | WORD.to) ? WORD.base : WORD.preposition;
  }
  if (prepositions.has(lower) && !/^(?:following|including|regarding|concerning)$/.test(lower)) return WORD.preposition;
  if (/^(?:there|not|more|most|less|least|very|too|up|down|off|out|away|back|forward|together)$/.test(lower))
    return WORD.adverb;
  return 0;
}

const auxiliaryForm = (lower: string): number =>
  lower === 'be' ? WORD.base : lower === 'been' ? WORD.participle : WORD.ing;

/** The nearest token to the left that is no adverb and no quotation mark; first - 1 where there is none. */
function leftOf(tokens: readonly Token[], first: number, i: number, into: Int32Array): number {
  let k = i - 1;
  while (k >= first && (into[k] === WORD.adverb || tokens[k]!.kind === 'quote')) k--;
  return k;
}

function verbClass(
  tokens: readonly Token[],
  first: number,
  last: number,
  i: number,
  use: VerbUse,
  into: Int32Array,
  verbs: VerbIndex,
  title: boolean,
): number {
  const { text } = tokens[i]!;
  const at = leftOf(tokens, first, i, into);
  const left = at < first ? 0 : into[at]!;
  const before = at < first ? '' : tokens[at]!.lower;
  const other = title && isCapitalised(text) ? WORD.name : WORD.noun;
  const nounLeft =
    (left & (WORD.determiner | WORD.adjective | WORD.number)) !== 0 && !PLURAL.test(before) && !WH.test(before);
  if (use.ing && !use.base) return nounLeft && tokens[i + 1]?.lower === 'of' ? WORD.noun : WORD.ing;
  if (use.past || use.participle) {
    if (formsOfHave.has(before) || formsOfBe.has(before) || /^(?:been|being|get|gets|got|gotten)$/.test(before))
      return use.participle ? WORD.participle : WORD.past;
    if (nounLeft && !use.base) return WORD.participle;
    if (left === WORD.preposition && !use.base) return WORD.participle;
    if (left === WORD.to || left === WORD.modal) return use.base ? WORD.base : WORD.participle;
    if (left === WORD.conjunction) {
      const joined = lastVerb(first, at, into);
      return joined === WORD.base && use.base ? WORD.base : joined === WORD.participle ? WORD.participle : WORD.past;
    }
    if (!use.base && at < first) return WORD.participle;
    if (!use.base) return use.past ? WORD.past : WORD.participle;
  }
  if (left === WORD.to) return use.base ? WORD.base : other;
  if (left === WORD.modal || /^(?:do|does|did|don't|doesn't|didn't|let)$/.test(before))
    return use.base ? WORD.base : other;
  if (nounLeft || left === WORD.preposition || before === "'s" || before === "'") return other;
  // "both states", "most calls": what counts stands before a plural noun.
  if (use.third && !use.base && /^(?:both|all|most|many|some|several|few|half)$/.test(before)) return other;
  if (nextIsFinite(tokens, i, last, verbs)) return other;
  const subject =
    left === WORD.pronoun || WH.test(before)
      ? 1
      : use.third
        ? left & (WORD.noun | WORD.name) && !isPlural(before)
          ? 0.5
          : 0
        : (left === WORD.number && before !== '1') ||
            (left & (WORD.noun | WORD.name | WORD.adverb | WORD.determiner) &&
              (isPlural(before) || PLURAL.test(before)))
          ? 0.5
          : 0;
  if (subject === 1) return use.past && !use.third && singular(before) ? WORD.past : WORD.present;
  if (left === WORD.conjunction) {
    const joined = lastVerb(first, at, into);
    const likely = use.verb >= use.other || opensObject(tokens, i, last);
    if (joined === WORD.base && use.base && likely) return WORD.base;
    if (joined === WORD.present && likely) return WORD.present;
    return other;
  }
  if (subject === 0 && use.past) return left & (WORD.noun | WORD.name) ? WORD.past : other;
  const lone = !clauseHasFinite(tokens, first, last, i, into);
  const object = opensObject(tokens, i, last);
  // "Results of polls by the Research show two thirds": the plural may stand further left.
  if (subject === 0)
    return lone && object && left & (WORD.noun | WORD.name) && use.verb > use.other ? WORD.present : other;
  // A clause has one finite verb: behind another one only a clause without "that" has a second.
  if (!lone && !object) return other;
  const weight = use.verb * (object ? 3 : 1) * (lone ? 3 : 1);
  return weight >= use.other ? WORD.present : other;
}

const singular = (lower: string): boolean => /^(?:he|she|it|this|that)$/.test(lower);
const isPlural = (lower: string): boolean => PLURAL.test(lower) || (/[^su]s$/.test(lower) && lower.length > 3);

/** The last verb class to the left of `at`. */
function lastVerb(first: number, at: number, into: Int32Array): number {
  for (let k = at - 1; k >= first; k--) {
    const found = into[k]! & (WORD.base | WORD.present | WORD.past | WORD.participle | WORD.ing);
    if (found) return found;
    if (into[k]! & (WORD.auxiliary | WORD.modal)) return WORD.present;
  }
  return 0;
}

/** A verb is not followed by another finite verb: "government plans sparked anger". */
function nextIsFinite(tokens: readonly Token[], i: number, last: number, verbs: VerbIndex): boolean {
  let k = i + 1;
  while (k <= last && isAdverb(tokens[k]!.lower)) k++;
  if (k > last || tokens[k]!.kind !== 'word') return false;
  const { lower } = tokens[k]!;
  if (lower === "'s") return true;
  if (auxiliaries.has(lower) || modals.has(lower)) return true;
  const use = verbs.get(lower);
  return use !== undefined && use.past && !use.base && use.verb > use.other;
}

/** What can stand behind a verb but hardly behind a noun. */
function opensObject(tokens: readonly Token[], i: number, last: number): boolean {
  const next = tokens[i + 1];
  if (!next || i + 1 > last) return false;
  const { lower, kind, text } = next;
  return (
    kind === 'number' ||
    kind === 'quote' ||
    isCapitalised(text) ||
    determiners.has(lower) ||
    possessives.has(lower) ||
    objectPronouns.has(lower) ||
    speakerPronouns.has(lower) ||
    /^(?:that|how|what|why|whether|there)$/.test(lower)
  );
}

/** Verbs whose clause often goes without "that". */
const SAYING =
  /^(?:says?|said|thinks?|thought|believes?|believed|knows?|knew|hopes?|hoped|finds?|found|shows?|showed|suggests?|suggested|claims?|claimed|insists?|insisted|argues?|argued|notes?|noted|adds?|added|admits?|admitted|fears?|feared|feels?|felt|means?|meant|warns?|warned|reports?|reported|announced?|announces|told|tells)$/;

/** Is there a finite verb already in the clause before i, or a sure one behind it? */
function clauseHasFinite(tokens: readonly Token[], first: number, last: number, i: number, into: Int32Array): boolean {
  for (let k = i - 1; k >= first; k--) {
    if (into[k]! & (WORD.subordinator | WORD.conjunction) || /^[,;:—–]$/.test(tokens[k]!.text)) break;
    // "The expert says more groups keep away": a verb of saying may have a clause behind it without "that".
    if (into[k]! & FINITE) return !SAYING.test(tokens[k]!.lower);
  }
  for (let k = i + 1; k <= last; k++) {
    const { lower, text } = tokens[k]!;
    if (coordinators.has(lower) || subordinators.has(lower) || speakerPronouns.has(lower) || /^[,;:—–]$/.test(text))
      return false;
    if (auxiliaries.has(lower) || modals.has(lower)) return true;
  }
  return false;
}

/** "Audit files from the firm show": a word that may be a noun is none of the clause's verbs where a surer one follows. */
function yieldToLater(tokens: readonly Token[], last: number, i: number, verbs: VerbIndex, into: Int32Array): void {
  const use = verbs.get(tokens[i]!.lower);
  if (!use || use.other === 0 || opensObject(tokens, i, last)) return;
  if (i === 0 || !(into[i - 1]! & (WORD.noun | WORD.name | WORD.adjective))) return;
  for (let k = i + 1; k <= last; k++) {
    if (into[k]! & (WORD.mark | WORD.conjunction | WORD.subordinator | WORD.pronoun | WORD.to)) return;
    if (k > i + 2 && into[k] === WORD.determiner && into[k - 1]! & (WORD.noun | WORD.name)) return;
    if (into[k]! & FINITE) {
      into[i] = WORD.noun;
      return;
    }
  }
}

/** "The plan praised by critics failed": a past form behind a noun is a participle where the clause has its verb later. */
function reduce(tokens: readonly Token[], last: number, i: number, into: Int32Array): void {
  if (i === 0 || !(into[i - 1]! & (WORD.noun | WORD.name))) return;
  const next = i + 1;
  if (next > last) return;
  if (tokens[next]!.lower === 'by' && !/ing$/.test(tokens[next + 1]?.lower ?? '')) {
    into[i] = WORD.participle;
    return;
  }
  if (into[next] !== WORD.preposition) return;
  for (let k = next + 1; k <= last; k++) {
    const word = into[k]!;
    if (word & (WORD.mark | WORD.conjunction | WORD.subordinator | WORD.pronoun)) return;
    // A new article behind a finished phrase opens another clause's subject ("said in May the plan failed").
    if (k > next + 1 && word === WORD.determiner && into[k - 1]! & (WORD.noun | WORD.name) && tokens[k]!.lower !== "'s")
      return;
    if (word & FINITE) {
      into[i] = WORD.participle;
      return;
    }
  }
}
