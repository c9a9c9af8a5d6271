import type { StanceLabel } from '../labelers/labeler.js';
import type { Mention } from '../parse/context.js';
import type { DescribeContext } from './describe.js';

/** Most rows that one utterance gives for its targets. */
export const MOST_TARGETS = 2;

/** What choosing a target needs besides the attribution itself. */
export interface TargetContext extends DescribeContext {
  /** The content's pieces as token ranges. */
  readonly content: readonly Mention[];
  readonly label: StanceLabel;
}
