/** The sound the wake bench is run on. */
import { join } from 'node:path';
import { concatSamples } from '../../audio/chunk.ts';
import { listRecordings, readAudioFile, readRecording } from '../recordings.ts';

const rateHz = 16_000;

/** Read and spoken sentences one after the other, at most this long. */
export async function continuousSpeech(evalDir: string, seconds: number): Promise<Int16Array> {
  const parts: Int16Array[] = [];
  let length = 0;
  for (const recording of await listRecordings(evalDir, ['negative/librispeech', 'stt/'])) {
    if (length >= seconds * rateHz) break;
    const samples = await readRecording(evalDir, recording);
    parts.push(samples);
    length += samples.length;
  }
  return concatSamples(parts).subarray(0, seconds * rateHz);
}

/**
 * A home's day: of every half minute 3 s of speech, 3 s of kitchen noise and 24 s of a still room, all as loud
 * as they were recorded.
 */
export async function householdMix(evalDir: string, seconds: number): Promise<Int16Array> {
  const [speech, kitchen, room] = await Promise.all([
    continuousSpeech(evalDir, seconds / 10),
    readAudioFile(join(evalDir, 'noise/kitchen_a.wav')),
    readAudioFile(join(evalDir, 'noise/room_8.flac')),
  ]);
  const mix = new Int16Array(seconds * rateHz);
  for (let i = 0; i < mix.length; i += 1) {
    const second = (i / rateHz) % 30;
    const part = Math.floor(i / rateHz / 30) * 3 * rateHz + (i % (3 * rateHz));
    const at = room[i % room.length] ?? 0;
    if (second < 3) mix[i] = Math.max(-32_768, Math.min(32_767, at + (speech[part % speech.length] ?? 0)));
    else mix[i] = second < 6 ? (kitchen[part % kitchen.length] ?? 0) : at;
  }
  return mix;
}
