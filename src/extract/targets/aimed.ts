import { phraseTarget, type FoundTarget } from '../resolve/targets.js';
import { actPhrase } from '../target-phrases.js';
import { deedPhrase } from './judged.js';
import { MOST_TARGETS, type TargetContext } from './context.js';

/** What somebody is asked or promises to do: the targets of the list in it, else the deed itself. */
export function aimedTargets(listed: readonly FoundTarget[], { tokens, content }: TargetContext): FoundTarget[] {
  if (listed.length) return listed.slice(0, MOST_TARGETS);
  const act = actPhrase(tokens, content);
  const deed = act && deedPhrase(tokens, act.first, content[0]!.last);
  return deed ? [phraseTarget(tokens, deed)] : [];
}
