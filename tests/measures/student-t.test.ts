import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { logGamma, logIncompleteBeta } from '../../src/measures/incomplete-beta.js';
import { logStudentTail, studentQuantile } from '../../src/measures/student-t.js';

const test = suite("Student's t");
const close = (actual: number, expected: number, relative: number): void => {
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `expected ${expected}, found ${actual}`);
};

test('tails are the closed forms of one and two degrees of freedom', () => {
  for (const t of [0.1, 1, 3, 50, 1e6]) {
    close(Math.exp(logStudentTail(t, 1)), Math.atan2(1, t) / Math.PI, 1e-12);
    // 1/2 - t / (2 sqrt(2 + t^2)), written without the cancellation.
    const root = Math.sqrt(2 + t * t);
    close(Math.exp(logStudentTail(t, 2)), 1 / (root * (root + t)), 1e-12);
  }
  assert.is(logStudentTail(0, 7), Math.log(0.5));
});

test('a tail far below the smallest number keeps its digits', () => {
  // P(T > 1e6) at 100 degrees is about 1e-512: half a beta function times 100^50 / t^100.
  const exact = Math.log(0.5) + 50 * Math.log(100 / 1e12) - Math.log(50) - logBetaHalf(50);
  close(logStudentTail(1e6, 100), exact, 1e-9);
  assert.ok(logStudentTail(1e6, 100) < -1000);
});

const logBetaHalf = (a: number): number => logGamma(a) + logGamma(0.5) - logGamma(a + 0.5);

test('quantiles are the tabled ones and undo the tail', () => {
  close(studentQuantile(0.025, 1), 12.706204736174698, 1e-12);
  close(studentQuantile(0.025, 10), 2.228138851986274, 1e-12);
  close(studentQuantile(0.025, 1e6), 1.959966357078, 1e-9);
  for (const df of [3, 40, 1999, 1e5]) {
    close(Math.exp(logStudentTail(studentQuantile(0.005, df), df)), 0.005, 1e-10);
  }
});

test('log gamma is the factorial and agrees with itself where the formula changes', () => {
  close(Math.exp(logGamma(6)), 120, 1e-12);
  close(logGamma(0.5), Math.log(Math.PI) / 2, 1e-13);
  close(logGamma(1000.5) - logGamma(999.5), Math.log(999.5), 1e-9);
});

test('the incomplete beta function is a power for b = 1', () => {
  close(Math.exp(logIncompleteBeta(0.3, 4, 1)), 0.3 ** 4, 1e-13);
});

test.run();
