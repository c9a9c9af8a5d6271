import { blocksMarkdown, blocksText } from './blocks.js';
import { scoreBlocks } from './score-blocks.js';
import type { ScoreReport } from './score-report.js';

/** A score report as text for a screen. */
export function scoreText(report: ScoreReport): string {
  return blocksText(scoreBlocks(report));
}

/** A score report as Markdown: for a comment on a pull request or a page. */
export function scoreMarkdown(report: ScoreReport): string {
  return blocksMarkdown(scoreBlocks(report));
}
