const DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * The newer of a day and the day of a date or time, YYYY-MM-DD; a date that names no day leaves it as it was. A release
 * has no clock: without a given date it bears the newest day that the dataset itself names.
 */
export function seeDay(newest: string | null, date: string | null): string | null {
  const day = date === null ? null : (DAY.exec(date)?.[0] ?? null);
  return day !== null && (newest === null || day > newest) ? day : newest;
}
