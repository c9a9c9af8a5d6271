import type { CommandModule } from 'yargs';
import { checkNamesCommand } from '../check-names-command.js';

/** `demarche actors`: work on the list of persons, bodies and states. */
export const actorsCommand: CommandModule = {
  command: 'actors',
  describe: 'Speakers without an id, by frequency: what actors.csv and memberships.csv lack',
  builder: (yargs) => yargs.command(checkNamesCommand('actors')).demandCommand(1, 'name an action: actors check'),
  handler: () => undefined,
};
