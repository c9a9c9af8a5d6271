import { isAbsolute, posix } from 'node:path';
import { belowRepository } from '../files/below-repository.js';
import { withFileNames } from '../reports/findings/finding-report.js';
import type { PrintedFindings } from '../reports/findings/format.js';

/** Findings whose files are named from the top of the git repository instead of the folder in which the program runs. */
export function fromRepository(printed: PrintedFindings, folder: string): PrintedFindings {
  const below = belowRepository(folder);
  if (below === '') return printed;
  const names = new Map<string, string>();
  const rename = (file: string): string => {
    const renamed = isAbsolute(file) ? file : posix.normalize(`${below}${file}`);
    names.set(renamed, file);
    return renamed;
  };
  const { files, report, sourceAt } = printed;
  return {
    ...printed,
    files: files.map((file) => ({ ...file, path: rename(file.path) })),
    report: withFileNames(report, rename),
    ...(sourceAt
      ? {
          sourceAt: (found, most) =>
            sourceAt({ ...found, file: found.file === null ? null : (names.get(found.file) ?? found.file) }, most),
        }
      : {}),
  };
}
