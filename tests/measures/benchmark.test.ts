import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { benchmark } from '../../src/measures/benchmark.js';

const test = suite('benchmarks');

test('without a value or an error no strength is retained, and the reason is said', () => {
  assert.match(benchmark(null, 0.1)[0]!.reason!, 'not defined');
  assert.match(benchmark(0.7, 0)[0]!.reason!, 'no standard error');
  assert.is(benchmark(0.9, 0.001)[0]!.retained, 'Almost Perfect');
});

test.run();
