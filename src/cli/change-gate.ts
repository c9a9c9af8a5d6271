import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceFile, ValidationInput } from '../checks/validation-input.js';
import { commonCommit, ignoredPaths, openRepository, pathInRepository, type Repository } from '../files/git.js';
import type { GatheredInput } from '../files/validate-input.js';
import { gatherVersion, startOf, type VersionInput, type VersionRequest } from '../files/version-input.js';
import { knownSince, type KnownSince } from '../flows/known-since.js';
import { fileChanges, type FileChanges } from '../flows/table-changes.js';
import { validate } from '../flows/validate.js';
import { UsageError } from '../model/errors.js';
import type { Finding } from '../model/generated.js';

/** A revision to compare with, opened. */
export interface ChangeGate {
  /** What is to be validated instead of the files as they lie; null for these. */
  readonly staged: GatheredInput | null;
  /** The revision as asked for and its commit; null when only the index was asked for. */
  readonly since: { readonly revision: string; readonly commit: string } | null;
  /** Compares with what is validated now; null when no revision was asked for. */
  readonly compare: (fresh: readonly ValidationInput[]) => Comparison | null;
  /** Where a file that is validated lies, by the path that findings have. */
  readonly realPath: (shown: string) => string;
  /** Removes the temporary folders; the end of the program does it too. */
  readonly close: () => void;
}

/** What changed since a revision, and what that makes of a finding. */
export interface Comparison extends KnownSince {
  readonly changes: FileChanges;
  readonly old: readonly ValidationInput[];
}

/**
 * Takes the earlier version of what is validated (and, if asked for, the one in git's index) out of the repository, into
 * temporary folders that are removed when the program ends. Throws UsageError, saying what to do, when git can't give it.
 */
export function openChanges(
  request: VersionRequest,
  { revision, staged }: { readonly revision: string | undefined; readonly staged: boolean },
): ChangeGate {
  const repository = openRepository(startOf(request), process.env);
  const commit = revision === undefined ? null : commonCommit(repository, revision);
  const folders: string[] = [];
  const remove = (): void => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  const version = (of: string | null): VersionInput =>
    gatherVersion(repository, of, request, (temporary) => folders.push(temporary));
  process.once('exit', remove);
  const index = staged ? version(null) : null;
  return {
    staged: index?.gathered ?? null,
    since: revision === undefined || commit === null ? null : { revision, commit },
    realPath: index?.realPath ?? ((path) => resolve(request.from, path)),
    compare(fresh) {
      if (commit === null) return null;
      const { inputs: old, findings } = earlier(() => version(commit));
      const [before, after] = [old, fresh].map((inputs) => inputs.flatMap((input) => input.files));
      // What git ignores (copies that convert writes again) is nobody's contribution.
      const ignored = staged ? new Set<string>() : ignoredFiles(repository, request.from, after!);
      const changes = fileChanges(
        before!,
        after!.filter(({ path }) => !ignored.has(path)),
      );
      const found: Finding[] = [...findings];
      for (const input of old) for (const one of validate(input).findings) found.push(one);
      const { isTouched, wasThere } = knownSince(found, changes);
      const isIgnored = ({ file }: Finding): boolean => file !== null && ignored.has(file);
      return { isTouched, wasThere: (one) => isIgnored(one) || wasThere(one), changes, old };
    },
    close() {
      remove();
      process.off('exit', remove);
    },
  };
}

/** A version that was nothing that can be validated yet, has neither files nor findings. */
function earlier(gather: () => VersionInput): GatheredInput {
  try {
    return gather().gathered;
  } catch (error) {
    if (!(error instanceof UsageError) || /^git /.test(error.message)) throw error;
    return { inputs: [], findings: [] };
  }
}

function ignoredFiles(repository: Repository, from: string, files: readonly SourceFile[]): ReadonlySet<string> {
  const shown = new Map<string, string>();
  for (const { path, lookup } of files) {
    const below = lookup ? null : pathInRepository(repository, resolve(from, path));
    if (below !== null) shown.set(below, path);
  }
  return new Set([...ignoredPaths(repository, [...shown.keys()])].map((below) => shown.get(below)!));
}
