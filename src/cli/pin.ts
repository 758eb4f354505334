/** `hearken pin set|clear`: the code that has to be spoken before a door opens. */
import { text } from 'node:stream/consumers';
import { clearPin, setPin } from '../app/data/pin.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { askHidden } from './hidden-prompt.ts';

export const registerPin: RegisterCommand = (program, { terminal, signal }) => {
  const group = program
    .command('pin')
    .summary('set or remove the spoken code')
    .description(
      'The devices of policy.pin_entities obey only after this code was spoken. Only its scrypt hash is kept.',
    );
  const set = group
    .command('set')
    .summary('set the code: 4 to 12 digits; the next sentence already needs it')
    .description(
      'Asks for the code, or reads it from a pipe: it is never an argument, because those are seen by other programs.',
    );
  addConfigFlags(set, ['data']).action(async () => {
    const pin = process.stdin.isTTY
      ? await askHidden('New code: ', { signal })
      : (await text(process.stdin)).trim();
    await setPin(settingsOf(set, terminal).directories.data, pin);
    terminal.note('the code is set');
  });
  const clear = group.command('clear').summary('remove the code; what needs one is refused then');
  addConfigFlags(clear, ['data']).action(async () => {
    await clearPin(settingsOf(clear, terminal).directories.data);
    terminal.note('there is no code any more');
  });
};
