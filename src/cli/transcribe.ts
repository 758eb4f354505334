/** `hearken transcribe file.wav`: what was said. */
import { transcribe } from '../client/voice-client.ts';
import { readRecordings } from './audio-input.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { withServer } from './with-server.ts';

export const registerTranscribe: RegisterCommand = (program, context) => {
  const command = program
    .command('transcribe <file...>')
    .summary('print what is said in recordings')
    .description(
      'Sends WAV files (any rate and channels; - for standard input) to the server and prints what was heard.',
    )
    .option('--real-time', 'send as a microphone would, and show how long after the end the text came')
    .addHelpText(
      'after',
      `
Examples:
  hearken transcribe command.wav
  arecord -d 4 -f S16_LE -r 16000 | hearken transcribe -`,
    );
  addConfigFlags(command).action(async (files: string[], options: { realTime?: boolean }) => {
    const config = settingsOf(command, context.terminal);
    const recordings = await readRecordings(files);
    await withServer(config, { services: ['stt'] }, context, async ({ uri }) => {
      for (const { file, samples } of recordings) {
        const realTime = options.realTime ?? false;
        const heard = await transcribe(uri, samples, { signal: context.signal, realTime });
        if (heard.text === '') context.terminal.note(`${file}: no speech`);
        context.terminal.print(heard.text);
        if (realTime) context.terminal.note(`${file}: ${Math.round(heard.afterStopMs)} ms after the end`);
      }
    });
  });
};
