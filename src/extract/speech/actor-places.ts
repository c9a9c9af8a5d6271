import {
  auxiliaries,
  coordinators,
  determiners,
  isAdverb,
  looksFinite,
  negators,
  prepositions,
  subordinators,
} from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { NameEntry, Names } from '../resolve/names.js';
import { belongings, bodies, decrying, giving, helping, meeting, relief } from './word-sets.js';

/**
 * Where in its clause an actor is named, as far as words around it show. A witness is a subject that reports or
 * suffers what the clause tells of.
 */
export type Place = 'subject' | 'witness' | 'object' | 'by' | 'of' | 'against' | 'at' | 'other';

/** An actor named in a sentence. */
export interface ActorPlace {
  readonly mention: Mention;
  readonly entry: NameEntry;
  /** State that it is or belongs to, else its own id: whoever speaks of either speaks of the same party. */
  readonly party: string;
  readonly place: Place;
  /** The name only says whose ("Valmora's army", "Valmoran troops"): last token of the noun phrase; null otherwise. */
  readonly head: number | null;
}

const AGAINST = /^(?:against|upon|toward|towards|to)$/;
const AT =
  /^(?:in|on|inside|within|at|near|across|around|throughout|over|into|onto|from|between|among|with|for|along)$/;

/** The actors named between two tokens, with their places. */
export function actorPlaces(tokens: readonly Token[], first: number, last: number, names: Names): ActorPlace[] {
  const places: ActorPlace[] = [];
  for (const hit of names.within(tokens, first, last)) {
    const entry = hit.entries.find((e) => e.kind === 'person') ?? hit.entries[0]!;
    const head = headBehind(tokens, hit.last, last, entry);
    const start = phraseStart(tokens, hit.first, first);
    const before = places.at(-1);
    const joined = before && isJoined(tokens, before, start);
    let place = joined ? before.place : placeOf(tokens, start, first);
    if (isAnti(tokens, hit.first)) place = 'against';
    else if (head !== null && belongings.has(tokens[head]!.lower) && place !== 'by') place = 'at';
    else if (place === 'subject' && witnesses(tokens, head ?? hit.last, last)) place = 'witness';
    places.push({
      mention: { first: hit.first, last: hit.last },
      entry,
      party: entry.country ?? entry.actor_id,
      place,
      head,
    });
  }
  return places;
}

/** The verb behind a subject says that it reports, suffers, decries or mends something. */
function witnesses(tokens: readonly Token[], subject: number, last: number): boolean {
  let denied = false;
  for (let i = subject + 1; i <= last && i <= subject + 6; i++) {
    const { lower } = tokens[i]!;
    if (prepositions.has(lower)) return false;
    if (meeting.has(lower)) return true;
    if (decrying.has(lower) || helping.has(lower)) return !denied;
    if (giving.has(lower)) return !denied && givesRelief(tokens, i, last);
    if (negators.has(lower)) denied = true;
    else if (!auxiliaries.has(lower) && !isAdverb(lower) && !determiners.has(lower)) return false;
  }
  return false;
}

/** "sent rescue teams", "provides food and shelter": what is given is help. */
function givesRelief(tokens: readonly Token[], verb: number, last: number): boolean {
  for (let i = verb + 1; i <= last && i <= verb + 6 && tokens[i]!.kind === 'word'; i++)
    if (relief.has(tokens[i]!.lower)) return true;
  return false;
}

/** "anti - Valmoran", "anti-Valmoran" with its hyphen set off. */
const isAnti = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.lower === '-' && tokens[i - 2]?.lower === 'anti';

/** "Valmora 's recent attacks", "Valmoran troops", "the Orlund authorities": the last noun of what it says whose. */
function headBehind(tokens: readonly Token[], at: number, last: number, entry: NameEntry): number | null {
  const next = tokens[at + 1];
  if (!next || at + 1 > last) return null;
  const genitive = next.lower === "'s" || next.lower === "'" || next.lower === '’';
  if (!genitive && (next.kind !== 'word' || entry.kind === 'person' || entry.kind === 'organization')) return null;
  let head: number | null = null;
  for (let i = genitive ? at + 2 : at + 1; i <= last && i <= at + 7; i++) {
    const { kind, lower, text } = tokens[i]!;
    if (lower === '-') continue;
    if (kind !== 'word' || prepositions.has(lower) || subordinators.has(lower)) break;
    if (lower === 'and' && head !== null) break;
    if (determiners.has(lower) || isAdverb(lower)) {
      if (genitive && isAdverb(lower)) continue;
      break;
    }
    if (looksFinite(lower) && !(genitive && head === null)) break;
    // "Valmora continues": a verb in the present follows the name itself; a demonym needs its noun.
    if (!genitive && head === null && entry.kind !== 'demonym' && !bodies.has(lower)) break;
    if (!genitive && head !== null && entry.kind !== 'demonym' && !isCapitalised(text)) break;
    if (head !== null && PRESENT.test(lower) && !genitive && /s$/.test(tokens[head]!.lower) !== /s$/.test(lower)) break;
    head = i;
  }
  return head;
}

const PRESENT =
  /^(?:continues?|remains?|seems?|has|have|wants?|needs?|seeks?|keeps?|claims?|says?|denies|deny|tries|try)$/;

function phraseStart(tokens: readonly Token[], at: number, first: number): number {
  let i = at;
  while (i > first) {
    const before = tokens[i - 1]!;
    if (before.kind !== 'word' && before.lower !== '-') break;
    if (prepositions.has(before.lower) || coordinators.has(before.lower) || subordinators.has(before.lower)) break;
    if (determiners.has(before.lower)) return i - 1;
    if (!isCapitalised(before.text) && !ADJECTIVE.test(before.lower)) break;
    if (i - 1 === first && !TITLE.test(before.lower)) break;
    i--;
  }
  return i;
}

const ADJECTIVE =
  /(?:ous|ive|ian|ish|ern|ary|ful|pro|president|minister|colleague|ambassador|representative|former|new)$/;
const TITLE =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|several|many|some|most|all|both|local|foreign|former|even|president|minister|mr\.?|mrs\.?|ms\.?|ambassador|eastern|western|southern|northern)$/;

function placeOf(tokens: readonly Token[], start: number, first: number): Place {
  if (start <= first) return 'subject';
  const before = tokens[start - 1]!;
  const { lower } = before;
  if (before.kind === 'mark' || before.kind === 'quote' || coordinators.has(lower) || subordinators.has(lower))
    return 'subject';
  // "our colleagues from Valmora", "the people in Orlund": they stand where the noun stands.
  if (/^(?:of|from|in)$/.test(lower) && start - 2 >= first && bodies.has(tokens[start - 2]!.lower)) {
    let at = start - 2;
    while (
      at > first &&
      /^(?:the|our|my|dear|some|many|other|of|de|facto|permanent|armed)$/.test(tokens[at - 1]!.lower)
    )
      at--;
    return placeOf(tokens, at, first);
  }
  if (lower === 'by') return 'by';
  if (lower === 'of') return 'of';
  if (AGAINST.test(lower)) return 'against';
  if (AT.test(lower)) return 'at';
  if (prepositions.has(lower)) return 'other';
  return isAdverb(lower) && start - 1 === first ? 'subject' : 'object';
}

/** "Valmora and Kestria", "Valmora, Kestria and Orlund": the second stands where the first does. */
function isJoined(tokens: readonly Token[], before: ActorPlace, start: number): boolean {
  const end = before.head ?? before.mention.last;
  if (start <= end) return false;
  for (let i = end + 1; i < start; i++) if (!/^(?:and|or|,|the)$/.test(tokens[i]!.lower)) return false;
  return start - end <= 3 && start - end > 1;
}
