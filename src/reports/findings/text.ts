import { textTable } from '../text-table.js';
import { foldedText } from './folded-text.js';
import type { FindingFormat } from './format.js';
import { withCommas } from './plural.js';
import { summaryText } from './summary.js';

/** For people at a terminal: place first, what repeats folded, at the end the rules that spoke and exact counts. */
export const text: FindingFormat = {
  name: 'text',
  *print(printed) {
    yield* foldedText(printed.report, { fix: true });
    const { rules } = printed.report;
    if (rules.length > 1) {
      const rows = rules.map(({ rule, severity, count, known }) => [
        `  ${withCommas(count)}`,
        severity,
        rule,
        known ? `(${withCommas(known)} known)` : '',
      ]);
      yield `${rules.length} rules:\n${textTable(rows, ['right'])
        .map((line) => `${line}\n`)
        .join('')}`;
    }
    yield `${summaryText(printed)}\n`;
  },
};
