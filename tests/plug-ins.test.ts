import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('plug-ins');

/** Folder of the plug-ins, the type by which their files are known, and the file with the literal array. */
const rooms: readonly [string, RegExp, string][] = [
  ['src/readers', /export const (\w+): Reader\b/, 'src/readers/index.ts'],
  ['src/checks', /export const (\w+): Check\b/, 'src/checks/index.ts'],
  ['src/releases/parts', /export const (\w+): ReleasePart\b/, 'src/releases/index.ts'],
  [
    'src/measures/coefficients',
    /export const (\w+): (?:Coefficient|PairCoefficient)\b/,
    'src/measures/coefficients/index.ts',
  ],
  ['src/reports/findings', /export const (\w+): FindingFormat\b/, 'src/reports/findings/index.ts'],
  ['src/extract/labelers', /export function (\w+)\([^)]*\): Labeler\b/, 'src/extract/labelers/index.ts'],
];

for (const [folder, pattern, index] of rooms) {
  test(`every plug-in of ${folder} stands in its list`, () => {
    const list = readFileSync(index, 'utf8');
    const names = readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
      .flatMap((file) => pattern.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? []);
    assert.ok(names.length > 0, `${folder} has plug-ins`);
    const missing = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(list));
    assert.equal(missing, []);
  });
}

test.run();
