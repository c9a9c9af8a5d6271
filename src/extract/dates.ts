import type { Statement } from '../model/generated.js';

/** A date with how exact it is and where it comes from. */
export interface DateFact {
  readonly date: string | null;
  readonly date_precision: Statement['date_precision'];
  readonly date_basis: Statement['date_basis'];
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The precision that a partial ISO date shows. */
export function precisionOf(date: string | null): Statement['date_precision'] {
  if (date === null) return 'unknown';
  return date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year';
}

/** The document's own date as a fact about a statement made in it. */
export function documentDate(date: string | null): DateFact {
  return { date, date_precision: precisionOf(date), date_basis: date === null ? 'none' : 'document' };
}

/**
 * The day on which something was said, where the attribution names it: "on Tuesday" is the last such day up to the
 * document's date (only where that is known to the day), "on 12 April" the one nearest before it. Anything less certain
 * keeps the document's date. `words` are the attribution's own words, without the content.
 */
export function statementDate(words: string, published: string | null): DateFact {
  const own = documentDate(published);
  if (published?.length !== 10 || words === '') return own;
  const [year = 0, month = 1, day = 1] = published.split('-').map(Number);
  const lower = words.toLowerCase();
  const explicit =
    /\bon (\d{1,2}) (january|february|march|april|may|june|july|august|september|october|november|december)\b|\bon (january|february|march|april|may|june|july|august|september|october|november|december) (\d{1,2})\b/.exec(
      lower,
    );
  if (explicit) {
    const m = MONTHS.indexOf(explicit[2] ?? explicit[3]!) + 1;
    const d = Number(explicit[1] ?? explicit[4]);
    const y = m > month || (m === month && d > day) ? year - 1 : year;
    const date = iso(Date.UTC(y, m - 1, d));
    return date.endsWith(`-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
      ? { date, date_precision: 'day', date_basis: 'explicit' }
      : own;
  }
  if (/\byesterday\b/.test(lower))
    return { date: iso(Date.UTC(year, month - 1, day - 1)), date_precision: 'day', date_basis: 'relative' };
  const weekday = /\bon (sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/.exec(lower);
  if (weekday && !/\b(?:next|coming|last)\b/.test(lower)) {
    const published_ = new Date(Date.UTC(year, month - 1, day));
    const back = (published_.getUTCDay() - WEEKDAYS.indexOf(weekday[1]!) + 7) % 7;
    return { date: iso(Date.UTC(year, month - 1, day - back)), date_precision: 'day', date_basis: 'relative' };
  }
  return own;
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
