/** `hearken say "text"`: speech into a WAV file. */
import { writeFile } from 'node:fs/promises';
import { writeWav } from '../audio/wav.ts';
import { synthesize } from '../client/voice-client.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { withServer } from './with-server.ts';

export const registerSay: RegisterCommand = (program, context) => {
  const command = program
    .command('say <text>')
    .summary('speak a text into a WAV file')
    .description('Speaks a text with a voice of the server and writes it as WAV.')
    .option('-o, --out <file>', 'where to write; - for standard output', 'say.wav')
    .addHelpText(
      'after',
      `
Examples:
  hearken say "The kitchen light is on." -o reply.wav
  hearken say "Good morning" -o - | aplay
  hearken say "Good morning" --voice sanotts-hfc      hearken describe lists the voices`,
    );
  addConfigFlags(command).action(async (text: string, options: { out: string }) => {
    const config = settingsOf(command, context.terminal);
    await withServer(config, { services: ['tts'] }, context, async ({ uri }) => {
      const voice = config.tts.voice === '' ? {} : { voice: config.tts.voice };
      const reply = await synthesize(uri, text, { signal: context.signal, ...voice });
      const wav = writeWav(reply.samples, reply.rateHz);
      if (options.out === '-') return context.terminal.write(wav);
      await writeFile(options.out, wav);
      const seconds = (reply.samples.length / reply.rateHz).toFixed(1);
      context.terminal.note(
        `${options.out}: ${seconds} s of speech, first sound after ${Math.round(reply.firstAudioMs)} ms`,
      );
    });
  });
};
