/** `hearken try`: a whole turn, spoken, over the real port, with the time of each stage. */
import { writeFile } from 'node:fs/promises';
import { writeWav } from '../audio/wav.ts';
import { serviceNames } from '../config/program-options.ts';
import { readRecording } from './audio-input.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { CommandContext, RegisterCommand } from './context.ts';
import { hearCommand, hearWakeWord, speakAtMicrophone, type Stage } from './satellite.ts';
import { answerAndSpeak } from './satellite-reply.ts';
import { table } from './terminal.ts';
import { type Server, withServer } from './with-server.ts';

/** What is said when no recording is given: the demo home has this lamp. */
const defaultCommand = 'turn on the kitchen light';

type TryOptions = { readonly text?: string; readonly out: string };

export const registerTry: RegisterCommand = (program, context) => {
  const command = program
    .command('try [file...]')
    .summary('run a spoken command through the whole chain and show every step')
    .description(
      'Acts as a satellite, in real time, over the real port: wake word, speech-to-text, agent, text-to-speech. Shows what was heard, what changed, what was said and how long each stage took. Without a recording our own voice says the command.',
    )
    .option('--text <sentence>', 'skip the ears: give the sentence as text')
    .option('-o, --out <file>', 'where to write the spoken reply', 'reply.wav')
    .addHelpText(
      'after',
      `
Examples:
  hearken try                        our own voice says "${defaultCommand}"
  hearken try command.wav            a recording of yours (any WAV)
  hearken try --text "close the sliding door"`,
    );
  addConfigFlags(command).action(async (files: string[], options: TryOptions) => {
    const config = settingsOf(command, context.terminal);
    const services = options.text === undefined ? serviceNames : (['handle', 'tts'] as const);
    await withServer(config, { services }, context, async (server) => {
      const inputs = files.length > 0 ? files : [undefined];
      for (const [i, file] of inputs.entries()) {
        const out = inputs.length > 1 ? options.out.replace(/(\.wav)?$/, `-${i + 1}.wav`) : options.out;
        await runTurn(server, file, { ...options, out }, config.language, context);
      }
    });
  });
};

async function runTurn(
  server: Server,
  file: string | undefined,
  options: TryOptions,
  language: string,
  { terminal, signal }: CommandContext,
): Promise<void> {
  const satellite = { server, language, signal };
  const stages: Stage[] = [];
  let sentence = options.text;
  if (sentence === undefined) {
    const recording =
      file === undefined ? await speakAtMicrophone(satellite, defaultCommand) : await readRecording(file);
    stages.push(await hearWakeWord(satellite));
    const heard = await hearCommand(satellite, recording);
    stages.push(heard.stage);
    sentence = heard.text;
  }
  const answer = await answerAndSpeak(satellite, sentence);
  stages.push(...answer.stages);
  await writeFile(options.out, writeWav(answer.samples, answer.rateHz));
  if (file !== undefined) terminal.print(file);
  terminal.print(table(stages.map(({ name, result, time }) => [name, time, result])));
  terminal.note(`The reply is in ${options.out}.`);
}
