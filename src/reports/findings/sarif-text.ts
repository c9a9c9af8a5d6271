import { cutText, visible } from './visible.js';

/**
 * A text of ours as a SARIF message string (section 3.11): braces are doubled, as single ones are placeholders, and
 * brackets that would make a link are parted by a blank (a backslash before them could itself be escaped). Controls
 * other than a line feed are made visible.
 */
export function sarifText(text: string): string {
  return visible(text, '\n').replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}

/** The same, at most `most` UTF-16 units long: cut before it is escaped, so that no escape is cut in two. */
export function shortSarifText(text: string, most: number): string {
  const whole = sarifText(text);
  // No character grows to more than six.
  return whole.length <= most ? whole : sarifText(cutText(text, Math.floor(most / 6)));
}

/**
 * A path as a URI reference: relative with forward slashes and percent-encoded parts; an absolute one becomes a file
 * URI. A colon in the first part is encoded too, or it would read as a scheme.
 */
export function pathUri(path: string): string {
  const encoded = path
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(visible(part)).replace(/[!'()*]/g, percent))
    .join('/');
  // "C:" of Windows; two slashes at the start would name a host.
  if (/^[A-Za-z]%3A\//.test(encoded)) return `file:///${encoded.replace('%3A', ':')}`;
  return encoded.startsWith('/') ? `file://${encoded.replace(/^\/+/, '/')}` : encoded;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
