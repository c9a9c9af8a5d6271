import { inPieces } from '../../tables/in-pieces.js';
import { formatJsonLines } from '../../tables/json-lines.js';
import type { ReleasePart } from '../release.js';
import { releasedStatements } from '../statement-fields.js';

/** statements.json and statements.jsonl: the rows of data/statements.csv, one a line in both. */
export const statementsJson: ReleasePart = {
  name: 'json',
  *files(release) {
    const found = releasedStatements(release);
    if (!found) return;
    const { rows, columns } = found;
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
      statements: columns,
    };
    const content = inPieces(rows, (group) => formatJsonLines(group));
    yield { path: 'statements.jsonl', content, statements: columns };
  },
};
