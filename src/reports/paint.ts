/** How parts of a text are marked on a terminal. */
export interface Paint {
  readonly heading: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly note: (text: string) => string;
  readonly faint: (text: string) => string;
}

const same = (text: string): string => text;

/** Nothing is marked: for files and pipes. */
export const plain: Paint = { heading: same, good: same, bad: same, note: same, faint: same };

const escape =
  (code: number, end: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${code}m${text}\u001b[${end}m`;

/** ANSI colours: for terminals only. Whole lines are marked, after their columns were aligned. */
export const coloured: Paint = {
  heading: escape(1, 22),
  good: escape(32, 39),
  bad: escape(31, 39),
  note: escape(33, 39),
  faint: escape(2, 22),
};
