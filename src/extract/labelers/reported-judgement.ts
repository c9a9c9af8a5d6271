import { negators } from '../../text/function-words.js';
import { clauseAround } from '../parse/clause.js';
import { isFiniteVerb } from '../parse/word-class.js';
import { readContent, type ContentReading } from './read-content.js';
import type { LabelInput } from './labeler.js';
import type { PhraseIndex } from '../resolve/phrase-index.js';
import type { Polarity } from './polarity-index.js';

/** Harm that reports tell as news: who says that a shop was robbed has not judged the robber in saying so. */
const NEWS =
  /^(?:kill|murder|attack|assault|bomb|shell|shoot|rape|rob|steal|jail|detain|die|massacre|slaughter|occupy|invade|torture|loot|damage|block|fear|suffer|worry|fight|help|build|back|advance|support|defend|deny|reject|refuse|oppose|accuse|blame|criticize|criticise|condemn|denounce|praise|contribute|expand|address|counter|combat|protect|improve|lack|waste|hurt|scare|earn|save|hail|endorse|embrace)/;

/**
 * Reads a reported clause. In a plain report nouns and verbs name things rather than judge them; where the whole says
 * nothing else, a noun that the clause predicates ("was a mistake"), the clause's own evaluating verb ("had misled
 * voters") and words kept in quotation marks are the speaker's judgement still.
 */
export function readReported(
  input: LabelInput,
  index: PhraseIndex<Polarity>,
  self: 'first' | 'reported' | 'none',
): ContentReading {
  const options = { self, ownName: input.ownName } as const;
  const damped = readContent(input.tokens, input.content, index, { ...options, report: true });
  if (Math.abs(damped.balance) >= 1) return damped;
  const full = readContent(input.tokens, input.content, index, { ...options, report: false });
  return full.pivot !== null && Math.abs(full.balance) >= 1 && judges(input, full) ? full : damped;
}

function judges({ tokens, content }: LabelInput, { pivot, pivotVerb }: ContentReading): boolean {
  const at = pivot!;
  const range = content.find((stretch) => stretch.first <= at && at <= stretch.last);
  if (!range) return false;
  if (between(tokens, at, range.first, range.last)) return true;
  const { verb, object, linking, passive } = clauseAround(tokens, at, range, { verbal: pivotVerb });
  // "had been pilloried": what others said of somebody is news, too.
  if (pivotVerb && passive) return false;
  // "fathers who adopt": a relative clause says of whom one speaks.
  if (pivotVerb && verb !== null && /^(?:who|which|that)$/.test(tokens[verb.first - 1]?.lower ?? '')) return false;
  if (pivotVerb) return verb !== null && at >= verb.first && at <= verb.last + 2 && !NEWS.test(tokens[at]!.lower);
  return linking && object !== null && object.first <= at && at <= object.last + 1;
}

/** Token `at` stands between quotation marks inside the content. */
function between(tokens: LabelInput['tokens'], at: number, first: number, last: number): boolean {
  let marks = 0;
  for (let i = first; i < at; i++) if (tokens[i]!.kind === 'quote' && /^["“”]$/.test(tokens[i]!.text)) marks++;
  if (marks % 2 === 0) return false;
  for (let i = at + 1; i <= last + 1; i++) if (tokens[i]?.kind === 'quote') return true;
  return false;
}

/**
 * Sign of the evaluating verb of the first clause where somebody else is its subject ("has abused the power of his
 * office"): it outweighs words that only describe what the deed was done with. Null where the verb does not judge.
 */
export function mainVerbSign(
  { tokens, content }: LabelInput,
  index: PhraseIndex<Polarity>,
): 'favor' | 'against' | null {
  const range = content[0];
  if (!range) return null;
  for (let i = range.first; i <= range.last && i <= range.first + 12; i++) {
    if (!isFiniteVerb(tokens, i)) continue;
    const { subject, verb, passive } = clauseAround(tokens, i, range, { verbal: true });
    if (!subject || !verb || passive || /^(?:i|we|you|there|it|who)$/.test(tokens[subject.last]!.lower)) return null;
    for (let k = verb.first; k < verb.last; k++) if (negators.has(tokens[k]!.lower)) return null;
    const polarity = index.at(tokens, verb.last, range.last)?.values[0];
    if (polarity?.part !== 'verb' || NEWS.test(tokens[verb.last]!.lower)) return null;
    return polarity.effect === 'positive' ? 'favor' : polarity.effect === 'negative' ? 'against' : null;
  }
  return null;
}
