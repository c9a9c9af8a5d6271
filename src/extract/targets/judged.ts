import { formsOfBe, isAdverb, modals } from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import { clauseAround, type Clause } from '../parse/clause.js';
import type { Mention } from '../parse/context.js';
import { nounPhraseAt, simplePhraseAt } from '../parse/noun-phrase.js';
import { isFiniteVerb } from '../parse/word-class.js';

/** Subjects that judge or stand for nobody: what the clause is about follows its verb. */
const SPEAKING = /^(?:i|we|you|us|me|people|everyone|everybody|one|who|there|nobody|anyone|someone|what)$/;

/**
 * What the words at `at` are about: the subject of their clause where somebody or something else stands there, behind
 * "we", "there" and "it is … to" what the verb governs. Null where the clause names nothing; the subject may be a pronoun.
 */
export function judgedPhrase(
  tokens: readonly Token[],
  at: number,
  content: readonly Mention[],
  {
    verbal = false,
    reproach = false,
    isOwn = () => false,
  }: {
    readonly verbal?: boolean;
    /** Spoken to somebody's face: "you" is who is meant. */
    readonly reproach?: boolean;
    readonly isOwn?: (mention: Mention) => boolean;
  } = {},
): Mention | null {
  const range = content.find((stretch) => stretch.first <= at && at <= stretch.last);
  if (!range) return null;
  const clause = clauseAround(tokens, at, range, { verbal });
  const { subject } = clause;
  const lower = subject && subject.first === subject.last ? tokens[subject.first]!.lower : '';
  if (/^(?:it|this|that)$/.test(lower) && clause.verb) {
    // "it was demoralizing to serve": what looks like the verb may be the judgement itself.
    const adjective = at === clause.verb.last && at > clause.verb.first;
    const clausal = lower === 'it' ? extraposed(tokens, clause.verb.last + (adjective ? 0 : 1), range.last) : null;
    if (clausal) return clausal;
    return subject;
  }
  if (
    reproach &&
    lower === 'you' &&
    verbal &&
    !/^(?:if|when|because|what|that)$/.test(tokens[subject!.first - 1]?.lower ?? '')
  )
    return subject;
  const felt = feltAbout(tokens, at, range.last);
  if (felt) return felt;
  // "the real extremist is Roth": a name behind the judgement is who is judged.
  const { object, linking } = clause;
  if (
    subject &&
    linking &&
    object &&
    subject.first <= at &&
    at <= subject.last &&
    isCapitalised(tokens[object.last]!.text)
  )
    return object;
  if (subject && !SPEAKING.test(lower) && !isGeneric(tokens, subject) && !isOwn(subject)) return subject;
  return governedBy(tokens, clause, at, range) ?? null;
}

const FEELINGS =
  /^(?:exasperated|frustrated|disappointed|angry|furious|upset|worried|concerned|alarmed|proud|happy|unhappy|pleased|displeased|glad|excited|thrilled|impressed|grateful|thankful|delighted|sick|tired|ashamed|embarrassed|critical|supportive|fond|afraid|scared|hopeful|optimistic|pessimistic|confident|honored|honoured|humbled|saddened|appalled|disgusted|horrified|dismayed|outraged|amazed|encouraged|troubled|bothered|skeptical|sceptical|wary|enthusiastic|satisfied|dissatisfied|comfortable|uncomfortable|offended|shocked|fed)$/;

/** What a feeling is about: "grown exasperated with the tone", "sick and tired of delays"; null for other words. */
function feltAbout(tokens: readonly Token[], at: number, last: number): Mention | null {
  if (!FEELINGS.test(tokens[at]!.lower)) return null;
  for (let i = at + 1; i < last && i <= at + 4; i++) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'quote') continue;
    if (/^(?:with|by|about|at|of|over|in|for)$/.test(lower)) return nounPhraseAt(tokens, i + 1, last);
    if (lower !== 'and' && lower !== 'up' && !FEELINGS.test(lower) && !isAdverb(lower)) return null;
  }
  return null;
}

const isGeneric = (tokens: readonly Token[], subject: Mention): boolean =>
  /^(?:my|our)$/.test(tokens[subject.first]!.lower) &&
  /^(?:view|opinion|hope|belief|goal|aim|sense)$/.test(tokens[subject.last]!.lower);

/** "it is dangerous to close the bridge", "it was a mistake to trust him": the phrase behind the judgement. */
function extraposed(tokens: readonly Token[], from: number, last: number): Mention | null {
  for (let i = from; i <= last && i < from + 9; i++) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark') return null;
    // "it is wise for the council to wait"
    if (lower === 'for' && i > from) {
      const whom = nounPhraseAt(tokens, i + 1, last);
      return whom && tokens[whom.last + 1]?.lower === 'to' ? whom : null;
    }
    if (
      lower === 'to' &&
      i > from &&
      i < last &&
      !/^(?:the|a|an|his|her|our|my|its|their|me|us|him|them)$/.test(tokens[i + 1]!.lower)
    ) {
      return deedPhrase(tokens, i + 1, last);
    }
    if (i > from && lower === 'that' && i < last) return nounPhraseAt(tokens, i + 1, last);
  }
  return null;
}

/** A verb with its object ("close the bridge"), as one names a deed. */
export function deedPhrase(tokens: readonly Token[], first: number, limit: number): Mention | null {
  let i = first;
  while (i <= limit && isAdverb(tokens[i]!.lower)) i++;
  if (i > limit || tokens[i]!.kind !== 'word') return null;
  if (formsOfBe.has(tokens[i]!.lower)) return nounPhraseAt(tokens, i + 1, limit);
  // "do more to strengthen the banks": the verb behind says what is to be done.
  if (EMPTY_DEED.test(tokens[i]!.lower))
    for (let k = i + 1; k < limit && k <= i + 4; k++) {
      if (tokens[k]!.kind !== 'word') break;
      if (tokens[k]!.lower === 'to') return deedPhrase(tokens, k + 1, limit);
    }
  let next = i + 1;
  while (next <= limit && PARTICLE.test(tokens[next]!.lower)) next++;
  const object = next <= limit && !isFiniteVerb(tokens, next) ? nounPhraseAt(tokens, next, limit) : null;
  // A bare verb names nothing that one could be for or against.
  return object ? { first: i, last: object.last } : null;
}

const isModal = (tokens: readonly Token[], i: number): boolean =>
  modals.has(tokens[i]!.lower) || /^(?:need|needs|have|has|going|ought)$/.test(tokens[i]!.lower);

const EMPTY_DEED = /^(?:do|work|try|start|begin|continue|want|seek|go|come|get|act|help|move|commit)$/;

const PARTICLE = /^(?:on|in|for|with|at|up|out|off|down|over|into|from|away|back|about|against|to|of)$/;

function governedBy(tokens: readonly Token[], clause: Clause, at: number, range: Mention): Mention | null {
  const { verb, object, linking } = clause;
  if (!verb) {
    // "that Kestria “stop its raids”": a name opens a clause whose verb has no finite form.
    const opening = nounPhraseAt(tokens, range.first, range.last, { attach: false });
    return opening && isCapitalised(tokens[opening.last]!.text) ? opening : null;
  }
  const there = tokens[clause.subject?.first ?? verb.first]!.lower === 'there';
  if (there) return existing(tokens, verb.last + 1, range.last);
  // "we will open the gates": what is undertaken or called for is the deed.
  if (at >= verb.first && at < verb.last && isModal(tokens, at)) return deedPhrase(tokens, verb.last, range.last);
  if (tokens[at]!.lower === 'going' && tokens[at + 1]?.lower === 'to') return deedPhrase(tokens, at + 2, range.last);
  if (at === verb.first && isModal(tokens, at) && tokens[verb.last + 1]?.lower === 'to')
    return deedPhrase(tokens, verb.last + 2, range.last);
  if (object && !linking) return object;
  let i = verb.last + 1;
  while (i <= range.last && i < verb.last + 8) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark' || modals.has(lower)) break;
    if (/^(?:to|about|for|of|with|on|by|in|that|at|against)$/.test(lower)) {
      const found =
        i < range.last
          ? lower === 'to'
            ? deedPhrase(tokens, i + 1, range.last)
            : nounPhraseAt(tokens, i + 1, range.last)
          : null;
      if (found) return found;
    }
    i++;
  }
  return null;
}

/** What "there is" brings up; "no excuse for the delay", "a need for talks" bring up what stands behind "for". */
function existing(tokens: readonly Token[], from: number, last: number): Mention | null {
  const simple = simplePhraseAt(tokens, from, last);
  if (!simple) return null;
  if (
    LIGHT.test(tokens[simple.last]!.lower) &&
    simple.last + 2 <= last &&
    /^(?:for|to|in)$/.test(tokens[simple.last + 1]!.lower)
  )
    return nounPhraseAt(tokens, simple.last + 2, last) ?? simple;
  return nounPhraseAt(tokens, from, last);
}

const LIGHT =
  /^(?:excuse|need|room|reason|justification|support|place|case|alternative|substitute|limit|end|wrong|benefit)$/;

/** The token on which a position rests that no evaluating word carries: the verb behind "will", "must", "need to". */
export function undertakingAt(tokens: readonly Token[], content: readonly Mention[]): number | null {
  for (const { first, last } of content) {
    for (let i = first; i < last; i++) {
      const { lower } = tokens[i]!;
      if (modals.has(lower) || (/^(?:need|needs|have|has|going|ought)$/.test(lower) && tokens[i + 1]!.lower === 'to'))
        return i;
    }
  }
  return content[0]?.first ?? null;
}
