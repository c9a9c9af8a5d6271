import { finding, type Place } from '../model/findings.js';
import type { Check } from './check.js';
import { cellText, relatedTo } from './say.js';

/** A withdrawn id never comes back, and what is said to replace it exists. */
export const tombstones: Check = {
  name: 'tombstones',
  rules: ['tombstone/reused', 'tombstone/replacement'],
  tables: ['tombstone', 'statement', 'standoff-statement'],
  start: ({ lookups }) => {
    const stones = lookups.of('tombstones.id', ['reason']);
    const statements = lookups.of('statements.statement_id');
    const successors: { readonly id: string; readonly next: string; readonly place: Place }[] = [];
    return {
      row: (row, say) => {
        const { values } = row;
        if (row.file.schema !== 'tombstone') {
          if (stones.size === 0) return;
          const id = cellText(values['statement_id']);
          if (!stones.has(id)) return;
          const message = `"${id}" was withdrawn (${stones.get(id, 'reason')}); an id is never used again`;
          const related = relatedTo(stones.placeOf(id));
          say('tombstone/reused', row, 'statement_id', message, { value: id, related });
          return;
        }
        const next = cellText(values['replaced_by']);
        // Turns and documents may be withdrawn too; only a statement's successor can be looked up.
        if (!next.startsWith('st_')) return;
        successors.push({ id: cellText(values['id']), next, place: row.placeOf('replaced_by') });
      },
      end: (tell) => {
        if (!statements.present) return;
        for (const { id, next, place } of successors) {
          if (statements.has(next) || stones.has(next)) continue;
          const message = `"${next}", which is said to replace "${id}", is no statement`;
          const details = { record_id: id, field: 'replaced_by', value: next };
          tell(finding('tombstone/replacement', place, message, details));
        }
      },
    };
  },
};
