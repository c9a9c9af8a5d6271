import type { Finding } from '../../model/generated.js';
import type { PrintedFindings } from './format.js';
import { sarifText } from './sarif-text.js';

/** A replacement of characters on one line, from 1, in UTF-16 units. */
interface Replacement {
  readonly endColumn: number;
  readonly text: string;
}

/**
 * A safe suggestion as a SARIF fix, null where there is none. Only what stands in the file as the finding says, as a
 * whole cell, bare or in quotation marks, is replaced: a repair that is off by a character would corrupt the table.
 */
export function sarifFix(
  found: Finding,
  location: unknown,
  sourceAt: PrintedFindings['sourceAt'],
): Record<string, unknown> | null {
  const { suggestion, line, column } = found;
  if (!suggestion?.safe || line === null || column === null) return null;
  const replacement = replacementOf(found, sourceAt);
  if (!replacement) return null;
  const { endColumn, text } = replacement;
  const deletedRegion = { startLine: line, startColumn: column, endLine: line, endColumn };
  return {
    description: { text: sarifText(`Replace "${found.value}" with "${suggestion.value}"`) },
    artifactChanges: [{ artifactLocation: location, replacements: [{ deletedRegion, insertedContent: { text } }] }],
  };
}

function replacementOf(found: Finding, sourceAt: PrintedFindings['sourceAt']): Replacement | null {
  const { file, column, value, suggestion } = found;
  if (value === null || value === '' || !suggestion || column === null || !sourceAt) return null;
  if (!file?.endsWith('.csv') || ![value, suggestion.value].every(isPlain)) return null;
  const source = sourceAt(found, value.length + 3);
  if (source === null) return null;
  for (const quote of ['', '"']) {
    const cell = `${quote}${value}${quote}`;
    const after = source.slice(cell.length, cell.length + 1);
    if (source.startsWith(cell) && /^[,\r\n]?$/.test(after))
      return { endColumn: column + cell.length, text: `${quote}${suggestion.value}${quote}` };
  }
  return null;
}

/** Whether a cell reads the same with and without quotation marks, on one line. */
function isPlain(text: string): boolean {
  return !/[",\r\n]/.test(text);
}
