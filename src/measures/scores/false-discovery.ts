/**
 * P-values adjusted for their number, so that calling those at or below q significant keeps the expected share of false
 * ones among them at q. Undefined ones (null) stay so and are not counted.
 * Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, in the form of adjusted
 * p-values (R's p.adjust, method "BH").
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  const known = pValues.flatMap((p, i) => (p === null ? [] : [{ p, i }])).sort((a, b) => b.p - a.p || a.i - b.i);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let least = 1;
  known.forEach(({ p, i }, fromLast) => {
    least = Math.min(least, (p * known.length) / (known.length - fromLast));
    adjusted[i] = least;
  });
  return adjusted;
}
