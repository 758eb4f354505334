/** A text in the server's own voice, as a microphone would record it. */
import { concatSamples } from '../audio/chunk.ts';
import { createConverter } from '../audio/converter.ts';
import { bytesFromInt16 } from '../audio/pcm.ts';
import { type ClientOptions, synthesize } from './voice-client.ts';

/** Mono 16 kHz. */
export async function speakText(uri: string, text: string, options: ClientOptions): Promise<Int16Array> {
  const spoken = await synthesize(uri, text, options);
  const converter = createConverter({ rateHz: spoken.rateHz, widthBytes: 2, channels: 1 });
  return concatSamples([converter.push(bytesFromInt16(spoken.samples)), converter.end()]);
}
