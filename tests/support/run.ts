/**
 * Runs the tests: `npm test [folder or name ...]`. uvu alone exits 0 for a suite whose author forgot `.run()`, for a
 * pattern that matches no file and for tests declared after `.run()`; this wrapper fails on all three, and when fewer
 * tests ran than tests/count.txt says. It ends with the line `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const countFile = join(folder, 'count.txt');
const wanted = process.argv.slice(2);

const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const files = wanted.length ? all.filter((file) => wanted.some((word) => file.includes(word))) : all;

const faults: string[] = [];
if (!files.length) faults.push(`no test file matches ${wanted.join(' ') || '*.test.ts'}`);
for (const file of files) {
  const text = readFileSync(join(folder, file), 'utf8').trimEnd();
  if (!/\n\w+\.run\(\);$/.test(text)) faults.push(`${file} does not end with .run()`);
}

let passed = 0;
let failed = faults.length;
if (files.length) {
  const pattern = wanted.length
    ? `(${files.map((file) => file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`
    : '\\.test\\.ts$';
  const uvu = join(folder, '..', 'node_modules', 'uvu', 'bin.js');
  const run = spawnSync(process.execPath, ['--import', 'tsx', uvu, relative(process.cwd(), folder) || '.', pattern], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 1 << 28,
  });
  process.stdout.write(run.stdout);
  process.stderr.write(run.stderr);
  const total = Number(/Total:\s+(\d+)/.exec(run.stdout)?.[1] ?? 0);
  passed = Number(/Passed:\s+(\d+)/.exec(run.stdout)?.[1] ?? 0);
  failed += Math.max(total - passed, run.status === 0 ? 0 : 1);
  if (!total) faults.push('no test ran');
}

if (!wanted.length && !faults.length && !failed) {
  const expected = Number(readCount());
  if (passed < expected) {
    faults.push(`${passed} tests ran, ${expected} are expected (tests/count.txt); tests were lost`);
    failed++;
  } else if (passed > expected && !process.env['CI']) writeFileSync(countFile, `${passed}\n`);
}
for (const fault of faults) console.error(`tests: ${fault}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

function readCount(): string {
  try {
    return readFileSync(countFile, 'utf8');
  } catch {
    return '0';
  }
}
