#!/usr/bin/env node
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { packageVersion } from '../files/package-root.js';
import { ReaderError, UsageError } from '../model/errors.js';
import { nearest } from '../text/nearest.js';
import { aggregateCommand } from './commands/aggregate.js';
import { agreeCommand } from './commands/agree.js';
import { convertCommand } from './commands/convert.js';
import { planCommand } from './commands/plan.js';
import { releaseCommand } from './commands/release.js';
import { scoreCommand } from './commands/score.js';
import { validateCommand } from './commands/validate.js';
import { exitCodes } from './exit-codes.js';

const commands = [
  convertCommand,
  validateCommand,
  releaseCommand,
  agreeCommand,
  aggregateCommand,
  scoreCommand,
  planCommand,
];

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
  let parser = yargs(args.map((arg) => (arg === '-' ? STREAM : arg)))
    .scriptName('demarche')
    .usage(
      '$0 <command>\n\nDocuments to a table of who said what about whom, with what stance; agreement and scores on it.',
    )
    .option('quiet', { type: 'boolean', describe: 'No progress and no summary on standard error' })
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
  for (const command of commands) parser = parser.command(command as never);
  try {
    await parser.parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
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
    return exitCodes.unreadable;
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

await main(hideBin(process.argv));
