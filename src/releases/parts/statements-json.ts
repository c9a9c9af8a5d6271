import { inPieces } from '../../tables/in-pieces.js';
import { formatJsonLines } from '../../tables/json-lines.js';
import { rowsOf, type ReleasePart } from '../release.js';

/** statements.json and statements.jsonl: the rows of data/statements.csv, one a line in both. */
export const statementsJson: ReleasePart = {
  name: 'json',
  *files(release) {
    const rows = rowsOf(release, 'statements');
    yield {
      path: 'statements.json',
      content: {
        *[Symbol.iterator]() {
          let before = '[\n';
          for (const piece of inPieces(rows, formatJsonLines)) {
            yield `${before}${piece.trimEnd().replaceAll('\n', ',\n')}`;
            before = ',\n';
          }
          yield rows.count ? '\n]\n' : '[\n]\n';
        },
      },
    };
    yield { path: 'statements.jsonl', content: inPieces(rows, (group) => formatJsonLines(group)) };
  },
};
