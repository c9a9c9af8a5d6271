/** The three numbers of a version X.Y.Z; null for anything else. */
export function parseVersion(version: string): readonly [major: number, minor: number, patch: number] | null {
  const parts = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(version);
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : null;
}

/** Orders versions by their numbers; what is no version comes first. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [parseVersion(a) ?? [-1, 0, 0], parseVersion(b) ?? [-1, 0, 0]];
  return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
}
