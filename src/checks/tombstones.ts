import type { Check } from './check.js';
import { cellText, relatedTo, say } from './say.js';

/** A withdrawn id never comes back, and what is said to replace it exists. */
export const tombstones: Check = {
  name: 'tombstones',
  rules: ['tombstone/reused', 'tombstone/replacement'],
  tables: ['tombstone', 'statement', 'standoff-statement'],
  start: (context) => {
    const stones = context.holders('tombstones.id');
    const statements = context.holders('statements.statement_id');
    return {
      *row(placed, table) {
        const { row } = placed;
        if (table.schema !== 'tombstone') {
          const id = cellText(row['statement_id']);
          const stone = stones?.get(id);
          if (!stone) return;
          const message = `"${id}" was withdrawn (${cellText(stone.row['reason'])}); an id is never used again`;
          yield say('tombstone/reused', placed, table, 'statement_id', message, {
            value: id,
            related: relatedTo(stone, 'id'),
          });
          return;
        }
        const next = cellText(row['replaced_by']);
        // Turns and documents may be withdrawn too; only a statement's successor can be looked up.
        if (!next.startsWith('st_') || !statements || statements.has(next) || stones?.has(next)) return;
        const message = `"${next}", which is said to replace "${cellText(row['id'])}", is no statement`;
        yield say('tombstone/replacement', placed, table, 'replaced_by', message, { value: next });
      },
    };
  },
};
