/** Windows-1252 characters of the bytes 0x80 to 0x9f; the bytes without a character stand for themselves. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * What two or three bytes of UTF-8 look like when they are read as Windows-1252: a lead byte's letter, then characters
 * that hardly ever follow it. Curly quotes and dashes are left out after Ä and Å, where German and Swedish have them.
 */
const SUSPECT =
  /(?:[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[ÄÅ][\u0080-\u00bf€‚ƒ…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|â€[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|(?:[ÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2})/g;

/** A word that looks like UTF-8 read as Windows-1252: where it stands, and what it probably was (null when unclear). */
export interface Mojibake {
  readonly position: number;
  readonly word: string;
  readonly probably: string | null;
}

/** Finds words spoilt by reading UTF-8 as Windows-1252 ("Ã§" for "ç"), with the position of each (UTF-16 units). */
export function findMojibake(text: string): Mojibake[] {
  const found: Mojibake[] = [];
  let past = 0;
  for (const match of text.matchAll(SUSPECT)) {
    if (match.index < past) continue;
    let start = match.index;
    while (start > past && !/[\s,;"]/.test(text[start - 1]!)) start--;
    let end = match.index + match[0].length;
    while (end < text.length && !/[\s,;"]/.test(text[end]!)) end++;
    past = end;
    const word = text.slice(start, end);
    found.push({ position: start, word, probably: repaired(word) });
  }
  return found;
}

function repaired(word: string): string | null {
  const bytes: number[] = [];
  for (const character of word) {
    const code = character.codePointAt(0)!;
    const high = HIGH.indexOf(character);
    if (high >= 0) bytes.push(0x80 + high);
    else if (code <= 0xff) bytes.push(code);
    else return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
