import { phraseTarget, type FoundTarget } from '../resolve/targets.js';
import { actPhrase } from '../target-phrases.js';
import type { Mention } from '../parse/context.js';
import { describePhrase } from './describe.js';
import { deedPhrase } from './judged.js';
import { MOST_TARGETS, type TargetContext } from './context.js';

/** What somebody is asked or promises to do: the targets of the list in it, else the deed itself. */
export function aimedTargets(
  listed: readonly FoundTarget[],
  context: TargetContext,
  object: Mention | null = null,
): FoundTarget[] {
  const { tokens, content } = context;
  if (listed.length) return listed.slice(0, MOST_TARGETS);
  const act = actPhrase(tokens, content);
  // "called for the funds to be clawed back": what is to be done to something is about that.
  if (act && object && tokens[act.first]!.lower === 'be') {
    const found = describePhrase(object, context);
    if (found) return [found];
  }
  const deed = act && deedPhrase(tokens, act.first, content[0]!.last);
  return deed ? [phraseTarget(tokens, deed)] : [];
}
