/*
 * How often the 95 % interval of the extraction's recall holds the true value: invented documents of 10 to 40 passages,
 * each passage found with a chance of its document. The chances vary around 0.85 by a normal deviate on the scale of logits;
 * the true value is the mean chance of a passage in 200,000 documents. One seed.
 *   npx tsx bench/recall.ts [datasets of each size, default 1000]
 */
import { measureFigures, share } from '../src/measures/extraction/figures.js';
import { createRandom } from '../src/measures/random.js';

const datasets = Number(process.argv[2] ?? 1000);
const RECALL = 0.85;
const { uniform } = createRandom(1);
const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
const chanceOf = (spread: number): number => 1 / (1 + Math.exp(-(Math.log(RECALL / (1 - RECALL)) + spread * normal())));

/** The counts of a document. */
function draw(spread: number): { readonly found: number; readonly added: number } {
  const chance = chanceOf(spread);
  const passages = 10 + Math.floor(31 * uniform());
  let found = 0;
  for (let i = 0; i < passages; i++) if (uniform() < chance) found++;
  return { found, added: passages - found };
}

for (const spread of [0, 0.5, 1]) {
  let sum = 0;
  for (let i = 0; i < 200_000; i++) sum += chanceOf(spread);
  const truth = sum / 200_000;
  const shares = [2, 3, 5, 10, 20, 40].map((size) => {
    let held = 0;
    for (let i = 0; i < datasets; i++) {
      const documents = Array.from({ length: size }, () => draw(spread));
      const [figure] = measureFigures(
        documents,
        [{ name: 'recall', value: (of) => share(of('found'), of('found') + of('added')) }],
        { bootstrap: 1000, seed: 1, confidence: 0.95 },
      );
      const [low, high] = figure?.interval?.ci ?? [1, 0];
      if (low <= truth && truth <= high) held++;
    }
    return `${size}: ${((100 * held) / datasets).toFixed(1)} %`;
  });
  process.stdout.write(
    `documents that vary by ${spread}, mean ${truth.toFixed(3)}; held by so many: ${shares.join(', ')}\n`,
  );
}
