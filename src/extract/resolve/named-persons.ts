import {
  coordinators,
  dayWords,
  determiners,
  isAdverb,
  monthWords,
  objectPronouns,
  prepositions,
  speakerPronouns,
  subordinators,
} from '../../text/function-words.js';
import { foldName, isAllCapitals, isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import type { Noun } from '../../model/generated.js';
import type { TextStructure } from '../document/structure.js';
import type { Mention } from '../parse/context.js';
import { bestEntry } from './mention-parts.js';
import type { Registry } from './resolution.js';

/** A person named in the text, registered or not. */
export interface PersonMention extends Mention {
  readonly sentence: number;
  /** Folded surname: by it the mentions of one person are known as one. */
  readonly key: string;
  readonly actor_id: string | null;
}

/** The persons of a document in reading order, with the fullest form of each name and the pronoun used of each. */
export interface NamedPersons {
  readonly mentions: readonly PersonMention[];
  /** The longest mention of a person. */
  fullest(key: string): PersonMention;
  /** "he" or "she", as the document uses it; null where nothing tells. */
  pronounOf(key: string): 'he' | 'she' | null;
}

const HE = new Set(
  'mr mister sir lord king prince father brother son husband congressman spokesman chairman'.split(' '),
);
const SHE = new Set(
  'mrs ms miss madam lady queen princess mother sister daughter wife congresswoman spokeswoman chairwoman'.split(' '),
);
const TITLE_STOP = /^\.$/;
const PARTICLES = /^(?:de|del|della|der|van|von|bin|al|el|la|le|da|dos|di)$/;
/** Words of names that are no person's. */
const PLACES =
  /^(?:street|avenue|city|county|state|states|north|south|east|west|new|los|las|san|santa|lake|river|mount|house|hall|tower|park|island|islands|beach|times|post|journal|news|tribune|herald|magazine|university|college|school|institute|center|centre|foundation|fund|bank|church|hospital|airport|act|bill|amendment|day|street|show|inc|corp|company|co|democrat|democrats|republican|republicans|democratic|god|internet|web|american|americans|black|latino|hispanic|muslim|christian|jewish|english|spanish|supreme|federal|national|general|homeland|white|capitol|twitter|facebook|google)$/;

/** Finds the persons named in a document: registered names, names behind titles, and names taken up by their last word. */
export function namedPersons(
  structure: TextStructure,
  registry: Registry,
  nouns: ReadonlyMap<string, Noun['kind']>,
): NamedPersons {
  const { tokens } = structure;
  const found: (PersonMention & { readonly sure: boolean })[] = [];
  const votes = new Map<string, number>();
  const vote = (key: string, by: number): void => void votes.set(key, (votes.get(key) ?? 0) + by);
  structure.sentences.forEach((sentence, s) => {
    for (let i = sentence.first; i <= sentence.last; i++) {
      const token = tokens[i]!;
      if (token.kind !== 'word' || !isCapitalised(token.text)) continue;
      const hit = registry.names.at(tokens, i, sentence.last);
      if (hit) {
        const entry = bestEntry(hit.entries);
        if (entry?.kind === 'person')
          found.push({
            first: i,
            last: hit.last,
            sentence: s,
            key: tokens[hit.last]!.key,
            actor_id: entry.actor_id,
            sure: true,
          });
        i = hit.last;
        continue;
      }
      if (!isNameWord(tokens, i, registry)) continue;
      let last = i;
      while (last < sentence.last && continuesName(tokens, last + 1, registry)) last++;
      while (last > i && PARTICLES.test(tokens[last]!.lower)) last--;
      const title = titleBefore(tokens, i, sentence.first, registry);
      const words = tokens.slice(i, last + 1);
      const common = words.some(
        (word) =>
          PLACES.test(word.lower) ||
          nouns.has(word.lower) ||
          (isAllCapitals(word.text) && word.text.length < 6 && words.length === 1),
      );
      const placed = i > sentence.first && /^(?:in|at|the|near|from)$/.test(tokens[i - 1]!.lower);
      if (!common && !(placed && !title) && last - i < 4) {
        const key = tokens[last]!.key;
        found.push({ first: i, last, sentence: s, key, actor_id: null, sure: title !== null });
        if (title === 'he' || title === 'she') vote(key, title === 'he' ? 15 : -15);
      }
      i = last;
    }
  });
  const mentions = persons(found);
  const longest = new Map<string, PersonMention>();
  for (const mention of mentions) {
    const known = longest.get(mention.key);
    if (
      !known ||
      (mention.actor_id !== null && known.actor_id === null) ||
      mention.last - mention.first > known.last - known.first
    )
      longest.set(mention.key, mention);
  }
  countPronouns(structure, mentions, vote);
  return {
    mentions,
    fullest: (key) => longest.get(key)!,
    pronounOf: (key) => {
      const sum = votes.get(key) ?? 0;
      return sum > 0 ? 'he' : sum < 0 ? 'she' : null;
    },
  };
}

/** Keeps names that a title, a registry or a later mention of the last word alone shows to be persons. */
function persons(found: readonly (PersonMention & { readonly sure: boolean })[]): PersonMention[] {
  const alone = new Set(found.filter((m) => m.first === m.last).map((m) => m.key));
  const sure = new Set(found.filter((m) => m.sure || (m.last > m.first && alone.has(m.key))).map((m) => m.key));
  const full = new Map<string, PersonMention>();
  const out: PersonMention[] = [];
  for (const { first, last, sentence, key, actor_id } of found) {
    const mention = { first, last, sentence, key, actor_id };
    const named = full.get(mention.key);
    // Two capitalised words that nothing else vouches for are more often a person than anything else.
    if (!sure.has(mention.key) && !(mention.last === mention.first + 1)) continue;
    if (mention.last === mention.first && !named && !sure.has(mention.key)) continue;
    const whole = {
      ...mention,
      actor_id: mention.actor_id ?? (mention.first === mention.last ? (named?.actor_id ?? null) : null),
    };
    if (!named || whole.actor_id !== null) full.set(mention.key, whole);
    out.push(whole);
  }
  return out;
}

const FUNCTION_WORDS = [
  determiners,
  prepositions,
  coordinators,
  subordinators,
  speakerPronouns,
  objectPronouns,
  dayWords,
  monthWords,
];

function isNameWord(tokens: readonly Token[], i: number, registry: Registry): boolean {
  const { lower, text } = tokens[i]!;
  if (FUNCTION_WORDS.some((words) => words.has(lower)) || isAdverb(lower)) return false;
  if (
    /^(?:i|yes|no|well|and|but|what|mr|mrs|ms|dr|sen|rep|gov|gen|del|lt|col|sgt|sir|there|here|now|today)$/.test(
      foldName(text),
    )
  )
    return false;
  return registry.roles.within(tokens, i, i).length === 0;
}

function continuesName(tokens: readonly Token[], i: number, registry: Registry): boolean {
  const token = tokens[i]!;
  if (token.kind !== 'word' || token.start - tokens[i - 1]!.end > 1) return false;
  if (PARTICLES.test(token.lower)) return isCapitalised(tokens[i + 1]?.text ?? '');
  return isCapitalised(token.text) && isNameWord(tokens, i, registry);
}

/** What stands directly before a name as its title: "he" or "she" where it tells, "title" for any other; null for none. */
function titleBefore(
  tokens: readonly Token[],
  i: number,
  first: number,
  registry: Registry,
): 'he' | 'she' | 'title' | null {
  let k = i - 1;
  if (k >= first && TITLE_STOP.test(tokens[k]!.text)) k--;
  if (k < first) return null;
  const { lower } = tokens[k]!;
  if (HE.has(lower)) return 'he';
  if (SHE.has(lower)) return 'she';
  return registry.roles.within(tokens, Math.max(first, k - 3), k).some((hit) => hit.last === k || hit.last === i - 1) ||
    /^(?:dr|sen|rep|gov|gen|lt|col|sgt|del|prof|senator|representative|governor)$/.test(lower)
    ? 'title'
    : null;
}

/** Outside quotations "he" most often means the person named last: the document's own use tells the pronoun of each. */
function countPronouns(
  structure: TextStructure,
  mentions: readonly PersonMention[],
  vote: (key: string, by: number) => void,
): void {
  let next = 0;
  structure.tokens.forEach((token, i) => {
    while (next < mentions.length && mentions[next]!.last < i) next++;
    if (structure.quoted[i] === 1 || next === 0) return;
    const by = /^(?:he|his|him|himself)$/.test(token.lower) ? 1 : /^(?:she|her|herself)$/.test(token.lower) ? -1 : 0;
    if (by === 0) return;
    const before = mentions[next - 1]!;
    const sentence = structure.sentences[before.sentence]!;
    // Two persons in a sentence leave it open which of them is meant.
    let weight = 3;
    for (let k = next - 2; k >= 0 && mentions[k]!.sentence === before.sentence; k--)
      if (mentions[k]!.key !== before.key) weight = 1;
    // Within its sentence, or at the beginning of the next one.
    if (i <= sentence.last || i <= sentence.last + 2) vote(before.key, by * weight);
  });
}
