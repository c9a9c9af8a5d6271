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
function documentDate(date: string | null): DateFact {
  return { date, date_precision: precisionOf(date), date_basis: date === null ? 'none' : 'document' };
}

/**
 * The day on which something was said, where the attribution names it: "on Tuesday" is the last such day up to the
 * document's date (only where that is known to the day), "on 12 April" the one nearest before it. Anything less certain
 * keeps the document's date. `words` are the attribution's own words, without the content.
 */
export function statementDate(words: string, published: string | null): DateFact {
  const own = documentDate(published);
  if (words === '') return own;
  const lower = words.toLowerCase();
  const dated = explicitDate(lower, published);
  if (dated) return dated;
  // "last week", "two years ago": said some time before, and no more is known.
  if (
    /\b(?:last|earlier this|previous) (?:week|month|year|summer|winter|spring|autumn|fall)\b|\b(?:days|weeks|months|years) ago\b/.test(
      lower,
    )
  )
    return { date: null, date_precision: 'unknown', date_basis: 'none' };
  if (published?.length !== 10) return own;
  const [year = 0, month = 1, day = 1] = published.split('-').map(Number);
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

const MONTH = MONTHS.join('|');
const EXPLICIT = new RegExp(`\\bon (?:(\\d{1,2}) (${MONTH})|(${MONTH}) (\\d{1,2}))(?:,? (\\d{4}))?\\b`);

/** "on 12 April", "on January 5, 2031": with its year where it is said, else the nearest such day up to the document's. */
function explicitDate(lower: string, published: string | null): DateFact | null {
  const found = EXPLICIT.exec(lower);
  if (!found) return null;
  const m = MONTHS.indexOf(found[2] ?? found[3]!) + 1;
  const d = Number(found[1] ?? found[4]);
  let y = Number(found[5] ?? 0);
  if (!y) {
    if (published?.length !== 10) return null;
    const [year = 0, month = 1, day = 1] = published.split('-').map(Number);
    y = m > month || (m === month && d > day) ? year - 1 : year;
  }
  const date = iso(Date.UTC(y, m - 1, d));
  // 31 April is no day.
  if (!date.endsWith(`-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)) return null;
  return { date, date_precision: 'day', date_basis: 'explicit' };
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
