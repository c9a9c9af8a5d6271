import { nearest } from '../text/nearest.js';
import type { PlacedRow } from '../tables/typed-rows.js';
import type { Check, CheckContext, Row } from './check.js';
import { cellText, relatedTo, say } from './say.js';

/** References of label files and adjudications have rules of their own, as contributors meet them most. */
const RULES: Readonly<Record<string, string>> = {
  statement_id: 'label/unknown-statement',
  batch_id: 'label/unknown-batch',
  annotator_id: 'label/unknown-annotator',
  decided_by: 'label/unknown-annotator',
};

/** Looking for a close id among many takes long; in a table where most are wrong the first few hints are enough. */
const MOST_CANDIDATES = 5000;
const MOST_HINTS = 50;

/** Ids that point to another table must stand there; a list is checked member by member. */
export const references: Check = {
  name: 'references',
  rules: [
    'reference/unknown',
    'reference/withdrawn',
    'label/unknown-statement',
    'label/withdrawn-statement',
    'label/unknown-batch',
    'label/unknown-annotator',
  ],
  tables: null,
  start: (context) => {
    const added = addedStatements(context);
    const suggest = limitedSuggestions();
    return {
      *row(placed, table) {
        const labels = table.schema === 'label' || table.schema === 'adjudication';
        for (const [field, targets] of Object.entries(table.table.references)) {
          const cell = placed.row[field];
          if (cell === null || cell === undefined) continue;
          const holders = targets.map((target) => context.holders(target));
          if (holders.some((holder) => holder === null)) continue;
          for (const one of Array.isArray(cell) ? cell : [cell]) {
            const id = cellText(one);
            if (id === '' || holders.some((holder) => holder!.has(id))) continue;
            if (labels && field === 'statement_id' && added.has(id)) continue;
            const stone = targets.some((target) => target.startsWith('statements.'))
              ? context.holders('tombstones.id')?.get(id)
              : undefined;
            if (stone) {
              const rule = labels ? 'label/withdrawn-statement' : 'reference/withdrawn';
              // Through every tombstone to the row that is there: one repair, not one after another.
              const stones = context.holders('tombstones.id')!;
              const seen = new Set([id]);
              let replaced = cellText(stone.row['replaced_by']);
              for (let next = stones.get(replaced); next && !seen.has(replaced); next = stones.get(replaced)) {
                seen.add(replaced);
                replaced = cellText(next.row['replaced_by']);
              }
              if (seen.has(replaced)) replaced = '';
              const message = `"${id}" was withdrawn (${cellText(stone.row['reason'])})${replaced === '' ? '' : `; "${replaced}" replaces it`}`;
              yield say(rule, placed, table, field, message, {
                severity: 'warning',
                value: id,
                suggestion: replaced === '' ? null : { value: replaced, safe: false },
                related: relatedTo(stone, 'id'),
              });
              continue;
            }
            const close = suggest(id, holders as ReadonlyMap<string, unknown>[]);
            yield say(
              (labels && RULES[field]) || 'reference/unknown',
              placed,
              table,
              field,
              `"${id}" stands in no ${targets.join(' or ')}`,
              {
                value: id,
                suggestion: close === null ? null : { value: close, safe: false },
              },
            );
          }
        }
      },
    };
  },
};

/** Statements that a person adds exist as label rows only: the one that gives the document makes the id known. */
function addedStatements({ tables }: CheckContext): ReadonlySet<string> {
  const isAddition = ({ row }: PlacedRow<Row>): boolean => row['field'] === 'document_id';
  const labels = tables.filter((table) => table.schema === 'label');
  return new Set(
    labels.flatMap((table) => table.rows.filter(isAddition).map(({ row }) => cellText(row['statement_id']))),
  );
}

function limitedSuggestions(): (id: string, holders: readonly ReadonlyMap<string, unknown>[]) => string | null {
  const known = new Map<string, string | null>();
  return (id, holders) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const size = holders.reduce((sum, holder) => sum + holder.size, 0);
    // Minted ids are noise: the nearest one would be a guess at random.
    if (size > MOST_CANDIDATES || known.size >= MOST_HINTS || /^[a-z]{2}_[0-9a-z]{16}/.test(id)) return null;
    const close = nearest(
      id,
      holders.flatMap((holder) => [...holder.keys()]),
    );
    known.set(id, close);
    return close;
  };
}
