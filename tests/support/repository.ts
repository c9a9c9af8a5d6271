import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A git repository of a test, in a temporary folder. */
export interface TestRepository {
  readonly root: string;
  /** Runs git in it and gives what it printed; throws when git fails. */
  readonly git: (...args: string[]) => string;
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => void;
  /** Takes everything as it lies into a commit. */
  readonly commit: (message?: string) => string;
}

/** Nothing of the machine's own configuration, nor of a hook that runs the tests, reaches the test's repositories. */
export const gitEnvironment = (): Record<string, string | undefined> => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
});

/** Gives a new repository with some files in its first commit, on branch main, and removes it afterwards. */
export async function inRepository<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (repository: TestRepository) => T | Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'demarche-git-'));
  const git = (...args: string[]): string => {
    const run = spawnSync('git', args, { cwd: root, encoding: 'utf8', env: gitEnvironment() as NodeJS.ProcessEnv });
    if (run.status !== 0) throw new Error(`git ${args.join(' ')}: ${run.stderr}`);
    return run.stdout;
  };
  const write = (more: Readonly<Record<string, string | Uint8Array>>): void => {
    for (const [name, content] of Object.entries(more)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    }
  };
  const commit = (message = 'more'): string => {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '-m', message);
    return git('rev-parse', 'HEAD').trim();
  };
  try {
    git('init', '--quiet', '--initial-branch', 'main');
    git('config', 'user.name', 'Test');
    git('config', 'user.email', 'test@example.org');
    write(files);
    if (Object.keys(files).length) commit('first');
    return await work({ root, git, write, commit });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
