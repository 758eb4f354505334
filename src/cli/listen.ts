/** `hearken listen file.wav`: wake words in a recording. */
import { listen } from '../client/voice-client.ts';
import { readRecordings } from './audio-input.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { withServer } from './with-server.ts';

export const registerListen: RegisterCommand = (program, context) => {
  const command = program
    .command('listen <file...>')
    .summary('find wake words in recordings')
    .description(
      'Sends WAV files (any rate and channels; - for standard input) to the wake word service and prints each detection.',
    )
    .addHelpText(
      'after',
      `
Examples:
  hearken listen evening.wav
  hearken listen evening.wav --wake '[{ phrase: "hey professor" }]'`,
    );
  addConfigFlags(command).action(async (files: string[]) => {
    const config = settingsOf(command, context.terminal);
    const recordings = await readRecordings(files);
    await withServer(config, { services: ['wake'] }, context, async ({ uri }) => {
      for (const { file, samples } of recordings) {
        let count = 0;
        for await (const heard of listen(uri, samples, { signal: context.signal, realTime: false })) {
          count += 1;
          const seconds = heard.timestampMs === undefined ? '?' : (heard.timestampMs / 1000).toFixed(2);
          context.terminal.print(`${file}  ${seconds} s  ${heard.name}`);
        }
        if (count === 0) context.terminal.note(`${file}: no wake word`);
      }
    });
  });
};
