import { tables } from '../model/tables.js';
import { nearest } from '../text/nearest.js';
import type { CellFault, Check, CheckContext } from './check.js';
import type { Lookup } from './lookups.js';
import { cellText, relatedTo } from './say.js';

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
    const suggest = limitedSuggestions();
    const { lookups } = context;
    const stones = lookups.of('tombstones.id', ['reason', 'replaced_by']);
    // Statements that a person adds exist as label rows only: the one that gives the document makes the id known.
    const added = new Set<string>();
    const holdersOf = holdersFor(context);
    return {
      row: ({ values, file }) => {
        if (file.schema === 'label' && values['field'] === 'document_id') added.add(cellText(values['statement_id']));
      },
      column: ({ name }, { schema, table }) => {
        const targets = Object.hasOwn(table.references, name) ? table.references[name] : undefined;
        const holders = targets && holdersOf(targets);
        if (!targets || !holders || holders.some(({ present }) => !present)) return null;
        const labels = schema === 'label' || schema === 'adjudication';
        const rule = (labels && RULES[name]) || 'reference/unknown';
        const withStones = targets.some((target) => target.startsWith('statements.'));
        return {
          judge: (value) => {
            const unknown = members(value).filter((id) => id !== '' && !holders.some((holder) => holder.has(id)));
            if (!unknown.length) return null;
            if (holders.some(({ complete }) => !complete)) return 'later';
            const left = unknown.filter((id) => !(labels && name === 'statement_id' && added.has(id)));
            // Whoever labels a statement that is not there may have added it in a file that comes later.
            if (left.some((id) => !stones.has(id)) && labels && !context.lookups.done) return 'later';
            return left.map((id) =>
              withStones && stones.has(id)
                ? withdrawn(id, stones, labels ? 'label/withdrawn-statement' : 'reference/withdrawn')
                : unknownId(id, rule, targets, suggest(id, holders)),
            );
          },
        };
      },
    };
  },
};

function members(value: unknown): string[] {
  return Array.isArray(value) ? value.map(cellText) : [cellText(value)];
}

/** Lookups are asked for before any table is read: for every reference that a schema names. */
function holdersFor({ lookups }: CheckContext): (targets: readonly string[]) => readonly Lookup[] {
  for (const table of Object.values(tables)) {
    for (const reference of Object.values(table.references).flat()) lookups.of(reference);
  }
  return (targets) => targets.map((target) => lookups.of(target));
}

function withdrawn(id: string, stones: Lookup, rule: string): CellFault {
  // Through every tombstone to the row that is there: one repair, not one after another.
  const seen = new Set([id]);
  let replaced = stones.get(id, 'replaced_by');
  while (stones.has(replaced) && !seen.has(replaced)) {
    seen.add(replaced);
    replaced = stones.get(replaced, 'replaced_by');
  }
  if (seen.has(replaced)) replaced = '';
  const message = `"${id}" was withdrawn (${stones.get(id, 'reason')})${replaced === '' ? '' : `; "${replaced}" replaces it`}`;
  const suggestion = replaced === '' ? null : { value: replaced, safe: false };
  const related = relatedTo(stones.placeOf(id));
  return { rule, message, details: { severity: 'warning', value: id, suggestion, related } };
}

function unknownId(id: string, rule: string, targets: readonly string[], close: string | null): CellFault {
  const suggestion = close === null ? null : { value: close, safe: false };
  return { rule, message: `"${id}" stands in no ${targets.join(' or ')}`, details: { value: id, suggestion } };
}

function limitedSuggestions(): (id: string, holders: readonly Lookup[]) => string | null {
  const known = new Map<string, string | null>();
  return (id, holders) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const size = holders.reduce((sum, holder) => sum + holder.size, 0);
    // Minted ids are noise: the nearest one would be a guess at random.
    if (size > MOST_CANDIDATES || known.size >= MOST_HINTS || /^[a-z]{2}_[0-9a-z]{16}/.test(id)) return null;
    const close = nearest(
      id,
      holders.flatMap((holder) => holder.ids()),
    );
    known.set(id, close);
    return close;
  };
}
