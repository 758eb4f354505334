/** `hearken describe [uri]`: what a Wyoming server offers. */
import { describeServer, type Info } from '../client/voice-client.ts';
import { configInput } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { addServerFlags, serverUri } from './server-flags.ts';
import { table } from './terminal.ts';

export const registerDescribe: RegisterCommand = (program, { terminal, signal }) => {
  const command = program
    .command('describe [uri]')
    .summary('show what a Wyoming server offers')
    .description('Asks any Wyoming server what it offers and shows programs, models, voices and languages.')
    .option('--json', 'print the info event as JSON')
    .addHelpText(
      'after',
      `
Examples:
  hearken describe                        the server of this machine's settings
  hearken describe tcp://127.0.0.1:10200  any server, e.g. Piper`,
    );
  addServerFlags(command).action(async (uri: string | undefined, options: { json?: boolean }) => {
    const info = await describeServer(uri ?? serverUri(configInput(command)), { signal });
    terminal.print(options.json ? JSON.stringify(info, undefined, 2) : render(info));
  });
};

type Row = readonly [kind: string, name: string, languages: string, state: string];

function render(info: Info): string {
  const rows: Row[] = [];
  const state = (installed: boolean): string => (installed ? 'installed' : 'not installed');
  const kinds = [
    ['wake', info.wake],
    ['asr', info.asr],
    ['intent', info.intent],
    ['handle', info.handle],
  ] as const;
  for (const [kind, programs] of kinds) {
    for (const program of programs) {
      rows.push([kind, program.name, '', note(state(program.installed), program.description)]);
      for (const model of program.models) {
        rows.push(['', `  ${model.name}`, model.languages.join(' '), state(model.installed)]);
      }
    }
  }
  for (const program of info.tts) {
    rows.push(['tts', program.name, '', note(state(program.installed), program.description)]);
    for (const voice of program.voices) {
      rows.push(['', `  ${voice.name}`, voice.languages.join(' '), state(voice.installed)]);
    }
  }
  return rows.length === 0 ? 'The server offers nothing.' : table(rows);
}

/** A description of what is not installed says so itself, with the reason. */
const note = (state: string, description: string | null | undefined): string => {
  if (!description) return state;
  return description.includes(state) ? description : `${state}: ${description}`;
};
