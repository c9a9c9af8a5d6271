import { finding, type Place } from '../model/findings.js';
import { followRedirects } from '../model/redirects.js';
import type { Check } from './check.js';
import { cellText, relatedTo } from './say.js';

/** A withdrawn id never comes back, and what is said to replace it leads to a statement. */
export const tombstones: Check = {
  name: 'tombstones',
  rules: ['tombstone/reused', 'tombstone/replacement'],
  tables: ['tombstone', 'statement', 'standoff-statement', 'label'],
  start: ({ lookups }) => {
    const stones = lookups.of('tombstones.id', ['reason', 'replaced_by']);
    const statements = lookups.of('statements.statement_id');
    const successors: { readonly id: string; readonly next: string; readonly place: Place }[] = [];
    // Statements that people add are rows of releases, but in the dataset labels only.
    const added = new Set<string>();
    return {
      row: (row, say) => {
        const { values, file } = row;
        if (file.schema === 'label') {
          if (values['field'] === 'document_id') added.add(cellText(values['statement_id']));
          return;
        }
        if (file.schema !== 'tombstone') {
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
        const replacedBy = (id: string): string | null | undefined =>
          stones.has(id) ? stones.get(id, 'replaced_by') || null : undefined;
        for (const { id, next, place } of successors) {
          const details = { record_id: id, field: 'replaced_by', value: next };
          const say = (message: string, severity: 'error' | 'warning' = 'error'): void =>
            tell(finding('tombstone/replacement', place, message, { ...details, severity }));
          if (statements.has(next) || added.has(next)) continue;
          if (!stones.has(next)) {
            say(`"${next}", which is said to replace "${id}", is no statement`);
            continue;
          }
          const end = followRedirects(next, replacedBy);
          if (end.loop) say(`"${next}", which is said to replace "${id}", leads back to itself`);
          else if (end.withdrawn)
            say(`"${end.id}", to which "${id}" leads, was withdrawn in its turn, and nothing replaces it`, 'warning');
        }
      },
    };
  },
};
