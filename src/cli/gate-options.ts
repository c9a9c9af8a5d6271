import type { Argv } from 'yargs';

/** What the command line says about findings that were there before. */
export interface GateArguments {
  readonly baseline: string | undefined;
  readonly 'update-baseline': boolean | undefined;
  readonly 'allow-growth': boolean | undefined;
  readonly 'strict-baseline': boolean | undefined;
  readonly 'changed-since': string | undefined;
  readonly staged: boolean | undefined;
  readonly summary: string | undefined;
}

/** Adds the options that tell old faults from new ones. */
export function gateOptions<T>(yargs: Argv<T>): Argv<T & GateArguments> {
  return yargs
    .option('baseline', {
      type: 'string',
      describe: 'File of faults that are known: they are counted, but only others make the exit code 1',
    })
    .option('update-baseline', {
      type: 'boolean',
      describe: 'Write the baseline, or take the faults out of it that are mended; it never grows',
    })
    .option('allow-growth', { type: 'boolean', describe: 'With --update-baseline: take new faults into it as well' })
    .option('strict-baseline', {
      type: 'boolean',
      describe: 'Exit code 1 also when the baseline still lists faults that are mended',
    })
    .option('changed-since', {
      type: 'string',
      describe:
        'Git revision: only rows added or changed since, and findings that it did not have, make the exit code 1',
    })
    .option('staged', {
      type: 'boolean',
      describe: 'Look at what git is about to commit, not at the files as they lie; for a hook',
    })
    .option('summary', {
      type: 'string',
      describe:
        'With --changed-since: Markdown file for the pull request, with rows, names, shares, agreement, findings',
    })
    .example('$0 validate --baseline baseline.json --update-baseline', 'let the faults of today be')
    .example('$0 validate --changed-since origin/main --summary summary.md', 'what a branch brings, and what blocks it')
    .example('$0 validate --changed-since HEAD --staged', 'only what is about to be committed') as Argv<
    T & GateArguments
  >;
}
