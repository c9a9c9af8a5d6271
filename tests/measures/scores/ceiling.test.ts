import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  judgementError,
  leaveOneOut,
  majorityOf,
  votesByItem,
  type Judgement,
} from '../../../src/measures/scores/ceiling.js';
import { scoreResults } from '../../../src/measures/scores/score-results.js';
import { foldItems } from '../../../src/measures/scores/score-sample.js';

const test = suite('ceiling');

/** Judgements from how many items have which votes: "260:113" is 2, 6 and 0 votes for three labels, 113 times. */
function judgementsOf(patterns: string, labels: readonly string[]): Judgement[] {
  return patterns.split(' ').flatMap((pattern, p) => {
    const [votes, items] = pattern.split(':') as [string, string];
    return Array.from({ length: Number(items) }, (_, i) =>
      [...votes].flatMap((count, k) =>
        Array.from({ length: Number(count) }, (_unused, n) => ({
          id: `${p}-${i}`,
          annotator: `${k}-${n}`,
          label: labels[k]!,
        })),
      ),
    ).flat();
  });
}

/** The same from how many of all votes are positive. */
const positives = (histogram: string, raters: number): string =>
  histogram
    .split(' ')
    .map((bin) => bin.split(':'))
    .map(([yes, items]) => `${raters - Number(yes)}${yes}:${items}`)
    .join(' ');

const GWSD =
  '008:56 017:44 026:34 035:29 044:36 053:32 062:37 071:61 080:74 107:20 116:34 125:29 134:33 143:31 152:40 161:66 170:116 206:10 215:10 224:17 233:23 242:23 251:56 260:113 305:2 314:3 323:10 332:22 341:58 350:117 413:3 422:9 431:48 440:112 512:13 521:53 530:117 602:2 611:37 620:140 701:51 710:114 800:115';

// Values computed from the sets' public votes by another program; see research note on stance evaluation, 6b and 6c.
for (const [name, patterns, expected] of [
  ['GWSD, three classes', GWSD, '0.6625 0.6590'],
  ['HS-Brexit', positives('0:762 1:106 2:103 3:84 4:33 5:19 6:13', 6), '0.8659 0.6641'],
  ['MD-Agreement', positives('0:3669 1:2043 2:1673 3:1389 4:1113 5:866', 5), '0.7918 0.7527'],
  ['ArMIS', positives('0:393 1:161 2:165 3:224', 3), '0.8503 0.8417'],
] as const) {
  test(`the ceiling of ${name} is the known one`, () => {
    const { items } = leaveOneOut(judgementsOf(patterns, ['a', 'b', 'c']));
    const found = scoreResults(foldItems(items));
    const value = (wanted: string): string => found.find(({ score }) => score === wanted)!.value!.toFixed(4);
    assert.is(`${value('accuracy')} ${value('macro')}`, expected);
  });
}

test('203 of the 2,050 GWSD items tie', () => {
  const votes = votesByItem(judgementsOf(GWSD, ['agrees', 'neutral', 'disagrees']));
  assert.is(votes.size, 2050);
  assert.is([...votes.values()].filter((own) => majorityOf(own) === null).length, 203);
});

test('a judgement is held against the others alone; their ties and single judgements are counted, not scored', () => {
  const { items, ties, alone } = leaveOneOut([
    { id: '1', annotator: 'x', label: 'a' },
    { id: '1', annotator: 'y', label: 'a' },
    { id: '1', annotator: 'z', label: 'b' },
    { id: '2', annotator: 'x', label: 'a' },
  ]);
  assert.equal(
    items.map(({ annotator, gold, predictions }) => [annotator, gold, ...predictions]),
    [['z', 'a', 'b']],
  );
  assert.equal([ties, alone], [2, 1]);
});

test('the error against single annotators counts every judgement of the labelled items', () => {
  const judgements = judgementsOf('42:1 60:1', ['0', '1']);
  const zero = new Map([
    ['0-0', '0'],
    ['1-0', '0'],
  ]);
  assert.equal(judgementError(judgements, zero), { value: 2 / 12, judgements: 12 });
  assert.equal(judgementError(judgements, new Map()), { value: null, judgements: 0 });
});

test('constant 0 on 168 items of six judgements errs as often as known', () => {
  // 132 of 1,008 judgements are positive.
  const judgements = judgementsOf('60:97 51:34 42:20 33:12 24:4 06:1', ['0', '1']);
  const wrong = judgements.filter(({ label }) => label === '1').length;
  assert.equal([judgements.length, wrong], [1008, 132]);
  const zero = new Map(judgements.map(({ id }) => [id, '0']));
  assert.is(judgementError(judgements, zero).value!.toFixed(4), '0.1310');
});

test.run();
