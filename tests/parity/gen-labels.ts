/** What the generator is asked for; see `generateLabels`. */
export interface LabelRecipe {
  readonly units: number;
  readonly annotators: number;
  readonly categories: number;
  readonly missing: number;
  readonly noise: number;
  readonly seed: number;
  readonly ordinal: boolean;
  readonly prevalence: readonly number[] | null;
  readonly order: 'unit' | 'annotator';
}

const PER_MILLION = 1_000_000;

/** Reads a recipe from the command-line form in which the expected values state it ("--units 200 --ordinal …"). */
export function parseRecipe(args: string): LabelRecipe {
  const words = args.split(' ');
  const after = (name: string): string | null => {
    const at = words.indexOf(`--${name}`);
    return at < 0 ? null : words[at + 1]!;
  };
  const number = (name: string, otherwise: number): number => Number(after(name) ?? otherwise);
  return {
    units: number('units', 1000),
    annotators: number('annotators', 5),
    categories: number('categories', 5),
    missing: number('missing', 0),
    noise: number('noise', 0.3),
    seed: number('seed', 1),
    ordinal: words.includes('--ordinal'),
    prevalence: after('prevalence')?.split(',').map(Number) ?? null,
    order: after('order') === 'annotator' ? 'annotator' : 'unit',
  };
}

/** mulberry32: unsigned 32-bit integers. */
function integers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
}

/**
 * Labels of invented annotators as long-format CSV (unit_id,annotator_id,label), the same bytes on every machine:
 * every random decision is taken in 32-bit integers. A unit has a latent category (uniform, or by the weights of
 * `prevalence`); the annotator with index a of A errs with probability noise · (2a + A) / 2A; a nominal error is a
 * uniformly drawn category, an ordinal one a step up or down. One draw per unit and three per cell, whatever the
 * options, so that recipes differing in `missing` share the labels both keep. Labels are 1..K.
 */
export function generateLabels(recipe: LabelRecipe): string {
  const { units, annotators, categories } = recipe;
  const random = integers(recipe.seed);
  const missing = Math.round(recipe.missing * PER_MILLION);
  const noise = Math.round(recipe.noise * PER_MILLION);
  const errors = Array.from({ length: annotators }, (_, a) =>
    Math.min(PER_MILLION, Math.floor((noise * (2 * a + annotators)) / (2 * annotators))),
  );
  const cumulated: number[] = [];
  let total = 0;
  for (const weight of recipe.prevalence ?? Array.from({ length: categories }, () => 1)) {
    total += weight;
    cumulated.push(total);
  }
  const cells = new Uint8Array(units * annotators);
  for (let unit = 0; unit < units; unit++) {
    const draw = random() % total;
    const latent = cumulated.findIndex((bound) => draw < bound);
    for (let a = 0; a < annotators; a++) {
      const kept = random() % PER_MILLION >= missing;
      const errs = random() % PER_MILLION < errors[a]!;
      const choice = random();
      let label = latent;
      if (errs && recipe.ordinal) label = step(latent, choice, categories);
      else if (errs) label = choice % categories;
      if (kept) cells[unit * annotators + a] = label + 1;
    }
  }
  return toCsv(cells, recipe);
}

function step(latent: number, choice: number, categories: number): number {
  const moved = choice & 1 ? latent + 1 : latent - 1;
  if (moved < 0) return 1;
  return moved >= categories ? categories - 2 : moved;
}

function toCsv(cells: Uint8Array, { units, annotators, order }: LabelRecipe): string {
  const unitId = (unit: number): string => `u${String(unit + 1).padStart(Math.max(4, String(units).length), '0')}`;
  const annotatorId = (a: number): string => `a${String(a + 1).padStart(Math.max(2, String(annotators).length), '0')}`;
  const lines = ['unit_id,annotator_id,label'];
  const line = (unit: number, a: number): void => {
    const label = cells[unit * annotators + a]!;
    if (label > 0) lines.push(`${unitId(unit)},${annotatorId(a)},${label}`);
  };
  if (order === 'unit') {
    for (let unit = 0; unit < units; unit++) for (let a = 0; a < annotators; a++) line(unit, a);
  } else {
    for (let a = 0; a < annotators; a++) for (let unit = 0; unit < units; unit++) line(unit, a);
  }
  return `${lines.join('\n')}\n`;
}
