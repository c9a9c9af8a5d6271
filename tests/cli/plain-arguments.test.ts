import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import yargs, { type CommandModule } from 'yargs';
import { agreeCommand } from '../../src/cli/commands/agree.js';
import { convertCommand } from '../../src/cli/commands/convert.js';
import { releaseCommand } from '../../src/cli/commands/release.js';
import { scoreCommand } from '../../src/cli/commands/score.js';
import { validateCommand } from '../../src/cli/commands/validate.js';
import { plainArguments } from '../../src/cli/plain-arguments.js';

const test = suite('plain arguments');
const quiet = { type: 'boolean', describe: 'No progress' } as const;
const commands = [
  agreeCommand,
  convertCommand,
  releaseCommand,
  scoreCommand,
  validateCommand,
] as unknown as CommandModule[];

/** What the full parser makes of a call, or its refusal. */
async function parsed(command: CommandModule, args: readonly string[]): Promise<Record<string, unknown> | null> {
  let given: Record<string, unknown> | null = null;
  const name = String(command.command).split(' ')[0]!;
  const parser = yargs([name, ...args])
    .scriptName('demarche')
    .option('quiet', quiet)
    .version('1.0.0')
    .help(false)
    .exitProcess(false)
    .strict()
    .fail(() => {
      throw new Error('refused');
    })
    .command({ ...command, handler: (found: Record<string, unknown>) => void (given = found) } as never);
  try {
    await parser.parseAsync();
  } catch {
    return null;
  }
  return given;
}

/** Without what was neither given nor has a default. */
const present = (args: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(args)) as Record<string, unknown>;

const word = fc.constantFrom(
  ...['a.csv', 'b.csv', '10', '0', '1.5', '007', '1e3', '-1', '-', 'json', 'text', 'all', 'true', 'false', "'x'", ''],
  ...['--quiet', '--format', '--format=json', '--seed', '--seed=3', '--bootstrap', '--level', '--out', '--no-quiet'],
  ...[
    '--gold',
    '--gold=g.csv',
    '--predictions',
    '--version',
    '--methods',
    '--epsilon',
    '--unit=u',
    '-q',
    '--',
    '--worst',
  ],
);

test('what is read plainly is what the full parser reads; it never accepts what the parser refuses', async () => {
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...commands), fc.array(word, { maxLength: 6 }), async (command, args) => {
      const own = plainArguments(command, args, { quiet });
      if (own === null) return;
      plain++;
      const full = await parsed(command, args);
      assert.ok(full !== null, `the parser refuses ${args.join(' ')}`);
      assert.equal(present(own), present(full));
    }),
    { numRuns: 1500, seed: 3, endOnFailure: true },
  );
  assert.ok(plain > 60, `${plain} calls were plain`);
});

test('the usual calls of agree are plain', () => {
  for (const call of [
    'labels.csv',
    'a.csv b.csv --level ordinal --order low,mid,high --seed 2',
    'votes.csv --unit item --annotator worker --label answer --format=json --bootstrap 0 --quiet',
  ]) {
    assert.ok(plainArguments(agreeCommand, call.split(' '), { quiet }) !== null, call);
  }
});

test('help, mistakes and lists are for the full parser', () => {
  for (const call of [
    '--help',
    'a.csv --levle ordinal',
    'a.csv --seed',
    'a.csv --seed x',
    'a.csv --seed 1 --seed 2',
    '',
  ]) {
    assert.is(plainArguments(agreeCommand, call.split(' ').filter(Boolean), { quiet }), null, call);
  }
});

test.run();
