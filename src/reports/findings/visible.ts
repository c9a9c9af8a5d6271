/**
 * Line ends, other control characters, blanks without width (joiners of emoji aside), what turns the direction of
 * writing, halves of surrogate pairs, non-characters.
 */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text from somebody's data as it can be printed on one line: characters that would break the line, drive a terminal
 * or be lost in writing are escaped as in a program's source (`\n`, `\u001b`). Characters of `keep` stay.
 */
export function visible(text: string, keep = ''): string {
  return text.replace(HIDDEN, (character) =>
    keep.includes(character)
      ? character
      : (NAMED[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** A text cut to `most` UTF-16 units, with an ellipsis, never inside a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
