import { tableOf, type Column } from '../model/tables.js';
import { isFault, parseCell } from '../tables/cells.js';
import type { Check } from './check.js';
import { codebookFields, valueFault } from './codebook-field.js';
import type { Lookup } from './lookups.js';
import { cellText } from './say.js';
import { rememberedSuggestions } from './suggest-category.js';

/** Columns of statements that only a program or a release fills. */
const NOT_LABELLED = [
  'statement_id',
  'utterance_id',
  'stance_basis',
  'n_labels',
  'stance_auto',
  'stance_score_auto',
  'labeler',
];

/** Labels and decisions: a field that can be labelled, and a value that it can have. */
export const labels: Check = {
  name: 'labels',
  rules: ['label/unknown-field', 'label/unknown-category', 'label/value', 'label/unknown-id'],
  tables: ['label', 'adjudication'],
  start: (context) => {
    const { codebook } = context;
    const fields = codebookFields(codebook);
    const columns = new Map(
      tableOf('statement')
        .columns.filter((column) => !NOT_LABELLED.includes(column.name))
        .map((column) => [column.name, column]),
    );
    const known = [...new Set([...fields.keys(), ...columns.keys()])];
    const ids = new Map(
      [...columns.values()].flatMap((column) => {
        const targets = tableOf('statement').references[column.name];
        return targets ? [[column.name, targets.map((target) => context.lookups.of(target))] as const] : [];
      }),
    );
    const suggestName = rememberedSuggestions();
    const suggestions = new Map([...fields.keys()].map((name) => [name, rememberedSuggestions()]));
    const suggestFor = (name: string): ReturnType<typeof rememberedSuggestions> => suggestions.get(name)!;
    return {
      row: (row, say) => {
        const name = cellText(row.values['field']);
        const value = cellText(row.values['value']);
        if (name === '' || !codebook) return;
        const field = fields.get(name);
        const column = columns.get(name);
        if (!field && !column) {
          const message = `"${name}" is no field of codebook ${codebook.version}, nor a column of statements that is labelled`;
          const candidates = known.map((one) => ({ value: one }));
          const details = { value: name, allowed: known, suggestion: suggestName(name, candidates) };
          say('label/unknown-field', row, 'field', message, details);
        }
        if (value === '') return;
        const fault = field ? valueFault(field, value, codebook.version, suggestFor(name)) : null;
        if (fault) {
          const rule = fault.unknownCategory ? 'label/unknown-category' : 'label/value';
          say(rule, row, 'value', fault.message, { ...fault.details, field: 'value' });
        }
        if (field || !column) return;
        const wrong = columnFault(column, value);
        if (wrong) say('label/value', row, 'value', wrong, { value, allowed: column.values ?? [] });
        const unknown = wrong ? null : unknownId(column, value, ids.get(name) ?? []);
        if (unknown) say('label/unknown-id', row, 'value', unknown, { value });
      },
    };
  },
};

function columnFault(column: Column, value: string): string | null {
  const parsed = parseCell(column, value);
  if (isFault(parsed)) return `"${value}" ${parsed.fault} (field ${column.name})`;
  return column.values && !column.values.includes(value) ? `"${value}" is none of the values of ${column.name}` : null;
}

function unknownId(column: Column, value: string, holders: readonly Lookup[]): string | null {
  // A table that is not there, or not read to its end, tells nothing.
  if (!holders.length || holders.some(({ present, complete }) => !present || !complete)) return null;
  const unknown = [parseCell(column, value)].flat().find((id) => !holders.some((holder) => holder.has(cellText(id))));
  if (unknown === undefined) return null;
  return `"${cellText(unknown)}" stands in no ${(tableOf('statement').references[column.name] ?? []).join(' or ')}`;
}
