import type { Extraction, ExtractionFigure } from './extraction.js';
import { numberOf, threeDecimals } from './say-counts.js';

/** Recall and precision of the extraction in words, with the counts that they come from. */
export function extractionText(extraction: Extraction): string {
  const { documents, standoff_statements: standoff, found, added, rejected, unlabelled, interval } = extraction;
  const said = (figure: ExtractionFigure): string => figureText(figure, interval?.method ?? '');
  const apart = standoff ? ` (${standoff} of them in standoff/ only)` : '';
  const recall = `The recall of the extraction was estimated on ${numberOf(documents, 'document')} that people read as a whole, of which the program found ${numberOf(found, 'statement')} and people added ${added || 'none'}${apart}: ${said(extraction.recall)}.`;
  const rows = `${rejected || 'no'} other row${rejected > 1 ? 's' : ''}`;
  const precision = `Labels rejected ${rows} that it had found there: precision ${said(extraction.precision)}.`;
  const unseen = `${unlabelled} of the rows found ${unlabelled === 1 ? 'was' : 'were'} labelled by no person and ${unlabelled === 1 ? 'counts' : 'count'} as right.`;
  return [recall, precision, ...(unlabelled ? [unseen] : [])].join(' ');
}

function figureText({ value, low, high, reason }: ExtractionFigure, method: string): string {
  if (value === null) return `not defined (${reason ?? 'no reason given'})`;
  if (low === null || high === null) return `${threeDecimals(value)} (no interval: ${reason ?? 'no reason given'})`;
  return `${threeDecimals(value)} (95 % interval ${threeDecimals(low)} to ${threeDecimals(high)}, ${method})`;
}
