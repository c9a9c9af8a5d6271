import type { Cue } from '../../model/generated.js';
import { modals } from '../../text/function-words.js';
import { judgedSubject, phraseAfter } from '../target-phrases.js';
import { actorTargets, phraseTarget, type FoundTarget } from '../resolve/targets.js';
import type { TargetContext } from './context.js';
import { isPronoun } from './describe.js';
import { nearest } from './nearest.js';
import type { Mention } from '../parse/context.js';
import { nounPhraseAt } from '../parse/noun-phrase.js';
import { WORD } from '../parse/word-class.js';
import { decrying } from '../speech/word-sets.js';
import { aimedTargets } from './aimed.js';

/**
 * What a position in a speech or turn is about: the listed target or actor nearest to the words that carry it, since in
 * speeches it is states that are spoken of, else the phrase that those words judge.
 */
export function spokenTargets(
  sense: Cue | null,
  listed: readonly FoundTarget[],
  context: TargetContext,
): FoundTarget[] {
  const { tokens, names, content, speakers } = context;
  // A modal carries a position, but names nothing near it.
  const at = context.label.pivot;
  const empty =
    at !== null && (modals.has(tokens[at]!.lower) || /^(?:going|need|needs|have|has)$/.test(tokens[at]!.lower));
  const label = empty ? { ...context.label, pivot: null } : context.label;
  const near = nearest(listed, label.pivot);
  const aiming = sense?.frame === 'obj_to' || sense?.frame === 'to_inf';
  if (near && !aiming) return [near];
  if (near) return aimedTargets(listed, context);
  const actors = content.flatMap((stretch) => actorTargets(tokens, stretch, names, speakers));
  const actor = nearest(actors, label.pivot);
  if (actor && label.stance === 'against') {
    const decried = decriedObject(context);
    return decried ? [phraseTarget(tokens, decried)] : [actor];
  }
  if (aiming) {
    const aimed = aimedTargets(listed, context);
    if (aimed.length) return aimed;
  }
  const subject = label.pivot === null ? null : judgedSubject(tokens, label.pivot, content);
  const own = actors.find((a) => subject !== null && a.mention!.last === subject.last);
  if (own) return [own];
  const behind = label.pivot === null ? null : phraseAfter(tokens, label.pivot, content);
  // "It was a disgrace": the judging word itself names nothing.
  const bare = subject !== null && isPronoun(tokens, subject) && behind !== null && behind.first === behind.last;
  const phrase = subject && !isPronoun(tokens, subject) ? subject : bare ? null : behind;
  if (actor && !phrase) return [actor];
  return phrase ? [phraseTarget(tokens, phrase)] : actor ? [actor] : [];
}

/** What somebody else is said to find bad: "the raid" in "Valmora has condemned the raid on Orlund". */
function decriedObject({ tokens, content }: TargetContext): Mention | null {
  for (const { first, last } of content)
    for (let i = first + 1; i < last; i++)
      if (
        decrying.has(tokens[i]!.lower) &&
        (tokens[i]!.word & (WORD.present | WORD.past | WORD.base | WORD.participle)) !== 0
      )
        return nounPhraseAt(tokens, i + 1, last, { attach: false });
  return null;
}
