import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { categoryMatrix } from '../../src/flows/agree-matrix-file.js';
import { UsageError } from '../../src/model/errors.js';
import { readCsv } from '../../src/tables/csv-reader.js';

const test = suite('matrix files');

const read = (lines: readonly string[], use: 'weights' | 'distance' = 'weights') =>
  categoryMatrix(readCsv(`${lines.join('\n')}\n`, 'm.csv'), use);

const refused = (lines: readonly string[], message: RegExp, use: 'weights' | 'distance' = 'weights'): void => {
  assert.throws(
    () => read(lines, use),
    (error: unknown) => error instanceof UsageError && message.test(error.message),
  );
};

test('rows may stand in another order than columns', () => {
  const { categories, cells } = read([',a,b,c', 'b,0.5,1,0.2', 'a,1,0.5,0', 'c,0,0.2,1']);
  assert.equal(categories, ['a', 'b', 'c']);
  assert.equal([...cells], [1, 0.5, 0, 0.5, 1, 0.2, 0, 0.2, 1]);
});

test('what is no square of numbers with the right diagonal is refused with its line', () => {
  refused([',a,b', 'a,1,0'], /m\.csv:2: there are 2 categories in the header and 1 rows/);
  refused([',a,b', 'a,1,0', 'c,0,1'], /the header has "b"/);
  refused([',a,b', 'a,1,x', 'b,0,1'], /m\.csv:2: "x" under "b" is no number/);
  refused([',a,b', 'a,1,0', 'b,0,0.5'], /m\.csv:3: "b" and itself must have 1/);
  refused([',a,b', 'a,1,0', 'b,0.5,1'], /must be symmetric/);
  refused([',a,a', 'a,1,0', 'a,0,1'], /different categories/);
  refused([',a,b', 'a,0,-1', 'b,-1,0'], /below 0/, 'distance');
});

test.run();
