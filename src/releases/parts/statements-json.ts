import { formatJsonLines } from '../../tables/json-lines.js';
import { rowsOf, type ReleasePart } from '../release.js';

/** statements.json and statements.jsonl: the rows of data/statements.csv, one a line in both. */
export const statementsJson: ReleasePart = {
  name: 'json',
  *files(release) {
    const lines = formatJsonLines(rowsOf(release, 'statements'));
    yield { path: 'statements.json', text: `[\n${lines.trimEnd().replaceAll('\n', ',\n')}\n]\n` };
    yield { path: 'statements.jsonl', text: lines };
  },
};
