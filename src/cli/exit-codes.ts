/** Exit codes of every command. Several may apply: `worst` says which one is given. */
export const exitCodes = {
  clean: 0,
  dataErrors: 1,
  wrongUse: 2,
  unreadable: 3,
  fault: 4,
  incomplete: 5,
  tryAgain: 75,
} as const;

const order = [4, 2, 3, 75, 5, 1, 0];

/** The exit code that wins when several apply. */
export function worst(codes: readonly number[]): number {
  return order.find((code) => codes.includes(code)) ?? 0;
}
