/** Characters without width: soft hyphen, joiners, direction marks, byte order mark, variation selectors. */
const INVISIBLE =
  /\u00ad|\u034f|\u061c|\u180e|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f]|[\ufe00-\ufe0f]|\ufeff/gu;

/** Letters with a stroke or ligature, which Unicode does not take apart. */
const STROKED: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

/** A word without what nobody means by it: case, accents, characters without width, blanks around it and double ones. */
export function foldLetters(word: string): string {
  // Most words are plain ASCII: what can't be in them is not looked for.
  const plain = /^[\x00-\x7f]*$/.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFD')
        .replace(INVISIBLE, '')
        .toLowerCase()
        .replace(/\p{M}/gu, '')
        .replace(/[ıłøđßæœ]/g, (c) => STROKED[c] ?? c);
  return plain.trim().replace(/\s+/g, ' ');
}

/**
 * Folded letters, and hyphens, underscores and blanks between letters taken out: "Non_Committal" and "non committal" are
 * one word. A hyphen before a digit stays, as it may be a sign.
 */
export function foldSeparators(word: string): string {
  return foldLetters(word)
    .replace(/(?<=\p{L})[\s_\-\u2010-\u2015]+(?=\p{L})/gu, '')
    .replace(/(?<=\p{L})[\s_]+(?=\d)|(?<=\d)[\s_]+(?=\p{L})/gu, '');
}

/** British endings and their American counterparts, after three letters at least ("four" is no "for"). */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{3})our(?=$|s$|ed$|er|ing|able|ite|ful)/gu, 'or'],
  [/(?<=\p{L}{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)/gu, 'iz'],
  [/(?<=\p{L}{3})ys(?=(?:e|es|ed|er|ers|ing)$)/gu, 'yz'],
  [/(?<=\p{L}{3})ence(?=$|s$)/gu, 'ense'],
  [/(?<=\p{L}{2})tre(?=$|s$)/gu, 'ter'],
  [/(?<=\p{L}{3})ogue(?=$|s$)/gu, 'og'],
  [/(?<=\p{L}{3})ll(?=(?:ed|ing|er|ers)$)/gu, 'l'],
];

/** A folded word in one of its two English spellings: equal for "favourable" and "favorable", "criticise" and "criticize". */
export function foldSpelling(folded: string): string {
  return SPELLINGS.reduce((word, [british, american]) => word.replace(british, american), folded);
}
