import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demarche } from './command.js';

const root = join('tests', 'fixtures', 'commands');

/** A folder of input, a command, and the rules whose findings the command prints about it (command.json). */
export interface CommandFixture {
  readonly name: string;
  readonly args: readonly string[];
  readonly rules: readonly string[];
  /** True when the clean dataset of the rules' fixtures lies below. */
  readonly base?: boolean;
}

/** Every fixture of a command other than `validate`, by name. */
export function commandFixtures(): CommandFixture[] {
  return readdirSync(root)
    .sort()
    .map((name) => ({
      name,
      ...(JSON.parse(readFileSync(join(root, name, 'command.json'), 'utf8')) as Omit<CommandFixture, 'name'>),
    }));
}

/** The first finding of each of a fixture's rules, as the command prints it; a rule that it does not print is left out. */
export function printedBy({ name, args, rules, base = false }: CommandFixture): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-command-'));
  try {
    if (base) cpSync(join('tests', 'fixtures', 'rules', 'base'), folder, { recursive: true });
    cpSync(join(root, name), folder, { recursive: true });
    const { stderr } = demarche(args, { cwd: folder });
    // A finding is a line, and its hints follow on an indented one.
    const printed = stderr.match(/^\S.*\n(?: {4}.*\n)*/gm) ?? [];
    return new Map(
      rules.flatMap((rule) => {
        const found = printed.find((one) => new RegExp(` (?:error|warning|info) ${rule} `).test(one));
        return found === undefined ? [] : [[rule, found]];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
