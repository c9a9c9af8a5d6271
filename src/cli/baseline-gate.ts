import { existsSync } from 'node:fs';
import { baselineBuilder, knownFaults, matchBaseline, updatedBaseline } from '../checks/baseline.js';
import { readBaseline, writeBaseline } from '../files/baseline-file.js';
import { UsageError } from '../model/errors.js';
import type { Finding } from '../model/generated.js';
import { plural } from '../reports/findings/plural.js';
import type { GateArguments } from './gate-options.js';

/** What a baseline does while findings stream by. */
export interface BaselineGate {
  readonly knows: (found: Finding) => boolean;
  /** After the last finding: writes the baseline if that was asked for. `validated` are the paths that were looked at. */
  readonly end: (validated: readonly string[]) => BaselineEnd;
}

/** How the findings stood to the baseline. */
export interface BaselineEnd {
  /** Faults that it lists and that are gone. */
  readonly mended: number;
  /** What a person is told, in whole lines. */
  readonly said: string;
  /** Whether that alone makes the validation fail. */
  readonly fails: boolean;
}

/**
 * Opens the baseline that the command line names; null without one. Throws UsageError when it is missing and is not to be
 * written, when it was written in another folder, and for options that need one.
 */
export function openBaseline(args: GateArguments): BaselineGate | null {
  const {
    baseline: path,
    'update-baseline': update = false,
    'allow-growth': grow = false,
    'strict-baseline': strict = false,
  } = args;
  if (grow && !update) throw new UsageError('--allow-growth is about writing: give it with --update-baseline');
  if (path === undefined) {
    const needing = update ? '--update-baseline' : strict ? '--strict-baseline' : null;
    if (needing !== null) throw new UsageError(`${needing} needs the file: --baseline FILE`);
    return null;
  }
  const old = readBaseline(path);
  if (old === null && !update) {
    throw new UsageError(
      `there is no baseline ${path}; with --update-baseline it is written, from the faults that are there now`,
    );
  }
  const files = [...new Set((old?.faults ?? []).map(({ file }) => file).filter((file) => file !== null))];
  if (files.length && !files.some((file) => existsSync(file))) {
    throw new UsageError(
      `${path} speaks of ${files[0]} and other files that are not to be found from here; run validate in the folder in which the baseline was written`,
    );
  }
  const match = matchBaseline(old ?? { faults: [] });
  const now = baselineBuilder();
  const takesAll = update && (old === null || grow);
  return {
    knows(found) {
      now.add(found);
      const known = match.knows(found);
      return known || (takesAll && found.severity !== 'info');
    },
    end(validated) {
      const looked = new Set(validated);
      // A file that is gone took its faults with it.
      const lookedAt = (file: string | null): boolean => file === null || looked.has(file) || !existsSync(file);
      const mended = match.mended(lookedAt);
      if (!update) {
        const hint = `run: demarche validate --baseline ${path} --update-baseline`;
        const said = `${path}: ${plural(mended, 'known fault')} ${mended === 1 ? 'is' : 'are'} mended; ${hint}\n`;
        return { mended, said: mended ? said : '', fails: strict && mended > 0 };
      }
      const next = old === null ? now.result() : updatedBaseline(old, now.result(), { grow, lookedAt });
      writeBaseline(path, next);
      const [before, after] = [old === null ? null : knownFaults(old), knownFaults(next)];
      const was = before === null ? '' : `, ${before} before`;
      return { mended, said: `${path}: ${plural(after, 'known fault')}${was}\n`, fails: false };
    },
  };
}
