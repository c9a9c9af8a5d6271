import type { CommandModule } from 'yargs';
import { checkNamesCommand } from '../check-names-command.js';

/** `demarche targets`: work on the closed list of targets. */
export const targetsCommand: CommandModule = {
  command: 'targets',
  describe: 'Targets without an id, by frequency: what targets.csv lacks',
  builder: (yargs) => yargs.command(checkNamesCommand('targets')).demandCommand(1, 'name an action: targets check'),
  handler: () => undefined,
};
