/** Sound → the history of embeddings that all words of one stream share. */
import { frameSamples } from '../backend.ts';
import { embeddingMemorySteps, embeddingSize } from './embedding.ts';
import type { Embedding, EmbeddingStream } from './embedding.ts';
import type { Melspectrogram, MelStream } from './melspectrogram.ts';

/** One stream's features. */
export class FeatureStream {
  /** Newest embedding last. */
  readonly history: Float32Array;
  readonly #mel: MelStream;
  readonly #embedding: EmbeddingStream;

  constructor(mel: MelStream, embedding: EmbeddingStream, history: Float32Array) {
    this.#mel = mel;
    this.#embedding = embedding;
    this.history = history;
  }

  async push(frame: Int16Array): Promise<void> {
    await this.#mel.push(frame);
    await this.#embedding.push(this.#mel.rows);
    this.history.copyWithin(0, embeddingSize);
    this.history.set(this.#embedding.embedding, this.history.length - embeddingSize);
  }

  /** The next frame follows this one, which is not pushed. */
  seek(previousFrame: Int16Array): void {
    this.#mel.seek(previousFrame);
  }

  fork(mel: MelStream): FeatureStream {
    return new FeatureStream(mel, this.#embedding.fork(), this.history.slice());
  }
}

/** Frames after which nothing older is left in a history of this many embeddings. */
export const memoryFrames = (windowLength: number): number => windowLength + embeddingMemorySteps - 1;

/** Loudness of the made-up room that a stream has heard before it began, as the peak of 16-bit samples. */
const roomPeak = 30;

/**
 * Features of a quiet room: what new streams start from. A history of zeros is no sound at all, and the
 * classifiers were never shown it.
 */
export async function openQuietRoom(
  melspectrogram: Melspectrogram,
  embedding: Embedding,
  windowLength: number,
): Promise<FeatureStream> {
  const history = new Float32Array(windowLength * embeddingSize);
  const room = new FeatureStream(melspectrogram.open(), embedding.open(), history);
  const random = createNoise();
  for (let step = 0; step < memoryFrames(windowLength); step += 1)
    await room.push(new Int16Array(frameSamples).map(() => Math.round(random() * roomPeak)));
  return room;
}

/** The same noise in every run, -1 to 1: a linear congruential generator (Numerical Recipes). */
function createNoise(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
