/** `hearken token show|new`: the token that Home Assistant's integration needs. */
import { openToken, replaceToken } from '../app/data/access-token.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';

export const registerToken: RegisterCommand = (program, { terminal }) => {
  const group = program
    .command('token')
    .summary('show or replace the access token')
    .description('The HTTP interface needs this token; Home Assistant asks for it when Hearken is set up.');
  const show = group.command('show').summary('print the token; the first time it is made');
  addConfigFlags(show, ['data']).action(async () => {
    const { token } = await openToken(settingsOf(show, terminal).directories.data);
    terminal.print(token);
  });
  const replace = group
    .command('new')
    .summary('make a new token; the old one is refused at once, also by a running server')
    .addHelpText('after', '\nHome Assistant then asks for the new one.');
  addConfigFlags(replace, ['data']).action(async () => {
    terminal.print(await replaceToken(settingsOf(replace, terminal).directories.data));
  });
};
