import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { UsageError } from '../model/errors.js';

/** The environment that git is called with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How git is called. */
interface Call {
  readonly cwd: string;
  readonly environment: Environment;
  readonly input?: string;
}

/** What git said; `code` is 0 when it did what it was asked. */
interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A git repository, and how to call git in it. */
export interface Repository {
  /** Real path of the work tree's top folder. */
  readonly top: string;
  /** Calls git at the top, with further variables; never with those of a hook that point at another index or tree. */
  readonly git: (
    args: readonly string[],
    more?: { readonly variables?: Environment; readonly input?: string },
  ) => Answer;
  /** The index that is meant: a hook's own (as `git commit FILE` makes one), else the repository's. */
  readonly index: string;
}

/** What git sets for hooks; taken over, it would make another folder the work tree, or the user's index ours. */
const OF_HOOKS = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'];

/**
 * The repository around a folder. `environment` is what the program was called with. Throws UsageError, saying what to
 * do, when git is missing or there is no repository with a work tree.
 */
export function openRepository(folder: string, environment: Environment): Repository {
  const clean = { ...environment, ...Object.fromEntries(OF_HOOKS.map((name) => [name, undefined])) };
  const asked = ['rev-parse', '--show-toplevel', '--absolute-git-dir'];
  const { code, stdout, stderr } = callGit(asked, { cwd: folder, environment: clean });
  if (code !== 0) {
    const unsafe = /dubious ownership/.test(stderr);
    throw new UsageError(
      unsafe
        ? `git does not trust ${folder}, as it belongs to somebody else; run: git config --global --add safe.directory ${folder}`
        : `${folder} is in no git repository, so nothing is known of its past; leave out --changed-since and --staged`,
    );
  }
  const [top = '', gitDir = ''] = stdout.split('\n');
  // A hook is called at the top of the work tree.
  const given = environment['GIT_INDEX_FILE'];
  return {
    top: realpathSync(top),
    index: given === undefined ? join(gitDir, 'index') : isAbsolute(given) ? given : join(top, given),
    git: (args, { variables = {}, input } = {}) =>
      callGit(args, {
        cwd: top,
        environment: { ...clean, ...variables },
        ...(input === undefined ? {} : { input }),
      }),
  };
}

function callGit(args: readonly string[], { cwd, environment, input }: Call): Answer {
  const run = spawnSync('git', ['-c', 'core.quotePath=false', '-c', 'core.sparseCheckout=false', ...args], {
    cwd,
    encoding: 'utf8',
    // Git's own sentences are looked into, so they must not be translated.
    env: { ...environment, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' } as NodeJS.ProcessEnv,
    maxBuffer: 1 << 30,
    ...(input === undefined ? {} : { input }),
  });
  if ((run.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    throw new UsageError('git was not found; install it, or leave out --changed-since and --staged');
  }
  return { code: run.status ?? 1, stdout: run.stdout ?? '', stderr: run.stderr ?? '' };
}

/**
 * The commit that work since `revision` began from: where HEAD's history and the revision's part, as in
 * `git diff REV...`; the revision itself where HEAD goes back to it. Throws UsageError, saying what to do, for a revision
 * that is not known, a repository without commits, a clone that was cut off, histories with nothing in common.
 */
export function commonCommit({ git }: Repository, revision: string): string {
  const commitOf = (name: string): string | null => {
    const { code, stdout } = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
    return code === 0 ? stdout.trim() : null;
  };
  const deepen =
    'this clone holds only a part of the history; fetch all of it (in a workflow: actions/checkout with "fetch-depth: 0"; elsewhere: git fetch --unshallow)';
  const isShallow = (): boolean => git(['rev-parse', '--is-shallow-repository']).stdout.trim() === 'true';
  const head = commitOf('HEAD');
  if (head === null) {
    throw new UsageError('the repository has no commit yet, so everything is new; leave out --changed-since');
  }
  const there = revision === '' ? null : commitOf(revision);
  if (there === null) {
    const fetch = revision.startsWith('origin/') ? `git fetch origin ${revision.slice('origin/'.length)}` : 'git fetch';
    throw new UsageError(
      isShallow()
        ? `--changed-since "${revision}": there is no such commit, and ${deepen}`
        : `--changed-since "${revision}": git knows no such commit; look for a slip of typing, or fetch it: ${fetch}`,
    );
  }
  const base = git(['merge-base', there, head]);
  if (base.code === 0) return base.stdout.trim();
  throw new UsageError(
    isShallow()
      ? `--changed-since "${revision}": no commit is known that it and HEAD have in common, and ${deepen}`
      : `--changed-since "${revision}": it and HEAD have no commit in common; name a revision that HEAD comes from`,
  );
}

/** A path below a repository's top, with "/"; "" for the top itself, null for a path outside. `path` must exist. */
export function pathInRepository({ top }: Repository, path: string): string | null {
  const below = relative(top, realpathSync(path));
  if (below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) return null;
  return below.split(sep).join('/');
}

/** Which of some paths (from the top, with "/") git ignores; what is tracked is never ignored. */
export function ignoredPaths({ git }: Repository, paths: readonly string[]): ReadonlySet<string> {
  if (paths.length === 0) return new Set();
  const { stdout } = git(['check-ignore', '-z', '--stdin'], { input: `${paths.join('\0')}\0` });
  return new Set(stdout.split('\0').filter(Boolean));
}
