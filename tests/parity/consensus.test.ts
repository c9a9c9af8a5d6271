import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { dawidSkene } from '../../src/measures/consensus/dawid-skene.js';
import { decide } from '../../src/measures/consensus/decide.js';
import { votesFrom, votesOf } from '../../src/measures/consensus/votes.js';
import { labelMatrix } from '../../src/measures/label-matrix.js';
import { cellsOf } from './agreement-tables.js';
import { generateLabels, parseRecipe } from './gen-labels.js';

const test = suite('consensus parity');

interface Reference {
  readonly generated: readonly {
    readonly id: string;
    readonly generator_args: string;
    readonly csv_sha256: string;
    readonly source: string;
    readonly argmax: string;
    readonly iterations: number;
    readonly converged: boolean;
    readonly class_priors: readonly number[];
  }[];
  readonly anaesthetists: {
    readonly responses: readonly (readonly (readonly number[])[])[];
    readonly class_marginals: readonly number[];
    readonly error_rates: Readonly<Record<string, readonly (readonly number[])[]>>;
    readonly log_likelihood: number;
    readonly log_likelihood_after_iterations: Readonly<Record<string, number>>;
    readonly posterior: readonly (readonly number[])[];
  };
}

const read = (): Reference =>
  JSON.parse(readFileSync(new URL('consensus-reference.json', import.meta.url), 'utf8')) as Reference;

const near = (found: number, expected: number, tolerance: number, what: string): void =>
  assert.ok(Math.abs(found - expected) <= tolerance, `${what}: expected ${expected}, found ${found}`);

test('Dawid-Skene gives the labels, priors and iterations of an independent program (crowd-kit 1.4.1)', () => {
  for (const expected of read().generated) {
    const csv = generateLabels(parseRecipe(expected.generator_args));
    assert.is(createHash('sha256').update(csv).digest('hex'), expected.csv_sha256);
    for (const votes of [votesOf(labelMatrix(cellsOf(csv))), votesFrom(cellsOf(csv))]) {
      const found = dawidSkene.infer(votes);
      assert.is(found.iterations, expected.iterations, `${expected.id} iterations`);
      assert.is(found.converged, expected.converged, expected.id);
      expected.class_priors.forEach((prior, k) => near(found.classPriors[k]!, prior, 1e-6, `${expected.id} prior ${k}`));
      const labels = decide(votes, found)
        .map(({ label }, unit) => [votes.unitIds[unit]!, votes.categories[label]!] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      assert.is(labels.map(([, label]) => label).join(''), expected.argmax, `${expected.id} labels`);
    }
  }
});

function anaesthetists(responses: Reference['anaesthetists']['responses']) {
  return votesFrom(
    responses.flatMap((patient, p) =>
      patient.flatMap((labels, observer) =>
        labels.map((label) => ({
          unit: `p${String(p + 1).padStart(2, '0')}`,
          annotator: `observer${observer + 1}`,
          label: String(label),
        })),
      ),
    ),
  );
}

test("Dawid-Skene reaches the fixed point on Dawid and Skene's patients, one observer of whom answers three times", () => {
  const reference = read().anaesthetists;
  const votes = anaesthetists(reference.responses);
  assert.is(votes.size, 315);
  const found = dawidSkene.infer(votes, { maxIterations: 500, tolerance: 1e-15, stop: 'likelihood' });
  assert.ok(found.converged);
  reference.class_marginals.forEach((share, k) => near(found.classPriors[k]!, share, 1e-5, `marginal ${k}`));
  near(found.logLikelihood!, reference.log_likelihood, 1e-6, 'log-likelihood');
  Object.values(reference.error_rates).forEach((rows, a) =>
    rows.forEach((row, truth) =>
      row.forEach((rate, given) =>
        near(found.confusion![(a * 4 + truth) * 4 + given]!, rate, 1e-5, `observer ${a + 1}, ${truth} as ${given}`),
      ),
    ),
  );
  reference.posterior.forEach((row, patient) =>
    row.forEach((p, k) =>
      near(found.posterior[votes.patternOfUnit[patient]! * 4 + k]!, p, 1e-5, `patient ${patient + 1}, class ${k + 1}`),
    ),
  );
});

test("the likelihood on Dawid and Skene's patients rises as in the reference", () => {
  const reference = read().anaesthetists;
  const votes = anaesthetists(reference.responses);
  for (const [iterations, value] of Object.entries(reference.log_likelihood_after_iterations)) {
    const found = dawidSkene.infer(votes, { maxIterations: Number(iterations), tolerance: -1, stop: 'likelihood' });
    near(found.logLikelihood!, value, 1e-6, `after ${iterations}`);
    assert.is(found.converged, false);
  }
});

test.run();
