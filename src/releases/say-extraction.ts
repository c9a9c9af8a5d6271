import type { Extraction, ExtractionFigure } from './extraction.js';
import { numberOf, threeDecimals } from './say-counts.js';

/** The recall of the extraction in words, with the counts that it comes from. */
export function extractionText(extraction: Extraction): string {
  const { documents, standoff_statements: standoff, found, added, unlabelled, recall, interval } = extraction;
  const passages = numberOf(found + added, 'passage');
  const estimate = `The recall of the extraction was estimated on ${numberOf(documents, 'document')} that annotators read as a whole. Of ${passages} with statements the program found ${found || 'none'} and annotators added ${added || 'none'}: ${figureText(recall, interval?.method ?? '')}.`;
  const unseen = `${numberOf(unlabelled, 'statement')} that it found there ${unlabelled === 1 ? 'has' : 'have'} no label or decision that counts and ${unlabelled === 1 ? 'is' : 'are'} taken for right.`;
  const apart = `${numberOf(standoff, 'statement')} of these documents ${standoff === 1 ? 'is' : 'are'} in standoff/ only.`;
  return [estimate, ...(unlabelled ? [unseen] : []), ...(standoff ? [apart] : [])].join(' ');
}

function figureText({ value, low, high, reason }: ExtractionFigure, method: string): string {
  if (value === null) return `not defined (${reason ?? 'no reason given'})`;
  if (low === null || high === null) return `${threeDecimals(value)} (no interval: ${reason ?? 'no reason given'})`;
  return `${threeDecimals(value)} (95 % interval ${threeDecimals(low)} to ${threeDecimals(high)}, ${method})`;
}
