import type { Mention } from '../parse/context.js';
import type { CueUse } from '../parse/cue-uses.js';
import type { FrameMatch } from '../parse/frames.js';
import type { Subject } from '../parse/subject.js';

/** Reported speech in the making: a cue with its subject, the frame that fits, and the tokens of its content. */
export interface ReportedDraft {
  readonly use: CueUse;
  readonly subject: Subject;
  readonly frame: FrameMatch;
  readonly from: number;
  readonly to: number;
  /** A second stretch of content, where the attribution stands in its middle. */
  readonly more: Mention | null;
}
