#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import type { CommandModule } from 'yargs';
import { packageVersion } from '../files/package-root.js';
import { ReaderError, UsageError } from '../model/errors.js';
import { nearest } from '../text/nearest.js';
import { exitCodes } from './exit-codes.js';

/** Every command, loaded when it is called: a command shouldn't wait for what only others need. */
const commands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  init: async () => (await import('./commands/init.js')).initCommand as unknown as CommandModule,
  convert: async () => (await import('./commands/convert.js')).convertCommand as unknown as CommandModule,
  validate: async () => (await import('./commands/validate.js')).validateCommand as unknown as CommandModule,
  release: async () => (await import('./commands/release.js')).releaseCommand as unknown as CommandModule,
  diff: async () => (await import('./commands/diff.js')).diffCommand as unknown as CommandModule,
  redact: async () => (await import('./commands/redact.js')).redactCommand as unknown as CommandModule,
  agree: async () => (await import('./commands/agree.js')).agreeCommand as unknown as CommandModule,
  aggregate: async () => (await import('./commands/aggregate.js')).aggregateCommand as unknown as CommandModule,
  score: async () => (await import('./commands/score.js')).scoreCommand as unknown as CommandModule,
  codebook: async () => (await import('./commands/codebook.js')).codebookCommand,
  actors: async () => (await import('./commands/actors.js')).actorsCommand,
  targets: async () => (await import('./commands/targets.js')).targetsCommand,
  hydrate: async () => (await import('./commands/hydrate.js')).hydrateCommand as unknown as CommandModule,
  plan: async () => (await import('./commands/plan.js')).planCommand as unknown as CommandModule,
};

const quiet = { type: 'boolean', describe: 'No progress and no summary on standard error' } as const;

/** Stands for "-" while yargs reads the arguments: it takes a lone hyphen for an option and drops it. */
const STREAM = '\u0000-';

/** Puts "-" back wherever an argument or an element of one was it. */
function withStreams(given: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === STREAM) given[name] = '-';
    else if (Array.isArray(value)) given[name] = value.map((one: unknown) => (one === STREAM ? '-' : one));
  }
}

/** Runs the command line; sets process.exitCode. Only a fault of the program shows a stack. */
export async function main(args: readonly string[]): Promise<void> {
  // Garbage is collected before it is several times what is in use: tables of any length pass through as small objects.
  setFlagsFromString('--heap-growing-percent=20');
  try {
    await run(args);
  } catch (error) {
    process.exitCode = report(error);
  }
}

async function run(args: readonly string[]): Promise<void> {
  const { default: yargs } = await import('yargs');
  let parser = yargs(args.map((arg) => (arg === '-' ? STREAM : arg)))
    .scriptName('demarche')
    .usage(
      '$0 <command>\n\nDocuments to a table of who said what about whom, with what stance; agreement and scores on it.',
    )
    .option('quiet', quiet)
    .version(packageVersion())
    .help()
    .strict()
    .recommendCommands()
    .middleware((given) => void withStreams(given))
    .demandCommand(1, 'name a command; demarche --help lists them')
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .fail((message, error) => {
      throw error ?? new UsageError(withSuggestion(message, parser));
    });
  // Only the command that is called is loaded; all of them for help and for suggestions.
  const called = Object.hasOwn(commands, args[0] ?? '') ? [commands[args[0]!]!] : Object.values(commands);
  for (const load of called) parser = parser.command((await load()) as never);
  await parser.parseAsync();
}

/** yargs names an unknown option without a suggestion; this adds the nearest one. */
function withSuggestion(message: string, parser: unknown): string {
  const unknown = /^Unknown arguments?: (.+)$/.exec(message)?.[1]?.split(', ') ?? [];
  const options = (parser as { getOptions(): { key: Record<string, unknown> } }).getOptions().key;
  const hints = unknown.map((word) => {
    const candidate = nearest(word, Object.keys(options));
    return candidate
      ? `unknown option "${word}"; did you mean --${candidate}?`
      : `unknown option or argument "${word}"`;
  });
  return hints.length ? hints.join('\n') : message;
}

function report(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`demarche: ${error.message}\n`);
    return exitCodes.wrongUse;
  }
  if (error instanceof ReaderError) {
    process.stderr.write(`demarche: ${error.message}\n`);
    return error.fault === null ? exitCodes.unreadable : exitCodes.wrongUse;
  }
  process.stderr.write(
    `demarche: a fault of the program; please report it with the lines below\n${(error as Error)?.stack ?? String(error)}\n`,
  );
  return exitCodes.fault;
}

// A reader that closes the pipe early (head) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.clean : exitCodes.fault);
});

await main(process.argv.slice(2));
