import type { FindingFormat } from './format.js';

/** For programs that read line by line: a finding a line, nothing else. */
export const jsonl: FindingFormat = {
  name: 'jsonl',
  *print({ report }) {
    for (const found of report.findings) yield `${JSON.stringify(found)}\n`;
  },
};
