/** Makes somebody's words fit to stand in a form of output. */
export type Words = (text: string) => string;

/** A number with its thousands set apart. */
export function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
