import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MeasuredFigure } from '../../src/measures/extraction/figures.js';

/** What the shared scorer is asked, and which of its answers must equal which figure. */
export interface SharedCheck {
  readonly mode: string;
  /** The gold as it is handed over: lines, or one value for a .json file. */
  readonly gold: readonly object[] | object;
  readonly rows: readonly object[];
  /** Path in the scorer's answer by name of figure. */
  readonly answers: Readonly<Record<string, string>>;
}

/** How far two equal figures may be apart after rounding to a tenth of a percent, once or twice. */
const ROUNDING = 0.0011;

/**
 * Asks tools/score-extraction.mjs for the same rows and says where its answers differ: an empty list where they agree,
 * one sentence where the scorer is not at hand.
 */
export function compareWithShared(
  tools: string,
  { mode, gold, rows, answers }: SharedCheck,
  figures: readonly MeasuredFigure[],
): string[] {
  const program = join(tools, 'score-extraction.mjs');
  if (!existsSync(program)) return [`not compared: ${program} is not there`];
  const folder = mkdtempSync(join(tmpdir(), 'demarche-score-'));
  try {
    const lines = (list: readonly object[]): string => list.map((one) => `${JSON.stringify(one)}\n`).join('');
    const goldFile = join(folder, Array.isArray(gold) ? 'gold.jsonl' : 'gold.json');
    const rowsFile = join(folder, mode === 'cues' ? 'cues.csv' : 'rows.jsonl');
    writeFileSync(goldFile, Array.isArray(gold) ? lines(gold) : JSON.stringify(gold));
    writeFileSync(rowsFile, mode === 'cues' ? (rows as readonly { text: string }[])[0]!.text : lines(rows));
    const flags = mode === 'quotes' ? ['--by-type'] : [];
    const run = spawnSync(process.execPath, [program, mode, goldFile, rowsFile, ...flags], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (run.status !== 0) return [`not compared: ${program} ${mode} failed: ${run.stderr.trim()}`];
    const told = JSON.parse(run.stdout) as unknown;
    return Object.entries(answers).flatMap(([name, path]) => {
      const own = figures.find((figure) => figure.name === name)?.value ?? 0;
      const theirs = path
        .split('.')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], told);
      const scaled = mode === 'seeds' ? Number(theirs) : Number(theirs ?? 0) / 100;
      return Math.abs(own - scaled) <= ROUNDING
        ? []
        : [`${mode}, ${name}: ${(own * 100).toFixed(2)} here, ${(scaled * 100).toFixed(2)} from the shared scorer`];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
