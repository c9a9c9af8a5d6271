import { finding, type Place } from '../model/findings.js';
import { formatCell } from '../tables/cells.js';
import type { Check, ReleasedTables, RowView, Tell } from './check.js';
import type { Lookup } from './lookups.js';
import { cellText, relatedTo } from './say.js';

/** Ids that were released: each is still there or has a tombstone, and means the statement that it meant. */
export const releasedIds: Check = {
  name: 'released ids',
  rules: ['release/id-vanished', 'release/id-reused'],
  tables: ['statement', 'standoff-statement', 'label'],
  start: ({ released, lookups }) => {
    if (!released.length) return {};
    const statements = lookups.of('statements.statement_id', ['document_id', 'start', 'end', 'speaker_id']);
    const stones = lookups.of('tombstones.id');
    // Statements that people add are rows of releases, but in the dataset labels only.
    const added = new Set<string>();
    let looked = false;
    return {
      table: (file) => {
        if (file.name === 'statements') looked = true;
      },
      row: ({ file, values }) => {
        if (file.schema === 'label' && values['field'] === 'document_id') added.add(cellText(values['statement_id']));
      },
      end: (tell) => {
        if (!looked) return;
        const withdrawn = new Set<string>();
        for (const { tombstones } of released) tombstones(({ values }) => withdrawn.add(cellText(values['id'])));
        const isKnown = (id: string): boolean => stones.has(id) || added.has(id) || withdrawn.has(id);
        compare(released, statements, isKnown, tell);
      },
    };
  },
};

/** Compares the rows of each release, the newest first, with those that are there now; each id once. */
function compare(
  released: readonly ReleasedTables[],
  statements: Lookup,
  isKnown: (id: string) => boolean,
  tell: Tell,
): void {
  // Of ids that are there now a mark is enough; few are gone.
  const seen = new Uint8Array(statements.size);
  const gone = new Set<string>();
  for (const { version, statements: rows } of released) {
    rows((row) => {
      const id = cellText(row.values['statement_id']);
      const number = statements.numberOf(id);
      if (id === '' || (number < 0 ? gone.has(id) : seen[number] === 1)) return;
      if (number < 0) gone.add(id);
      else seen[number] = 1;
      if (number < 0 ? isKnown(id) : !isAnother(row, id, statements)) return;
      const details = { record_id: id, field: 'statement_id', value: id };
      const place: Place = row.placeOf('statement_id');
      if (number < 0) {
        const message = `"${id}" was released in ${version}, and now stands neither among the statements nor in tombstones.csv`;
        tell(finding('release/id-vanished', place, message, details));
      } else {
        const message = `"${id}" is another statement than in release ${version}; an id is never used again`;
        tell(finding('release/id-reused', statements.placeOf(id)!, message, { ...details, related: relatedTo(place) }));
      }
    });
  }
}

/** Whether an id means another statement now: of another document, or by another speaker in another place of it. */
function isAnother({ values }: RowView, id: string, statements: Lookup): boolean {
  const differs = (column: string): boolean => formatCell(values[column]) !== statements.get(id, column);
  if (differs('document_id')) return true;
  if (!differs('speaker_id')) return false;
  // Offsets have few values, segments nearly as many as there are statements: these take no memory.
  const [start, end] = [Number(statements.get(id, 'start')), Number(statements.get(id, 'end'))];
  return Number(values['end']) <= start || Number(values['start']) >= end;
}
