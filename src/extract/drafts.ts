import type { Statement } from '../model/generated.js';
import type { Span } from '../model/spans.js';
import type { PlacedAttribution } from './attribute.js';
import type { StanceLabel } from './labelers/labeler.js';
import type { Mention } from './parse/context.js';
import type { Resolution } from './resolve/resolution.js';
import type { FoundTarget } from './resolve/targets.js';

/** A statement in the making, in UTF-16 units, before its id is minted: one speaker, one target. */
export interface StatementDraft {
  readonly attribution: PlacedAttribution;
  /** Index of its attribution; rows of one attribution are one utterance. */
  readonly index: number;
  readonly segments: readonly Span[];
  readonly section: Statement['section'];
  readonly speaker: Mention | Span | null;
  readonly resolution: Resolution;
  readonly addressees: readonly string[];
  readonly label: StanceLabel;
  readonly target: FoundTarget;
  /** Sentences back to where an inferred target stood; 0 when it is the statement's own; null when there is none. */
  readonly distance: number | null;
  readonly inferred: boolean;
}
