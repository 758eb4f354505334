/** The recorded sentences of table `endpointing`, alone and in a noisy room. */
import { concatSamples } from '../../audio/chunk.ts';
import type { VadEngine } from '../../engines/vad/engine.ts';
import { spokenLength } from '../last-voiced.ts';
import { setIntoNoise } from '../mix.ts';
import { listRecordings, readAudioFile, readRecording } from '../recordings.ts';

export type Surroundings = 'quiet' | 'room';
export type Speakers = 'human commands' | 'synthetic commands' | 'human coffee orders' | 'human French';

export type SentenceClip = {
  readonly file: string;
  readonly speakers: Speakers;
  readonly surroundings: Surroundings;
  /** Absent where nobody wrote it down. */
  readonly said?: string;
  /** With what a microphone hears after it. */
  readonly samples: Int16Array;
  /** End of the last voiced sample. */
  readonly voicedMs: number;
};

const folders: readonly (readonly [folder: string, speakers: Speakers])[] = [
  ['commands/ha-en-real/', 'human commands'],
  ['commands/ha-en-tts/', 'synthetic commands'],
  ['commands/coffee/', 'human coffee orders'],
  ['commands/ha-fr-real/', 'human French'],
];

const noiseFile = 'noise/room_2.flac';
/** A television is off and nobody else talks; a fan, a street, a fridge. */
const snrDb = 15;
const beforeMs = 500;
/** More than any way of finding the end needs. */
const afterMs = 4_000;

export type ClipOptions = {
  /** At most so many recordings of each folder. */
  readonly perFolder: number;
  readonly vad: VadEngine;
};

export async function sentenceClips(
  evalDir: string,
  { perFolder, vad }: ClipOptions,
): Promise<SentenceClip[]> {
  const noise = await readAudioFile(`${evalDir}/${noiseFile}`);
  const clips: SentenceClip[] = [];
  for (const [folder, speakers] of folders) {
    const recordings = await listRecordings(evalDir, [folder]);
    for (const recording of recordings.slice(0, perFolder)) {
      const clip = await readRecording(evalDir, recording);
      const voicedMs = (await spokenLength(clip, vad)) / 16;
      const { file, text } = recording;
      const about = { file, speakers, ...(text && { said: text }) };
      const quiet = concatSamples([clip, new Int16Array(afterMs * 16)]);
      clips.push({ ...about, surroundings: 'quiet', samples: quiet, voicedMs });
      const room = setIntoNoise(clip, { noise, snrDb, beforeMs, afterMs });
      clips.push({ ...about, surroundings: 'room', samples: room, voicedMs: beforeMs + voicedMs });
    }
  }
  return clips;
}
