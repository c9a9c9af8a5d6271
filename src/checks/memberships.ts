import type { PlacedRow } from '../tables/typed-rows.js';
import type { Check, Row } from './check.js';
import { cellText, relatedTo, say } from './say.js';

/** Terms of office: the start is not after the end, and one actor does not hold one role twice at a time. */
export const memberships: Check = {
  name: 'memberships',
  rules: ['membership/dates', 'membership/overlap'],
  tables: ['membership'],
  start: () => {
    const terms = new Map<string, PlacedRow<Row>[]>();
    return {
      *row(placed, table) {
        const { row } = placed;
        const [start, end] = [cellText(row['start_date']), cellText(row['end_date'])];
        if (start !== '' && end !== '' && earliest(start) > latest(end)) {
          const message = `the membership begins ${start}, after its end ${end}`;
          yield say('membership/dates', placed, table, 'start_date', message, { value: start });
          return;
        }
        const id = ['actor_id', 'role', 'organization_id', 'country'].map((name) => cellText(row[name])).join('\u001f');
        const others = terms.get(id);
        if (!others) {
          terms.set(id, [placed]);
          return;
        }
        const other = others.find((one) => overlaps(one.row, row));
        others.push(placed);
        if (!other) return;
        const message = `"${cellText(row['actor_id'])}" holds the role "${cellText(row['role'])}" twice at the same time`;
        yield say('membership/overlap', placed, table, 'start_date', message, {
          severity: 'warning',
          value: start === '' ? null : start,
          related: relatedTo(other, 'start_date'),
        });
      },
    };
  },
};

/** The first and last day that a date of any precision can mean; no date means always. */
const earliest = (date: string): string => (date === '' ? '0000' : date);
const latest = (date: string): string => (date === '' ? '9999' : `${date}-99-99`.slice(0, 10));

/** Terms that share more than a day: an office is often left and taken up again on one day, or in one month. */
function overlaps(a: Row, b: Row): boolean {
  const [from, to] = [a, b].map((row) => latestStart(cellText(row['start_date'])));
  const [fromEnd, toEnd] = [a, b].map((row) => earliestEnd(cellText(row['end_date'])));
  return from! < toEnd! && to! < fromEnd!;
}

/** Where precision is missing, the reading under which terms do not overlap is taken. */
const latestStart = (date: string): string => (date === '' ? '0000' : latest(date));
const earliestEnd = (date: string): string => (date === '' ? '9999' : date);
