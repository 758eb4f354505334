/** Recordings of typed phrases, each set into a stream as a satellite sends it. */
import { listRecordings, readAudioFile, readRecording } from '../recordings.ts';
import { join } from 'node:path';

const samplesPerMs = 16;

type SpokenPhrase = { readonly phrase: string; readonly folders: readonly string[] };

/** What the recordings below `wake/` say; a target is the share of clips that must be heard, in %. */
export const spokenPhrases: readonly (SpokenPhrase & { readonly target?: number })[] = [
  { phrase: 'computer', folders: ['wake/computer/', 'wake/computer-eltocino/'], target: 80 },
  { phrase: 'jarvis', folders: ['wake/jarvis/'], target: 70 },
  { phrase: 'alexa', folders: ['wake/alexa/'] },
  { phrase: 'amelia', folders: ['wake/amelia/'] },
  { phrase: 'athena', folders: ['wake/athena/'] },
  { phrase: 'smart mirror', folders: ['wake/smart-mirror/'] },
  { phrase: 'snowboy', folders: ['wake/snowboy/'] },
  { phrase: 'view glass', folders: ['wake/view-glass/'] },
  { phrase: 'hey computer', folders: ['wake/hey-computer-eltocino/'] },
];

export async function readClips(evalDir: string, folders: readonly string[]): Promise<Int16Array[]> {
  const recordings = await listRecordings(evalDir, folders);
  return Promise.all(recordings.map((recording) => readRecording(evalDir, recording)));
}

/** The rooms recorded without a voice, as loud as they are. */
export async function readRooms(evalDir: string): Promise<Int16Array[]> {
  const recordings = await listRecordings(evalDir, ['noise/room_']);
  return Promise.all(recordings.map(({ file }) => readAudioFile(join(evalDir, file))));
}

type Placement = {
  /** Goes round before and after the clip; not mixed into it. */
  readonly room: Int16Array;
  readonly beforeMs: number;
  readonly afterMs: number;
};

export function placeInRoom(clip: Int16Array, { room, beforeMs, afterMs }: Placement): Int16Array {
  const before = beforeMs * samplesPerMs;
  const stream = Int16Array.from(
    { length: before + clip.length + afterMs * samplesPerMs },
    (_, index) => room[index % room.length] ?? 0,
  );
  stream.set(clip, before);
  return stream;
}
