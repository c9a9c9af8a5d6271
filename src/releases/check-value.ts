import type { Codebook } from '../model/generated.js';
import { isFault, parseCell } from '../tables/cells.js';
import type { KnownIds } from './known-ids.js';
import { allowedValues, codebookField, labelledColumn } from './statement-fields.js';

/** What is wrong with a value that somebody gave a field: a rule's name, a sentence, and what would be allowed. */
export interface ValueFault {
  readonly rule: 'unknown-field' | 'unknown-category' | 'value' | 'unknown-id';
  readonly message: string;
  readonly allowed: readonly string[];
}

/** Checks a labelled or adjudicated value against its field; null when it can be written into the field's column. */
export function checkValue(codebook: Codebook, known: KnownIds, field: string, text: string): ValueFault | null {
  // An empty cell is read as null, whatever the schema promises.
  if (!text) return fault('value', `the value of ${field} is empty`);
  const column = labelledColumn(codebook, field);
  if (!column) return fault('unknown-field', `"${field}" is no field that can be labelled`);
  const allowed = allowedValues(codebook, column);
  if (allowed && !allowed.includes(text)) {
    const message = `"${text}" is not a ${field} of codebook ${codebook.version}`;
    return fault('unknown-category', message, allowed);
  }
  const value = parseCell(column, text);
  if (isFault(value)) return fault('value', `"${text}" ${value.fault} (field ${field})`);
  const { minimum = -Infinity, maximum = Infinity } = codebookField(codebook, field) ?? {};
  if (typeof value === 'number' && (value < minimum || value > maximum)) {
    return fault('value', `${text} lies outside ${minimum} to ${maximum} (field ${field})`);
  }
  const ids = known(field);
  const unknown = ids ? [value].flat().find((id) => typeof id === 'string' && !ids.has(id)) : undefined;
  return unknown === undefined ? null : fault('unknown-id', `"${String(unknown)}" is no known id (field ${field})`);
}

function fault(rule: ValueFault['rule'], message: string, allowed: readonly string[] = []): ValueFault {
  return { rule, message, allowed };
}
