import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { ValidatedFile } from '../model/validated-file.js';
import type { ReleaseValidation } from '../releases/release.js';
import type { FindingReport } from '../reports/findings/finding-report.js';
import { json } from '../reports/findings/json.js';

/**
 * What a validation of the dataset at `root` found, as a release tells it: every path relative to the dataset, so that
 * the same dataset gives the same bytes wherever it lies.
 */
export function releaseValidation(
  files: readonly ValidatedFile[],
  report: FindingReport,
  root: string,
): ReleaseValidation {
  const named = (path: string): string => relativePath(root, path);
  const renamed = (found: Finding): Finding => {
    if (found.file === null) return found;
    const file = named(found.file);
    const related = found.related.map((one) => ({ ...one, file: named(one.file) }));
    // The fingerprint has the path in it.
    const fingerprint =
      file === found.file ? found.fingerprint : finding(found.rule, { file }, found.message, found).fingerprint;
    return { ...found, file, related, fingerprint };
  };
  const shown = {
    files: files.map((file) => ({ ...file, path: named(file.path) })),
    report: { ...report, findings: report.findings.map(renamed) },
    version: '',
    sourceAt: () => null,
  };
  return { counts: report.counts, files: files.length, text: () => json.print(shown) };
}

/** A path as seen from a folder, with "/"; paths that are relative already stay as they are. */
function relativePath(folder: string, path: string): string {
  const from = parts(folder);
  const to = parts(path);
  if (!isAbsolute(path) || !isAbsolute(folder) || from[0] !== to[0]) return path.replaceAll('\\', '/');
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/') || '.';
}

function parts(path: string): string[] {
  return path.split(/[\\/]+/).filter((part, i) => part !== '' || i === 0);
}

function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[a-z]:[\\/])/i.test(path);
}
