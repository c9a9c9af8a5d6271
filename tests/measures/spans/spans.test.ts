import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { alphaFamily } from '../../../src/measures/spans/alpha-family.js';
import { alphaU } from '../../../src/measures/spans/alpha-u.js';
import { bestAssignment } from '../../../src/measures/spans/assignment.js';
import { matchSpans } from '../../../src/measures/spans/match-spans.js';
import type { MarkedSpan, SpanCoding } from '../../../src/measures/spans/span-coding.js';
import { spanResults, SPAN_COEFFICIENTS, type SpanResult } from '../../../src/measures/spans/span-results.js';
import { intersectionOverUnion } from '../../../src/model/spans.js';

const test = suite('spans');

// The same examples in every run: a failure can be looked at again.
fc.configureGlobal({ seed: 20311 });
const runs = { numRuns: 100, seed: 7, endOnFailure: true };

type Marked = readonly [start: number, end: number, label?: number];

/** Texts of 40, each a list of annotators' spans. */
function codingOf(documents: readonly (readonly (readonly Marked[])[])[], length: number | null = 40): SpanCoding {
  const width = Math.max(...documents.map((one) => one.length));
  const spans = documents.flatMap((annotators, document) =>
    annotators.flatMap((own, annotator) =>
      own.map(([start, end, label = 0]): MarkedSpan => ({ document, annotator, start, end, label })),
    ),
  );
  return {
    documentIds: documents.map((_, d) => `d${d}`),
    lengths: documents.map(() => length),
    annotatorIds: Array.from({ length: width }, (_, a) => `a${a}`),
    labels: ['x', 'y', 'z'].slice(0, Math.max(1, ...spans.map(({ label }) => label + 1))),
    read: Uint8Array.from(
      documents.flatMap((one) => Array.from({ length: width }, (_, a) => (a < one.length ? 1 : 0))),
    ),
    spans,
  };
}

/** Spans without overlaps, from cut points. */
const marked = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 0, maxLength: 10 })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .chain((cuts) =>
    fc
      .array(fc.integer({ min: -1, max: 2 }), { minLength: cuts.length, maxLength: cuts.length })
      .map((labels) =>
        cuts.slice(0, -1).flatMap((start, i): Marked[] => (labels[i]! < 0 ? [] : [[start, cuts[i + 1]!, labels[i]!]])),
      ),
  );
const documents = fc.array(fc.tuple(marked, marked, marked), { minLength: 1, maxLength: 3 });

const summary = (results: readonly SpanResult[]): string[] =>
  results
    .map(({ coefficient, criterion, labelled, value }) => {
      const figure = value === null ? 'null' : (Math.round(value * 1e9) / 1e9 + 0).toFixed(9);
      return [coefficient, criterion, labelled, figure].join(' ');
    })
    .sort();

test('the assignment is the best one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }).chain((columns) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: columns, maxLength: columns }), {
          minLength: 1,
          maxLength: 4,
        }),
      ),
      (weights) => {
        const best = (row: number, taken: ReadonlySet<number>): number =>
          row === weights.length
            ? 0
            : Math.max(
                best(row + 1, taken),
                ...weights[row]!.map((weight, column) =>
                  taken.has(column) ? 0 : weight + best(row + 1, new Set([...taken, column])),
                ),
              );
        const pairs = bestAssignment(weights);
        assert.is(new Set(pairs.map(([row]) => row)).size, pairs.length);
        assert.is(new Set(pairs.map(([, column]) => column)).size, pairs.length);
        assert.is(
          pairs.reduce((sum, [row, column]) => sum + weights[row]![column]!, 0),
          best(0, new Set()),
        );
      },
    ),
    runs,
  );
});

test('as many spans as can be are matched, not the most alike first', () => {
  const likeness = (a: MarkedSpan, b: MarkedSpan): number => intersectionOverUnion([a], [b]);
  const span = (start: number, end: number) => ({ start, end }) as MarkedSpan;
  const pairs = matchSpans([span(0, 10), span(9, 21)], [span(0, 2), span(2, 13)], likeness);
  assert.equal(pairs, [
    [0, 0],
    [1, 1],
  ]);
});

test('the same spans by everybody are complete agreement', () => {
  fc.assert(
    fc.property(fc.array(marked, { minLength: 1, maxLength: 3 }), (own) => {
      const coding = codingOf(own.map((one) => [one, one, one]));
      for (const { value, coefficient } of spanResults(coding)) {
        if (value !== null) assert.ok(Math.abs(value - 1) < 1e-12, `${coefficient} ${value}`);
      }
    }),
    runs,
  );
});

test('neither the order of documents nor the names of annotators and labels matter', () => {
  fc.assert(
    fc.property(documents, (all) => {
      const plain = spanResults(codingOf(all));
      const turned = codingOf([...all].reverse().map((one) => [...one].reverse()));
      const renamed = {
        ...turned,
        spans: turned.spans.map((span) => ({ ...span, label: 2 - span.label })),
        labels: ['x', 'y', 'z'],
      };
      const used = codingOf(all);
      assert.equal(summary(spanResults({ ...renamed })), summary(spanResults({ ...used, labels: ['x', 'y', 'z'] })));
      assert.is(
        plain.every(({ value }) => value === null || Number.isFinite(value)),
        true,
      );
    }),
    runs,
  );
});

test('a document twice over leaves F and the 2016 family nearly where they are, and F exactly', () => {
  fc.assert(
    fc.property(documents, (all) => {
      const f = (coding: SpanCoding) => spanResults(coding, { coefficients: ['span_f'] });
      assert.equal(summary(f(codingOf([...all, ...all]))), summary(f(codingOf(all))));
    }),
    runs,
  );
});

test('texts read by one annotator, of unknown length or with overlapping spans are left out and counted', () => {
  const good: Marked[][] = [
    [
      [0, 10],
      [20, 30],
    ],
    [
      [0, 12],
      [20, 30],
    ],
  ];
  const only = codingOf([good]);
  const more = codingOf([
    good,
    [[[3, 9]]],
    [
      [
        [0, 5],
        [4, 9],
      ],
      [[0, 5]],
    ],
    good,
  ]);
  const coding = { ...more, lengths: [40, 40, 40, null] };
  const before = alphaFamily(only).nominal.agreement(Float64Array.of(1));
  const after = alphaFamily(coding).nominal;
  assert.is(after.agreement(Float64Array.of(1, 1, 1, 1)).value, before.value);
  assert.equal(after.dropped, {
    'documents read by one annotator': 1,
    'documents in which an annotator marked overlapping spans': 1,
    'documents of unknown length': 1,
  });
  assert.is(
    alphaU(coding, null).agreement(Float64Array.of(1, 1, 1, 1)).value,
    alphaU(only, null).agreement(Float64Array.of(1)).value,
  );
});

test('nothing marked, one annotator and one label give reasons and no number', () => {
  const empty = spanResults(codingOf([[[], []]]));
  for (const { value, reason } of empty) {
    assert.is(value, null);
    assert.ok(reason!.length > 0);
  }
  for (const { value, reason } of spanResults(codingOf([[[[0, 4]]]]))) {
    assert.is(value, null);
    assert.match(reason!, 'needs at least 2 annotators');
  }
  const [cu] = spanResults(codingOf([[[[0, 4]], [[0, 5]]]]), { coefficients: ['alpha_cu'] });
  assert.match(cu!.reason!, 'only one label');
});

test('F under the three criteria, with and without labels', () => {
  const results = spanResults(
    codingOf([
      [
        [
          [0, 10, 0],
          [20, 30, 1],
        ],
        [
          [0, 10, 1],
          [22, 30, 1],
          [35, 36, 0],
        ],
      ],
    ]),
    {
      coefficients: ['span_f'],
    },
  );
  const f = (criterion: string, labelled: boolean) =>
    results.find((one) => one.criterion === criterion && one.labelled === labelled)!;
  assert.is(f('iou >= 0.5', true).value, 2 / 5);
  assert.is(f('iou >= 0.5', false).value, 4 / 5);
  assert.is(f('exact', false).value, 2 / 5);
  assert.is(f('exact', true).value, 0);
  assert.is(f('overlap', true).value, 2 / 5);
  assert.is(f('iou >= 0.5', false).precision, 2 / 3);
  assert.is(f('iou >= 0.5', false).recall, 1);
});

test('intervals draw documents, and one document has none', () => {
  const many = codingOf(
    Array.from({ length: 8 }, (_, d): Marked[][] => [[[d, d + 9, d % 2]], [[d % 3, d + 8, d % 2]]]),
  );
  for (const { ci, ci_method, value, coefficient } of spanResults(many, { bootstrap: 100, interval: 'bca' })) {
    if (value === null || ci === null) continue;
    assert.match(ci_method!, /^bootstrap (BCa|percentile) by document$/);
    assert.ok(ci[0] <= ci[1], coefficient);
  }
  assert.is(spanResults(codingOf([[[[0, 4]], [[0, 5]]]]), { bootstrap: 100 })[0]!.ci, null);
  assert.is(SPAN_COEFFICIENTS.length, 6);
});

test.run();
