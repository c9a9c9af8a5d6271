import type { CodebookChange, VersionStep, VersionVerdict } from '../reports/codebook-diff-report.js';

const STEPS: readonly VersionStep[] = ['major', 'minor', 'patch'];

/**
 * How far the version of a codebook must move for these changes, and whether it did: MAJOR where a label lost its
 * meaning or its place, MINOR for what is new or weighs differently, PATCH for wording. Versions are X.Y or X.Y.Z.
 */
export function versionVerdict(changes: readonly CodebookChange[], before: string, after: string): VersionVerdict {
  const needed = STEPS.find((step) => changes.some((one) => one.step === step)) ?? null;
  const least = needed === null ? before : stepped(before, needed);
  return { needed, least, enough: compare(after, least) >= 0 };
}

function numbers(version: string): number[] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}

/** Orders versions by their numbers; 1.0 and 1.0.0 are the same. */
function compare(a: string, b: string): number {
  const [x, y] = [numbers(a), numbers(b)];
  return x[0]! - y[0]! || x[1]! - y[1]! || x[2]! - y[2]!;
}

/** The version one step on, with as many numbers as it had, or one more where the step needs it. */
function stepped(version: string, step: VersionStep): string {
  const [major, minor, patch] = numbers(version) as [number, number, number];
  const rest = version.split('.').length > 2 ? '.0' : '';
  if (step === 'major') return `${major + 1}.0${rest}`;
  return step === 'minor' ? `${major}.${minor + 1}${rest}` : `${major}.${minor}.${patch + 1}`;
}
