/**
 * Speech without a wake phrase: recordings, and our voices reading sentences in four ways (plain, in a room, beside
 * a kitchen or music, faster). Every stretch is followed by half a second of a still room.
 */
import { join } from 'node:path';
import { toInt16 } from '../../audio/pcm.ts';
import { createResampler } from '../../audio/resample.ts';
import { settleSeries } from '../../core/lifecycle.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import { setIntoNoise } from '../mix.ts';
import { negativeSentences } from './negative-text.ts';
import { spokenPhrases } from './phrase-clips.ts';
import { listRecordings, readAudioFile, readRecording } from '../recordings.ts';
import { echo } from './room-echo.ts';
import { openSpeechCache } from '../speech-cache.ts';

type Negative = {
  readonly samples: Int16Array;
  /** The phrase a recording says, whose detection there is right. */
  readonly says?: string;
  /** Where it comes from, for a look at what was misheard. */
  readonly source: string;
};

type NegativeOptions = {
  readonly evalDir: string;
  readonly voices: readonly InstalledModel[];
  readonly cacheDir: string;
  /** Recordings at most; absent: all. */
  readonly recordings?: number;
  /** Sentences read; each is heard once per way. */
  readonly sentences: number;
  readonly signal: AbortSignal;
};

type Way = (clip: Int16Array, index: number) => Int16Array;

const pauseMs = 500;

export async function* negatives(options: NegativeOptions): AsyncGenerator<Negative> {
  yield* recorded(options);
  yield* read(options);
}

async function* recorded({ evalDir, recordings }: NegativeOptions): AsyncGenerator<Negative> {
  const files = await listRecordings(evalDir, ['wake/', 'negative/']);
  for (const recording of files.slice(0, recordings)) {
    const samples = await readRecording(evalDir, recording);
    const folder = spokenPhrases.find(({ folders }) =>
      folders.some((path) => recording.file.startsWith(path)),
    );
    const says = folder?.phrase ?? recording.keyword ?? undefined;
    yield { samples, source: recording.file, ...(says !== undefined && { says }) };
  }
}

async function* read(options: NegativeOptions): AsyncGenerator<Negative> {
  const { evalDir, voices, cacheDir, signal } = options;
  const phrases = spokenPhrases.map(({ phrase }) => phrase);
  const sentences = (await negativeSentences(evalDir, phrases)).slice(0, options.sentences);
  const caches = voices.map((voice) => openSpeechCache(cacheDir, voice));
  try {
    for (const [name, way] of await waysToRead(evalDir))
      for (const [index, sentence] of sentences.entries()) {
        signal.throwIfAborted();
        const cache = caches.at(-(index % caches.length));
        if (!cache) return;
        const samples = way(await cache.speak(sentence, signal), index);
        yield { samples, source: `${name}: ${sentence.text}` };
      }
  } finally {
    await settleSeries(caches.map((cache) => ({ name: 'voice', run: () => cache[Symbol.asyncDispose]() })));
  }
}

async function waysToRead(evalDir: string): Promise<readonly (readonly [name: string, way: Way])[]> {
  const load = async (prefix: string) =>
    Promise.all(
      (await listRecordings(evalDir, [prefix])).map(({ file }) => readAudioFile(join(evalDir, file))),
    );
  const [rooms, responses] = [await load('noise/room_'), await load('rir/')];
  const loud = [...(await load('noise/kitchen')), ...(await load('noise/music'))];
  const beside =
    (noises: readonly Int16Array[], snrDb: number): Way =>
    (clip, index) => {
      const noise = rotated(noises[index % noises.length] ?? new Int16Array(1), index);
      return setIntoNoise(clip, { noise, snrDb, beforeMs: 0, afterMs: pauseMs });
    };
  return [
    ['still room', beside(rooms, 30)],
    [
      'echoing room',
      (clip, index) => beside(rooms, 20)(echo(clip, responses[index % responses.length] ?? clip), index),
    ],
    ['kitchen and music', beside(loud, 10)],
    ['faster', (clip, index) => beside(rooms, 25)(faster(clip), index)],
  ];
}

/** Noise that starts at another place for each clip. */
function rotated(noise: Int16Array, index: number): Int16Array {
  const from = (index * 7_919) % noise.length;
  const turned = new Int16Array(noise.length);
  turned.set(noise.subarray(from));
  turned.set(noise.subarray(0, from), noise.length - from);
  return turned;
}

/** A tenth faster and higher: another speaker of the same sentence. */
function faster(clip: Int16Array): Int16Array {
  const resampler = createResampler(17_600, 16_000);
  const [head, tail] = [resampler.push(Float32Array.from(clip)), resampler.end()];
  const samples = new Int16Array(head.length + tail.length);
  samples.set(toInt16(head));
  samples.set(toInt16(tail), head.length);
  return samples;
}
