import type { Finding } from '../../model/generated.js';
import { visible } from './visible.js';

/** A place as editors jump to it: "file:line:column", as far as it is known; "-" without a file. */
export function placeText(place: Pick<Finding, 'file' | 'line' | 'column'>): string {
  const shown = visible([place.file ?? '-', place.line, place.column].filter((part) => part !== null).join(':'));
  // A line that begins so would be obeyed by GitHub's runner.
  return /^\s*::/.test(shown) ? `./${shown}` : shown;
}

/** What is wrong, with the record before it: "st_k3v9  "favour" is not a stance". */
export function findingMessage({ record_id, message }: Finding): string {
  return record_id ? `${record_id}: ${message}` : message;
}

/**
 * A finding as text, place first: what was found, and on a second line what is allowed and what to do. `fix` tells which
 * suggestions `--fix` can apply, for the command that has it.
 */
export function findingText(found: Finding, { fix = false }: { readonly fix?: boolean } = {}): string {
  const { severity, rule, record_id, message, allowed, suggestion, related } = found;
  const record = record_id ? `  ${visible(record_id)}` : '';
  const hints = [
    allowed.length ? `allowed: ${allowed.join(', ')}` : null,
    suggestion ? `did you mean "${suggestion.value}"?${fix && suggestion.safe ? ' (--fix can apply it)' : ''}` : null,
    ...related.map((place) => `see ${placeText(place)}`),
  ].filter((hint) => hint !== null);
  const second = hints.length ? `\n    ${visible(hints.join(' · '))}` : '';
  return `${placeText(found)} ${severity} ${rule}${record}  ${visible(message)}${second}`;
}
