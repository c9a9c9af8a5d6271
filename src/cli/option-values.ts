import { UsageError } from '../model/errors.js';

/** An option that may be given several times: the command line's parser makes a list of the second one on. */
export function repeated(value: string | readonly string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}

/** The parts of an option that takes a list separated by commas (or given several times); null where it was not given. */
export function listOf(value: string | readonly string[] | undefined): string[] | null {
  if (value === undefined) return null;
  return repeated(value)
    .flatMap((one) => one.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A whole number of at least `least`; throws UsageError for anything else. */
export function wholeNumber(option: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  const range = least === 0 ? ' of 0 or more' : '';
  throw new UsageError(`--${option} takes a whole number${range}`);
}

/** The same for an option that also takes "all": Infinity then. The value is as it stands on the command line. */
export function wholeNumberOrAll(option: string, value: string): number {
  if (value === 'all') return Infinity;
  if (/^[1-9]\d{0,14}$/.test(value)) return Number(value);
  throw new UsageError(`--${option} takes a whole number from 1, or "all"`);
}
