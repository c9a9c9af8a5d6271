import type { Place } from '../model/findings.js';
import type { Check } from './check.js';
import { cellText, relatedTo } from './say.js';

/** Terms of office: the start is not after the end, and one actor does not hold one role twice at a time. */
export const memberships: Check = {
  name: 'memberships',
  rules: ['membership/dates', 'membership/overlap'],
  tables: ['membership'],
  start: () => {
    const terms = new Map<string, Term[]>();
    return {
      row: (view, say) => {
        const row = view.values;
        const [start, end] = [cellText(row['start_date']), cellText(row['end_date'])];
        if (start !== '' && end !== '' && earliest(start) > latest(end)) {
          const message = `the membership begins ${start}, after its end ${end}`;
          say('membership/dates', view, 'start_date', message, { value: start });
          return;
        }
        const id = ['actor_id', 'role', 'organization_id', 'country'].map((name) => cellText(row[name])).join('\u001f');
        const others = terms.get(id);
        const term = { start_date: start, end_date: end, place: view.placeOf('start_date') };
        if (!others) {
          terms.set(id, [term]);
          return;
        }
        const other = others.find((one) => overlaps(one, term));
        others.push(term);
        if (!other) return;
        const message = `"${cellText(row['actor_id'])}" holds the role "${cellText(row['role'])}" twice at the same time`;
        const details = { value: start === '' ? null : start, related: relatedTo(other.place) };
        say('membership/overlap', view, 'start_date', message, { severity: 'warning', ...details });
      },
    };
  },
};

/** A term of office, and where it stands. */
interface Term {
  readonly start_date: string;
  readonly end_date: string;
  readonly place: Place;
}

/** The first and last day that a date of any precision can mean; no date means always. */
const earliest = (date: string): string => (date === '' ? '0000' : date);
const latest = (date: string): string => (date === '' ? '9999' : `${date}-99-99`.slice(0, 10));

/** Terms that share more than a day: an office is often left and taken up again on one day, or in one month. */
function overlaps(a: Term, b: Term): boolean {
  const [from, to] = [a, b].map((term) => latestStart(term.start_date));
  const [fromEnd, toEnd] = [a, b].map((term) => earliestEnd(term.end_date));
  return from! < toEnd! && to! < fromEnd!;
}

/** Where precision is missing, the reading under which terms do not overlap is taken. */
const latestStart = (date: string): string => (date === '' ? '0000' : latest(date));
const earliestEnd = (date: string): string => (date === '' ? '9999' : date);
