import { hull, type Span } from '../model/spans.js';
import type { Check } from './check.js';
import { say } from './say.js';

const MENTIONS = ['cue', 'speaker', 'target'] as const;

/** Offsets in themselves: start before end, segments in order and apart, the hull equal to theirs, mentions complete. */
export const spans: Check = {
  name: 'spans',
  rules: ['span/order', 'span/segments', 'span/hull', 'span/mention-incomplete'],
  tables: ['statement', 'standoff-statement', 'turn', 'standoff-turn'],
  start: () => ({
    *row(placed, table) {
      const { row } = placed;
      const isTurn = table.table.file === 'turns.csv';
      const orderFault = (prefix: string, mayBeEmpty = false): string | null => {
        const [start, end] = [row[`${prefix}start`], row[`${prefix}end`]];
        if (typeof start !== 'number' || typeof end !== 'number') return null;
        return start < end || (mayBeEmpty && start === end)
          ? null
          : `${prefix}start ${start} is not before ${prefix}end ${end}`;
      };
      const whole = orderFault('', isTurn);
      if (whole) yield say('span/order', placed, table, 'start', whole, { value: String(row['start']) });
      for (const mention of MENTIONS) {
        const field = `${mention}_start`;
        const fault = orderFault(`${mention}_`);
        if (fault) yield say('span/order', placed, table, field, fault, { value: String(row[field]) });
        // Stand-off tables have no mention's words, and turns no cue.
        const parts = [field, `${mention}_end`, ...(table.schema === 'statement' ? [mentionText(mention)] : [])];
        const given = parts.filter((part) => row[part] !== null && row[part] !== undefined);
        if ((row[field] === null) !== (row[`${mention}_end`] === null)) {
          const message = `${parts.join(', ')} belong together, but only ${given.join(', ')} is filled`;
          yield say('span/mention-incomplete', placed, table, field, message);
        }
      }
      const segments = row['segments'] as readonly Span[] | undefined;
      if (!segments?.length) return;
      let before = -1;
      for (const [i, { start, end }] of segments.entries()) {
        if (start >= end || start < before) {
          const message =
            start >= end
              ? `segment ${start}-${end} is empty or reversed`
              : `segment ${i + 1} (${start}-${end}) begins before the one ahead of it ends (${before})`;
          yield say('span/segments', placed, table, 'segments', message, { value: `${start}-${end}` });
          return;
        }
        before = end;
      }
      const outer = hull(segments);
      if (!outer || (outer.start === row['start'] && outer.end === row['end'])) return;
      if (typeof row['start'] !== 'number' || typeof row['end'] !== 'number') return;
      const message = `start and end are ${row['start']}-${row['end']}, but the segments reach from ${outer.start} to ${outer.end}`;
      yield say('span/hull', placed, table, 'start', message, { value: `${row['start']}-${row['end']}` });
    },
  }),
};

/** The column that holds a mention's words. */
export function mentionText(mention: (typeof MENTIONS)[number]): string {
  return mention === 'cue' ? 'cue' : `${mention}_text`;
}
