import {
  auxiliaries,
  coordinators,
  determiners,
  formsOfBe,
  formsOfHave,
  isAdverb,
  modals,
  objectPronouns,
  possessives,
  speakerPronouns,
  subordinators,
} from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import type { VerbUse } from './verb-index.js';
import { FINITE, leftOf, WORD, type Classing } from './word-class.js';

/** Words for several people that have no plural ending. */
const PLURAL =
  /^(?:people|police|percent|majority|minority|public|third|both|many|some|most|several|others|few|men|women|children|media|we|they|you|i|all|half|two|three|four|five|six|seven|eight|nine|ten)$/;
const WH = /^(?:who|which|that|what|whoever)$/;

/** The class of a word that may be a verb, by what stands around it. */
export function verbClass(sentence: Classing, i: number, use: VerbUse): number {
  const { tokens, classes, title } = sentence;
  const { text } = tokens[i]!;
  const at = leftOf(sentence, i);
  const left = at < 0 ? 0 : classes[at]!;
  const before = at < 0 ? '' : tokens[at]!.lower;
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
      const joined = lastVerb(classes, at);
      return joined === WORD.base && use.base ? WORD.base : joined === WORD.participle ? WORD.participle : WORD.past;
    }
    if (!use.base && at < 0) return WORD.participle;
    if (!use.base) return use.past ? WORD.past : WORD.participle;
  }
  if (left === WORD.to) return use.base ? WORD.base : other;
  if (left === WORD.modal || /^(?:do|does|did|don't|doesn't|didn't|let)$/.test(before))
    return use.base ? WORD.base : other;
  if (nounLeft || left === WORD.preposition || before === "'s" || before === "'") return other;
  // "both states", "most calls": what counts stands before a plural noun.
  if (use.third && !use.base && /^(?:both|all|most|many|some|several|few|half)$/.test(before)) return other;
  if (nextIsFinite(sentence, i)) return other;
  const subject =
    left === WORD.pronoun || WH.test(before)
      ? 1
      : use.third
        ? left & (WORD.name | WORD.number) ||
          (left === WORD.noun && !isPlural(before)) ||
          (left === WORD.mark && (use.verb > 3 * use.other || (use.verb * 4 > use.other && opensObject(sentence, i))))
          ? 0.5
          : 0
        : (left === WORD.number && before !== '1') ||
            (left & (WORD.noun | WORD.name | WORD.adverb | WORD.determiner) &&
              (isPlural(before) || PLURAL.test(before)))
          ? 0.5
          : 0;
  if (subject === 1) return use.past && !use.third && singular(before) ? WORD.past : WORD.present;
  if (left === WORD.conjunction) {
    const joined = lastVerb(classes, at);
    const likely = use.verb >= use.other || opensObject(sentence, i);
    if (joined === WORD.base && use.base && likely) return WORD.base;
    if ((joined === WORD.present && likely) || (use.other === 0 && use.third)) return WORD.present;
    return other;
  }
  // Words that are verbs only: "Morris says", "writes Kevin".
  if (use.other === 0 && !use.past && left !== 0) return WORD.present;
  // "…, the envoy, put it so": a spelling that is base and past form alike.
  if (subject === 0 && use.past) return left & (WORD.noun | WORD.name | WORD.mark) ? WORD.past : other;
  const lone = !clauseHasFinite(sentence, i);
  const object = opensObject(sentence, i);
  // "Results of polls by the Research show two thirds": the plural may stand further left.
  if (subject === 0)
    return lone && object && left & (WORD.noun | WORD.name) && use.verb > use.other ? WORD.present : other;
  // A clause has one finite verb: behind another one only a clause without "that" has a second.
  if (!lone && !object) return other;
  // "the emails show", "swing states vote": twice as often a noun, it needs both.
  if (use.other > 2 * use.verb && !(lone && object)) return other;
  const weight = use.verb * (object ? 3 : 1) * (lone ? 3 : 1);
  return weight >= use.other ? WORD.present : other;
}

const singular = (lower: string): boolean => /^(?:he|she|it|this|that)$/.test(lower);
const isPlural = (lower: string): boolean => PLURAL.test(lower) || (/[^su]s$/.test(lower) && lower.length > 3);

/** The last verb class to the left of `at`. */
function lastVerb(classes: Int32Array, at: number): number {
  for (let k = at - 1; k >= 0; k--) {
    const found = classes[k]! & (WORD.base | WORD.present | WORD.past | WORD.participle | WORD.ing);
    if (found) return found;
    if (classes[k]! & (WORD.auxiliary | WORD.modal)) return WORD.present;
  }
  return 0;
}

/** A verb is not followed by another finite verb: "government plans sparked anger". */
function nextIsFinite({ tokens, verbs }: Classing, i: number): boolean {
  const last = tokens.length - 1;
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
export function opensObject({ tokens }: Classing, i: number): boolean {
  const next = tokens[i + 1];
  if (!next) return false;
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
function clauseHasFinite(sentence: Classing, i: number): boolean {
  const { tokens, classes, verbs } = sentence;
  for (let k = i - 1; k >= 0; k--) {
    if (classes[k]! & (WORD.subordinator | WORD.conjunction) || /^[,;:—–]$/.test(tokens[k]!.text)) break;
    // "The expert says more groups keep away": a verb of saying may have a clause behind it without "that".
    // "Audit files from the firm show": a word that may be a noun as well is no sure verb.
    const unsure = classes[k] === WORD.present && (verbs.get(tokens[k]!.lower)?.other ?? 0) > 0;
    if (unsure && !opensObject(sentence, k)) continue;
    if (classes[k]! & FINITE) return !SAYING.test(tokens[k]!.lower);
  }
  for (let k = i + 1; k < tokens.length; k++) {
    const { lower, text } = tokens[k]!;
    if (coordinators.has(lower) || subordinators.has(lower) || speakerPronouns.has(lower) || /^[,;:—–]$/.test(text))
      return false;
    if (auxiliaries.has(lower) || modals.has(lower)) return true;
  }
  return false;
}
