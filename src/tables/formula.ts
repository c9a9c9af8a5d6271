/** What a formula begins with in a spreadsheet. */
export const FORMULA_BEGINS = '=+@\t\r-';

const FORMULA = /^[=+@\t\r-](?![\d.]+(?:e[+-]?\d+)?$)./isu;

/** True for a text that a spreadsheet would run as a formula; a number with its sign is none. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}
