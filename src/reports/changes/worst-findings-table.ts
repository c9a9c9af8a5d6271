import type { Finding } from '../../model/generated.js';
import { markdownCode, markdownTable, markdownText } from './markdown-text.js';

/** The worst findings as a Markdown table: place, rule, what is wrong; "" without any. */
export function worstFindingsTable(worst: readonly Finding[]): string {
  if (!worst.length) return '';
  const rows = worst.map(({ file, line, column, rule, severity, record_id, message, suggestion }) => [
    markdownCode([file ?? '-', line, column].filter((part) => part !== null).join(':')),
    `${severity} ${markdownCode(rule)}`,
    `${markdownText(`${record_id === null ? '' : `${record_id}: `}${message}`, 300)}${
      suggestion ? `. Did you mean ${markdownCode(suggestion.value, 80)}?` : ''
    }`,
  ]);
  return markdownTable(['Place', 'Rule', 'What is wrong'], rows, { words: 3 });
}

/** Keeps the ten worst of the findings that stream through: errors before warnings, then those that came first. */
export function keepWorst(most = 10): { readonly add: (found: Finding) => void; readonly worst: () => Finding[] } {
  const kept: Readonly<Record<Finding['severity'], Finding[]>> = { error: [], warning: [], info: [] };
  return {
    add(found) {
      const list = kept[found.severity];
      if (list.length < most) list.push(found);
    },
    worst: () => [...kept.error, ...kept.warning].slice(0, most),
  };
}
