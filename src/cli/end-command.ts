import { writeFileWhole } from '../files/write.js';
import type { Finding } from '../model/generated.js';
import { exitCodes, worst } from './exit-codes.js';
import { countFindings, findingsText } from './print-findings.js';

/** How a command that prints one result ends. */
export interface CommandEnd {
  /** What was wrong with the data; in JSON they are part of the result. */
  readonly findings: readonly Finding[];
  readonly format: string;
  /** File to write; undefined for standard output. */
  readonly out: string | undefined;
  readonly quiet?: boolean | undefined;
  /** The result as it is printed. */
  readonly text: string;
  /** What else a person at a terminal is told, on standard error; kept back by --quiet. */
  readonly aside?: string;
  /** Whether a file could not be read. */
  readonly unreadable?: boolean;
  /** Whether a requirement failed, or there is no result. */
  readonly unmet?: boolean;
}

/**
 * Ends a command: findings go to standard error (unless the result is JSON, which holds them; --quiet keeps back
 * warnings only), the result to its file or standard output, and the exit code says the worst of it.
 */
export function endCommand(end: CommandEnd): void {
  const { findings, format, out, quiet = false, text, aside = '', unreadable, unmet } = end;
  const errors = countFindings(findings).error > 0;
  if (format !== 'json' && (!quiet || errors)) process.stderr.write(findingsText(findings));
  if (!quiet) process.stderr.write(aside);
  if (out === undefined) process.stdout.write(text);
  else writeFileWhole(out, text);
  process.exitCode = worst([
    unreadable === true ? exitCodes.unreadable : exitCodes.clean,
    errors || unmet === true ? exitCodes.dataErrors : exitCodes.clean,
  ]);
}
