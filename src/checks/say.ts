import type { FindingDetails, Place } from '../model/findings.js';

/** A value as text for keys and messages; '' for null. */
export function cellText(value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A place as `related` wants it. */
export function relatedTo(place: Place | null): NonNullable<FindingDetails['related']> {
  return place === null || place.file === null
    ? []
    : [{ file: place.file, line: place.line ?? null, column: place.column ?? null }];
}

/** At most `most` characters of a text, with an ellipsis where it was cut. */
export function shortened(text: string, most = 80): string {
  if (text.length <= most) return text;
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
