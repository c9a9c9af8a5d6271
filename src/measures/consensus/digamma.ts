/**
 * The digamma function, the derivative of the logarithm of the gamma function, for x > 0: the recurrence lifts x above
 * 10, where the asymptotic series holds to the last digits.
 * Source: Abramowitz and Stegun (1964) 6.3.5 and 6.3.18.
 */
export function digamma(x: number): number {
  let lifted = x;
  let sum = 0;
  while (lifted < 10) sum -= 1 / lifted++;
  const y = 1 / (lifted * lifted);
  const series = y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - (y * 691) / 32760)))));
  return sum + Math.log(lifted) - 1 / (2 * lifted) - series;
}
