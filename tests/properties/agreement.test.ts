import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreementResults } from '../../src/measures/agreement-results.js';
import { labelMatrix, type LabelCell } from '../../src/measures/label-matrix.js';
import type { Result } from '../../src/measures/result.js';

const test = suite('properties of agreement');

// The same examples in every run: a failure can be looked at again.
fc.configureGlobal({ seed: 20311 });
const runs = { numRuns: 60, seed: 20, endOnFailure: true };

/** Rows of labels, one a unit: 0 missing, else a category. */
const rows = fc.integer({ min: 2, max: 4 }).chain((annotators) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: annotators, maxLength: annotators }), {
    minLength: 2,
    maxLength: 12,
  }),
);

type Name = (index: number) => string;

function cellsOf(
  units: readonly (readonly number[])[],
  { label = (code) => `c${code}`, annotator = (a) => `a${a}` }: { label?: Name; annotator?: Name } = {},
): LabelCell[] {
  return units.flatMap((labels, unit) =>
    labels.flatMap((code, a) =>
      code === 0 ? [] : [{ unit: `u${unit}`, annotator: annotator(a), label: label(code) }],
    ),
  );
}

const figures = (cells: readonly LabelCell[]): Result[] => agreementResults(labelMatrix(cells));

/** Coefficient values without names of pairs and categories, in a fixed order, rounded past the last digits. */
const summary = (results: readonly Result[]): string =>
  results
    .map(
      ({ coefficient, value }) =>
        `${coefficient} ${value === null ? 'null' : (value + 0).toFixed(9).replace('-0.000000000', '0.000000000')}`,
    )
    .sort()
    .join('\n');

test('the order of units and rows does not matter, to the last bit', () => {
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat()), (units, stream) => {
      const cells = cellsOf(units);
      const keyed = cells.map((cell) => ({ cell, key: stream.next().value as number }));
      const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ cell }) => cell);
      const options = { bootstrap: 20, seed: 4 };
      assert.equal(agreementResults(labelMatrix(shuffled), options), agreementResults(labelMatrix(cells), options));
    }),
    runs,
  );
});

test('the names and order of annotators do not matter', () => {
  fc.assert(
    fc.property(rows, (units) => {
      const renamed = cellsOf(units, { annotator: (a) => `z${9 - a}` });
      assert.is(summary(figures(renamed)), summary(figures(cellsOf(units))));
    }),
    runs,
  );
});

test('the names of categories do not matter', () => {
  fc.assert(
    fc.property(rows, (units) => {
      const renamed = cellsOf(units, { label: (code) => ['', 'zz', 'm', 'b'][code]! });
      assert.is(summary(figures(renamed)), summary(figures(cellsOf(units))));
    }),
    runs,
  );
});

test('identical annotators agree completely, if there are two categories', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 12 }),
      fc.integer({ min: 2, max: 4 }),
      (labels, annotators) => {
        const units = labels.map((label) => Array.from({ length: annotators }, () => label));
        const several = new Set(labels).size > 1;
        for (const { value, coefficient } of figures(cellsOf(units))) {
          // Ratings need numbers; measures/coefficients/ratings.test.ts has them.
          if (/^(icc|kendall)_/.test(coefficient)) continue;
          const always = coefficient === 'percent_agreement' || coefficient === 'specific_agreement';
          assert.is(value, several || always ? 1 : null, coefficient);
        }
      },
    ),
    runs,
  );
});

test('a unit with one label never moves alpha or its interval', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 3 }), (units, code) => {
      const alpha = (cells: readonly LabelCell[]): Pick<Result, 'value' | 'observed' | 'expected' | 'se'>[] =>
        agreementResults(labelMatrix(cells, { order: ['c1', 'c2', 'c3'] }), {
          coefficients: ['krippendorff_alpha'],
          distances: ['nominal', 'ordinal', 'interval'],
        }).map(({ value, observed, expected, se }) => ({ value, observed, expected, se }));
      const cells = cellsOf(units);
      const more = [...cells, { unit: 'single', annotator: 'a0', label: `c${code}` }];
      assert.equal(alpha(more), alpha(cells));
    }),
    runs,
  );
});

test('two complete annotators: alpha is pi with the small-sample correction, Fleiss is Scott', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
        minLength: 3,
        maxLength: 15,
      }),
      (units) => {
        const all = figures(cellsOf(units));
        const value = (name: string): number | null => all.find(({ coefficient }) => coefficient === name)!.value;
        const pi = value('scott_pi');
        if (pi === null) return;
        assert.ok(Math.abs(value('fleiss_kappa')! - pi) < 1e-12);
        const corrected = 1 - ((1 - pi) * (2 * units.length - 1)) / (2 * units.length);
        assert.ok(Math.abs(value('krippendorff_alpha')! - corrected) < 1e-12);
        assert.ok(Math.abs(value('light_kappa')! - value('cohen_kappa')!) < 1e-12);
        assert.ok(Math.abs(value('conger_kappa')! - value('cohen_kappa')!) < 1e-12);
      },
    ),
    runs,
  );
});

test.run();
