import { joinLines, unwrapLines, wrapLines } from './rewrap.js';

/** A way in which a copy of a text may differ from it without a word being another, and how it is undone. */
export interface CopyForm {
  /** What is done to the copy: "with its lines joined". */
  readonly name: string;
  readonly make: (text: string) => string;
}

/** Forms with other numbers of blanks and blank lines. */
export const spacingForms: readonly CopyForm[] = [
  { name: 'with blank lines between its lines', make: (text) => text.replace(/\n+(?=[^\n])/g, '\n\n') },
  { name: 'without its blank lines', make: (text) => text.replace(/\n{2,}/g, '\n') },
  { name: 'with single blanks', make: (text) => text.replace(/[ \t]+/g, ' ').replace(/ ?\n ?/g, '\n') },
];

/** Forms with lines put together. */
export const joinedForms: readonly CopyForm[] = [
  { name: 'with its broken lines joined', make: unwrapLines },
  { name: 'with the lines of its paragraphs joined', make: joinLines },
];

/** Widths at which the lines of plain texts are broken. */
const WIDTHS = Array.from({ length: 81 }, (_, i) => 40 + i);

/** Forms with lines broken at a width; none changes the length. */
export const lineForms: readonly CopyForm[] = [
  ...WIDTHS.map((width) => ({
    name: `with its lines broken at ${width} characters`,
    make: (text: string) => wrapLines(text, width),
  })),
  ...WIDTHS.map((width) => ({
    name: `with its paragraphs broken anew at ${width} characters`,
    make: (text: string) => wrapLines(joinLines(text), width),
  })),
];

/** Forms in which the same signs are drawn otherwise; none changes the length. */
export const signForms: readonly CopyForm[] = [
  { name: 'with typographic quotation marks', make: typographicMarks },
  { name: 'with straight quotation marks', make: straightMarks },
  { name: 'with plain blanks', make: (text) => text.replace(/[\u00a0\u2007\u2009\u202f]/g, ' ') },
];

/** A text with straight quotation marks and apostrophes. */
export function straightMarks(text: string): string {
  return text.replace(/[“”„‟]/g, '"').replace(/[‘’‚‛]/g, "'");
}

/**
 * A text with typographic quotation marks: one after a blank, a bracket, a dash or another mark opens; any other closes,
 * or is an apostrophe.
 */
export function typographicMarks(text: string): string {
  return text
    .replace(/(^|[\s([{<—–‘'])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{<—–“])'/g, '$1‘')
    .replaceAll("'", '’');
}

/** What is known of the text that is sought. */
export interface SoughtText {
  readonly sha256: string;
  /** In code points. */
  readonly length: number;
}

/** A copy in the form in which it is the sought text, and what was done to it; nothing where it was that already. */
export interface ExactForm {
  readonly text: string;
  readonly done: readonly string[];
}

/**
 * The form of a copy that is the sought text to the letter: as it is, else with other blanks at its ends and between its
 * lines, its lines broken elsewhere, or its quotation marks drawn otherwise. Null where none is. `digest` gives the
 * SHA-256 of a text; it is asked only about forms of the right length.
 */
export function exactForm(text: string, sought: SoughtText, digest: (text: string) => string): ExactForm | null {
  for (const spacing of [null, ...spacingForms]) {
    const spaced = spacing ? spacing.make(text) : text;
    if (spacing && spaced === text) continue;
    for (const trimmed of endForms(spaced)) {
      if (lengthOf(trimmed) !== sought.length) continue;
      for (const lines of [null, ...joinedForms, ...lineForms]) {
        const laid = lines ? lines.make(trimmed) : trimmed;
        if (lines && laid === trimmed) continue;
        for (const signs of [null, ...signForms]) {
          const made = signs ? signs.make(laid) : laid;
          if ((signs && made === laid) || digest(made) !== sought.sha256) continue;
          const trimming = trimmed === spaced ? null : 'with other blanks at its ends or the ends of its lines';
          const names = [spacing?.name, lines?.name, signs?.name, trimming];
          return { text: made, done: names.filter((name) => typeof name === 'string') };
        }
      }
    }
  }
  return null;
}

/** A text with other blanks at its ends and at the ends of its lines, each form once, the text itself first. */
function endForms(text: string): ReadonlySet<string> {
  const forms = new Set([text]);
  for (const lines of [text, text.replace(/[ \t]+$/gm, '')]) {
    for (const body of [lines, lines.trimStart()]) {
      forms.add(body);
      for (const end of ['', '\n', '\n\n']) forms.add(body.trimEnd() + end);
    }
  }
  return forms;
}

/** Length in code points. */
function lengthOf(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
