/** The ears of `hearken try`: what a satellite does until the sentence is text. */
import { speechFormat } from '../audio/pcm.ts';
import { concatSamples } from '../audio/chunk.ts';
import { quietRoom } from '../client/quiet-room.ts';
import { speakText } from '../client/speak-text.ts';
import { listen, transcribe } from '../client/voice-client.ts';
import { EngineError, RequestError } from '../core/errors.ts';
import type { Server } from './with-server.ts';

export type Satellite = { readonly server: Server; readonly language: string; readonly signal: AbortSignal };

/** One row of what `try` prints. */
export type Stage = { readonly name: string; readonly result: string; readonly time: string };

const rateHz = speechFormat.rateHz;
const milliseconds = (value: number): string => `${Math.round(value)} ms`;

/** A text in our own voice, as a microphone would record it: mono 16 kHz. */
export async function speakAtMicrophone({ server, signal }: Satellite, text: string): Promise<Int16Array> {
  return await speakText(server.uri, text, { signal });
}

/** Says the server's first wake phrase and waits for its detection. @throws EngineError when it is not heard. */
export async function hearWakeWord(satellite: Satellite): Promise<Stage> {
  const { server, signal } = satellite;
  const word = server.info.wake.flatMap((program) => program.models).find((model) => model.installed);
  if (!word) throw new EngineError('MODEL_NOT_INSTALLED', 'the server has no wake word');
  const phrase = word.phrase ?? word.name;
  const spoken = await speakAtMicrophone(satellite, phrase);
  const leadMs = 1_000;
  const samples = concatSamples([quietRoom(leadMs), spoken, quietRoom(1_000)]);
  const phraseEndMs = leadMs + (spoken.length / rateHz) * 1000;
  for await (const heard of listen(server.uri, samples, { signal, realTime: true, names: [word.name] })) {
    const afterMs = Math.max(0, heard.receivedMs - phraseEndMs);
    return { name: 'wake', time: milliseconds(afterMs), result: `"${phrase}" (${heard.name})` };
  }
  throw new EngineError(
    'ENGINE_FAILED',
    `the wake phrase "${phrase}" was spoken and not heard; try "hearken wake test"`,
  );
}

/** Plays the command in real time and waits for its text. @throws RequestError when nothing was understood. */
export async function hearCommand(
  { server, language, signal }: Satellite,
  recording: Int16Array,
): Promise<{ readonly text: string; readonly stage: Stage }> {
  const samples = concatSamples([quietRoom(200), recording, quietRoom(400)]);
  const heard = await transcribe(server.uri, samples, { signal, realTime: true, language });
  if (heard.text === '') throw new RequestError('REQUEST_INVALID', 'no speech was heard in the recording');
  return {
    text: heard.text,
    stage: { name: 'heard', time: milliseconds(heard.afterStopMs), result: `"${heard.text}"` },
  };
}
