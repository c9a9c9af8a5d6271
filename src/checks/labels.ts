import { tableOf, type Column } from '../model/tables.js';
import { isFault, parseCell } from '../tables/cells.js';
import type { Check, CheckContext } from './check.js';
import { codebookFields, valueFault } from './codebook-field.js';
import { cellText, say } from './say.js';
import { suggestCategory } from './suggest-category.js';

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
    return {
      *row(placed, table) {
        const name = cellText(placed.row['field']);
        const value = cellText(placed.row['value']);
        if (name === '' || !codebook) return;
        const field = fields.get(name);
        const column = columns.get(name);
        if (!field && !column) {
          const message = `"${name}" is no field of codebook ${codebook.version}, nor a column of statements that is labelled`;
          const suggestion = suggestCategory(
            name,
            known.map((one) => ({ value: one })),
          );
          yield say('label/unknown-field', placed, table, 'field', message, {
            value: name,
            allowed: known,
            suggestion,
          });
        }
        if (value === '') return;
        const fault = field ? valueFault(field, value, codebook.version) : null;
        if (fault) {
          const rule = fault.unknownCategory ? 'label/unknown-category' : 'label/value';
          yield say(rule, placed, table, 'value', fault.message, { ...fault.details, field: 'value' });
        }
        if (field || !column) return;
        const wrong = columnFault(column, value);
        if (wrong) yield say('label/value', placed, table, 'value', wrong, { value, allowed: column.values ?? [] });
        const unknown = wrong ? null : unknownId(context, column, value);
        if (unknown) yield say('label/unknown-id', placed, table, 'value', unknown, { value });
      },
    };
  },
};

function columnFault(column: Column, value: string): string | null {
  const parsed = parseCell(column, value);
  if (isFault(parsed)) return `"${value}" ${parsed.fault} (field ${column.name})`;
  return column.values && !column.values.includes(value) ? `"${value}" is none of the values of ${column.name}` : null;
}

function unknownId(context: CheckContext, column: Column, value: string): string | null {
  const targets = tableOf('statement').references[column.name] ?? [];
  const holders = targets.map((target) => context.holders(target));
  if (!holders.length || holders.some((holder) => holder === null)) return null;
  const unknown = [parseCell(column, value)].flat().find((id) => !holders.some((holder) => holder!.has(cellText(id))));
  return unknown === undefined ? null : `"${cellText(unknown)}" stands in no ${targets.join(' or ')}`;
}
