/** A seeded source of random 32-bit integers and of numbers in [0, 1). */
export interface Random {
  /** An unsigned 32-bit integer. */
  integer(): number;
  /** A number in the open interval (0, 1), with 32 random bits: its logarithm is always finite. */
  uniform(): number;
}

/**
 * A small seeded generator for resampling: the same seed gives the same draws on every machine.
 * `seed` is any integer; neighbouring seeds are unrelated because the state is filled by a mixing step first.
 * Source: sfc32 of PractRand (Doty-Humphrey 2010); state filled by splitmix32.
 */
export function createRandom(seed: number): Random {
  let mix = seed | 0;
  const fill = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix ^ (mix >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = fill();
  let b = fill();
  let c = fill();
  let counter = 1;
  const integer = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) integer();
  return { integer, uniform: () => (integer() + 0.5) / 4294967296 };
}
