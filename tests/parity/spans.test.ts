import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreementResults } from '../../src/measures/agreement-results.js';
import { benchmark } from '../../src/measures/benchmark.js';
import { labelMatrix } from '../../src/measures/label-matrix.js';
import { marginalHomogeneity } from '../../src/measures/marginal-homogeneity.js';
import { alphaFamily } from '../../src/measures/spans/alpha-family.js';
import { alphaU, segmentDifference } from '../../src/measures/spans/alpha-u.js';
import type { SpanCoding } from '../../src/measures/spans/span-coding.js';

const test = suite('span parity');

interface Unit {
  readonly start: number;
  readonly length: number;
  readonly coder: string | number;
  readonly category: string;
}

interface Expected {
  readonly measure: string;
  readonly value: number | Readonly<Record<string, number>>;
  readonly tolerance: number;
  readonly distance?: string;
  readonly provenance?: string;
  readonly Do?: number;
  readonly De?: number;
}

interface Entry {
  readonly id: string;
  readonly source: string;
  readonly input: {
    readonly begin: number;
    readonly length: number;
    readonly units: readonly Unit[];
    readonly rows: readonly (readonly (readonly string[])[])[];
    readonly table: readonly (readonly number[])[];
    readonly coefficient: number;
    readonly se: number;
  };
  readonly expected: readonly never[];
  readonly recomputed?: Readonly<Record<string, unknown>>;
}

function entry<T = Expected>(id: string): Omit<Entry, 'expected'> & { readonly expected: readonly T[] } {
  const { entries } = JSON.parse(readFileSync(new URL('span-reference.json', import.meta.url), 'utf8')) as {
    entries: readonly Entry[];
  };
  return entries.find((one) => one.id === id)!;
}

const near = (actual: number | null | undefined, expected: number, tolerance: number, what: string): void => {
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) <= tolerance, `${what}: expected ${expected}, found ${actual}`);
};

/** One text, everything `stretch` times as long. */
function codingOf({ begin, length, units }: Entry['input'], stretch = 1): SpanCoding {
  const annotatorIds = [...new Set(units.map(({ coder }) => String(coder)))];
  const labels = [...new Set(units.map(({ category }) => category))];
  return {
    documentIds: ['text'],
    lengths: [length * stretch],
    annotatorIds,
    labels,
    read: new Uint8Array(annotatorIds.length).fill(1),
    spans: units.map((unit) => ({
      document: 0,
      annotator: annotatorIds.indexOf(String(unit.coder)),
      start: (unit.start - begin) * stretch,
      end: (unit.start - begin + unit.length) * stretch,
      label: labels.indexOf(unit.category),
    })),
  };
}

const once = Float64Array.of(1);

test('alpha_u gives the published values of 2004 for c, k and both jointly', () => {
  const { input, expected, recomputed } = entry('unitizing-krippendorff-2004');
  const coding = codingOf(input);
  const of = (label: string | null) =>
    alphaU(coding, label === null ? null : coding.labels.indexOf(label)).agreement(once);
  const [c, k, joint] = expected;
  near(of('c').value, c!.value as number, c!.tolerance, 'c');
  near(of('c').observed, c!.Do!, 5e-5, 'observed disagreement of c');
  near(of('c').expected, c!.De!, 5e-5, 'expected disagreement of c');
  near(of('k').value, k!.value as number, k!.tolerance, 'k');
  near(of(null).value, joint!.value as number, joint!.tolerance, 'joint, rounded');
  near(of(null).value, recomputed!['u_alpha_joint'] as number, 1e-9, 'joint');
  near(of('c').expected, recomputed!['De_c'] as number, 1e-9, 'De of c');
  near(of('k').expected, recomputed!['De_k'] as number, 1e-9, 'De of k');
});

test('alpha_u gives the values for the four examples of 1995, as long as they are and 50,000 times as long', () => {
  const { input, expected, recomputed } = entry('unitizing-krippendorff-1995');
  const short = codingOf(input);
  const observed = expected[0]!.value as Readonly<Record<string, number>>;
  for (const [key, stretch] of [
    ['length24', 1],
    ['stretch50000', 50_000],
  ] as const) {
    const coding = codingOf(input, stretch);
    for (const [label, value] of Object.entries(recomputed![key] as Readonly<Record<string, number>>)) {
      near(alphaU(coding, coding.labels.indexOf(label)).agreement(once).value, value, 1e-9, `${key} ${label}`);
    }
  }
  for (const [label, value] of Object.entries(observed)) {
    near(alphaU(short, short.labels.indexOf(label)).agreement(once).observed, value, 1e-5, `observed ${label}`);
  }
});

test('differences of segments are the published ones', () => {
  interface Part {
    readonly start: number;
    readonly length: number;
    readonly label: string | null;
  }
  const cases = entry<{ a: Part; b: Part; value: number }>('unitizing-distance-metric').expected;
  const segment = ({ start, length, label }: Part) => ({ start, end: start + length, label: label === null ? null : 0 });
  for (const { a, b, value } of cases) {
    assert.is(segmentDifference(segment(a), segment(b)), value);
    assert.is(segmentDifference(segment(b), segment(a)), value);
  }
});

test('the family of 2016 gives the published values of three observers', () => {
  const { input, expected } = entry('unitizing-krippendorff-2019');
  const coding = codingOf(input);
  const family = alphaFamily(coding);
  const [nominal, binary, coded, labels, coverage] = expected;
  near(family.nominal.agreement(once).value, nominal!.value as number, nominal!.tolerance, 'u-alpha');
  near(family.binary.agreement(once).value, binary!.value as number, binary!.tolerance, '|u-alpha');
  near(family.coding.agreement(once).value, coded!.value as number, coded!.tolerance, 'cu-alpha');
  for (const [label, value] of Object.entries(labels!.value)) {
    near(family.ofLabel(coding.labels.indexOf(label)).agreement(once).value, value, labels!.tolerance, `(${label})u`);
  }
  for (const [label, value] of Object.entries(coverage!.value)) {
    near(family.ofLabel(coding.labels.indexOf(label)).coverage!(once), value, 1e-12, `coverage of ${label}`);
  }
  const never = family.ofLabel(coding.labels.indexOf('7')).agreement(once);
  assert.is(never.value, null);
  assert.match(never.reason!, 'no span of this label meets another');
});

test('alpha of set-valued labels gives the values of both forms of MASI and of Jaccard', () => {
  const { input, expected } = entry('set-valued-9x2');
  const cells = input.rows.flatMap((row, unit) =>
    row.map((set, a) => ({ unit: `u${unit}`, annotator: `a${a}`, label: set.length === 0 ? '|' : set.join('|') })),
  );
  const results = agreementResults(labelMatrix(cells), {
    coefficients: ['krippendorff_alpha'],
    distances: ['masi_dkpro', 'masi_nltk', 'jaccard'],
  });
  const names: readonly [string, RegExp][] = [
    ['masi_dkpro', /DKPro MASI/],
    ['masi_nltk', /masi_distance/],
    ['jaccard', /jaccard_distance/],
  ];
  for (const [name, form] of names) {
    const one = expected.find(({ distance = '', provenance = '' }) => form.test(`${distance} ${provenance}`))!;
    const found = results.find(({ distance }) => distance === name)!;
    near(found.value, one.value as number, one.tolerance, name);
    if (one.Do !== undefined) near(found.observed, one.Do, 0.0005, `${name} observed`);
    if (one.De !== undefined) near(found.expected, one.De, 0.001, `${name} expected`);
  }
});

test('benchmarks give the published cumulative probabilities and words', () => {
  const { input, expected } = entry<{ scale: string; cumulative_probability: number[]; retained_at_0_95: string }>(
    'gwet-benchmarking-0.77544',
  );
  const found = benchmark(input.coefficient, input.se);
  for (const { scale, cumulative_probability, retained_at_0_95 } of expected) {
    const one = found.find((each) => each.scale === scale)!;
    cumulative_probability.forEach((probability, i) => {
      near(one.levels[i]!.cumulative_probability, probability, 5.1e-6, `${scale} ${i}`);
    });
    assert.is(one.retained, retained_at_0_95);
  }
});

test('marginal homogeneity of the vision data is the published one', () => {
  const { input, expected } = entry<{ value: number; df: number; p: number; tolerance: number }>('stuart-1955-vision');
  const found = marginalHomogeneity(Float64Array.from(input.table.flat()), 4);
  for (const [one, { value, df, p, tolerance }] of [
    [found.stuart_maxwell, expected[0]!],
    [found.bhapkar, expected[1]!],
  ] as const) {
    near(one?.value, value, tolerance, 'chi-square');
    assert.equal(one?.df, [df]);
    near(one?.p_value, p, 5e-5, 'p-value');
  }
});

test.run();
