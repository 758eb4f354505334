/** `hearken backup FILE` and `hearken restore FILE`, also while a server runs. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { backUp, restore } from '../app/data/backups.ts';
import { RequestError } from '../core/errors.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';

export const registerBackup: RegisterCommand = (program, { terminal }) => {
  const save = program
    .command('backup <file>')
    .summary('write what must survive into one file; a server may run meanwhile')
    .description(
      'Writes timers, memory, audit log, access token and the id of this installation into one file. It holds what people said and the token: keep it as you keep a key.',
    );
  withDatabase(save).action(async (file: string) => {
    if (existsSync(file)) throw new RequestError('REQUEST_INVALID', `${file} is there already`);
    const { rows } = await backUp(settingsOf(save, terminal), resolve(file));
    terminal.print(`${file}: ${told(rows)}`);
  });
  const load = program
    .command('restore <file>')
    .summary('put a backup in the place of what is stored; a server may run meanwhile')
    .description(
      'Puts a backup in the place of everything that is stored, also one of the other kind of database. What was there before is kept as a backup of its own.',
    )
    .addHelpText(
      'after',
      '\nA running server takes the timers over at once; restart it, so that it forgets the talks it is in.',
    );
  withDatabase(load).action(async (file: string) => {
    const { rows, version, copy } = await restore(settingsOf(load, terminal), resolve(file));
    terminal.print(`restored ${file}, written by Hearken ${version}: ${told(rows)}`);
    terminal.note(`what was there before: ${copy}`);
  });
};

const withDatabase = (command: Command): Command => addConfigFlags(command, ['data', 'database']);

function told(rows: Readonly<Record<string, number>>): string {
  const counts = Object.entries(rows).map(([table, count]) => `${count} ${table.replaceAll('_', ' ')}`);
  return counts.length === 0 ? 'nothing was stored' : counts.join(', ');
}
