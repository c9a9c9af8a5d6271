import { actorTargets, noTarget, type FoundTarget } from '../resolve/targets.js';
import type { Mention } from '../parse/context.js';
import type { TargetContext } from './context.js';
import { describePhrase, describePossessor, isOwnName, isOwnPronoun, isPronoun } from './describe.js';
import { earlierSubject } from './earlier-subject.js';
import { judgedPhrase, undertakingAt } from './judged.js';
import { nearest } from './nearest.js';

const touches = (a: Mention, b: Mention): boolean => a.first <= b.last + 2 && b.first <= a.last + 2;

/** "it", "they", "this": what the same words named before. */
function takenUp(phrase: Mention, context: TargetContext): FoundTarget | null {
  const { tokens, content } = context;
  if (!/^(?:it|they|them|this|that|these|those)$/.test(tokens[phrase.first]!.lower) || phrase.first !== phrase.last)
    return null;
  const earlier = earlierSubject(tokens, phrase.first, content);
  return earlier && describePhrase(earlier, context);
}

/** What the words that carry the position judge. */
export function contentTargets(listed: readonly FoundTarget[], context: TargetContext): FoundTarget[] {
  const { tokens, names, content, speakers, label } = context;
  const at = label.pivot === null ? undertakingAt(tokens, content) : label.pivotVerb ? label.pivot - 1 : label.pivot;
  const near = nearest(listed, label.pivot);
  const phrase =
    at === null
      ? null
      : judgedPhrase(tokens, at, content, {
          verbal: label.pivotVerb,
          reproach: label.stance === 'against' && context.structure.quoted[at] === 1,
          isOwn: (mention) => isOwnPronoun(mention, context) || isOwnName(mention, context),
        });
  // A listed target counts where it is what the phrase names, or where no phrase was found.
  if (near && (phrase === null || isPronoun(tokens, phrase) || touches(near.mention!, phrase))) return [near];
  if (phrase) {
    const found = describePossessor(phrase, context) ?? describePhrase(phrase, context) ?? takenUp(phrase, context);
    if (found) return [found];
  }
  const actors = content.flatMap((stretch) => actorTargets(tokens, stretch, names, speakers));
  const actor = nearest(actors, label.pivot);
  if (actor && (phrase === null || isPronoun(tokens, phrase)) && label.stance === 'against') return [actor];
  // Only a pronoun takes up what was spoken of before; a clause that names nothing has no target.
  return phrase !== null && TAKES_UP.test(tokens[phrase.last]!.lower) ? [] : [noTarget];
}

const TAKES_UP = /^(?:it|they|them|this|that|these|those|he|she|him|her)$/;
