/** True for the code unit of a letter, a combining mark or half of a surrogate pair: what words are made of. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7;
  // General punctuation, symbols, arrows, CJK punctuation and full-width forms are no letters.
  if (code < 0x2c00) return code >= 0x2070 && code < 0x20a0;
  return !(code >= 0x3000 && code < 0x3040) && !(code >= 0xfe00 && code < 0xfe70) && code !== 0xfeff && code !== 0xfffd;
}

/** True for an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** True for white space of any kind that occurs in documents, no-break spaces included. */
export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000
  );
}

/** True for a word that begins with a capital letter. */
export function isCapitalised(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  const first = word[0] ?? '';
  return isLetter(code) && first !== first.toLowerCase();
}

/** True for a word whose letters are all capitals, at least two of them: an acronym or a shouted heading. */
export function isAllCapitals(word: string): boolean {
  let letters = 0;
  for (const c of word) {
    if (!isLetter(c.charCodeAt(0))) continue;
    if (c !== c.toUpperCase() || c === c.toLowerCase()) return false;
    letters++;
  }
  return letters > 1;
}

const SPECIAL: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'a',
};

/** A name as a matching key: lower case, marks and apostrophes removed, hyphens and dots to spaces, blanks single. */
export function foldName(name: string): string {
  let plain = name;
  // Most names are plain letters already, else ASCII; the general path costs ten times as much.
  if (/^[a-zA-Z]+$/.test(name)) return name.toLowerCase();
  if (!/^[\x00-\x7f]*$/.test(name)) {
    plain = name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[ıłøđðþßæœə]/g, (c) => SPECIAL[c] ?? c);
  }
  return plain
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/\.(?=[a-z]\b)|\.$/g, '')
    .replace(/[-‐‑–.,_\s]+/g, ' ')
    .trim();
}
