/** One listening client: its audio through the backends of the day, its detections by the names it asked for. */
import { createChunker } from '../../audio/chunk.ts';
import { rmsDbfs } from '../../audio/level.ts';
import { SampleRing } from '../../audio/ring.ts';
import { frameMs, frameSamples } from './backend.ts';
import type { Heard } from './backend.ts';
import type { Detection } from './engine.ts';
import type { Generation, GenerationStream } from './generation.ts';
import { askedWords } from './names.ts';
import { createTrigger } from './trigger.ts';

/** Audio given again to a stream's new backends: as much as any of them remembers of the past. */
const replayFrames = 2_400 / frameMs;

/** The part of the audio whose loudness a detection tells: about as long as a phrase, up to its end. */
const phraseFrames = 960 / frameMs;

/** Silence after the end of the audio: models answer up to a third of a second after the phrase. */
const tailFrames = 400 / frameMs;

export class WakeListener {
  readonly #names: readonly string[] | undefined;
  readonly #chunker = createChunker(frameSamples);
  readonly #recent = new SampleRing(replayFrames * frameSamples);
  readonly #trigger = createTrigger();
  #generation: Generation;
  #stream: GenerationStream;
  /** A word's own name → the name this client knows it by. */
  #asked: ReadonlyMap<string, string>;
  #frameCount = 0;

  /** Listens for these names, or for all words. */
  constructor(generation: Generation, names: readonly string[] | undefined) {
    this.#names = names;
    this.#generation = generation;
    this.#asked = askedWords(names, generation.words);
    this.#stream = generation.open(new Set(this.#asked.keys()));
  }

  /** Detections in the samples that complete a frame. */
  async *accept(samples: Int16Array, signal: AbortSignal): AsyncGenerator<Detection, void> {
    for (const frame of this.#chunker.push(samples)) {
      signal.throwIfAborted();
      this.#recent.push(frame);
      this.#frameCount += 1;
      yield* this.#detect(await this.#stream.accept(frame), this.#frameCount);
    }
  }

  /** Detections in what is left when the audio ended, with silence after it. */
  async *finish(signal: AbortSignal): AsyncGenerator<Detection, void> {
    yield* this.accept(new Int16Array(tailFrames * frameSamples), signal);
    yield* this.#detect(await this.#stream.finish(), this.#frameCount);
  }

  /** Goes on with other backends, which hear the last seconds first. */
  async *moveTo(generation: Generation): AsyncGenerator<Detection, void> {
    if (generation === this.#generation) return;
    const asked = askedWords(this.#names, generation.words);
    const stream = generation.open(new Set(asked.keys()));
    const left = this.#stream;
    [this.#generation, this.#stream, this.#asked] = [generation, stream, asked];
    await left.close();
    const recent = this.#recent.last();
    const frames = recent.length / frameSamples;
    for (let index = 0; index < frames; index += 1) {
      const frame = recent.subarray(index * frameSamples, (index + 1) * frameSamples);
      const at = this.#frameCount - frames + index + 1;
      yield* this.#detect(await stream.accept(frame), at, replayFrames * frameMs);
    }
  }

  close(): Promise<void> {
    return this.#stream.close();
  }

  /** What was detected before a replay is not detected again in it: its refractory time is no shorter than it. */
  *#detect(heard: readonly Heard[], frame: number, minRefractoryMs = 0): Generator<Detection, void> {
    const { words } = this.#generation;
    const tuning = (name: string) => {
      const word = words.find((one) => one.name === name);
      return word && { ...word.tuning, refractoryMs: Math.max(word.tuning.refractoryMs, minRefractoryMs) };
    };
    const atMs = frame * frameMs;
    for (const { name, score } of this.#trigger.step({ heard, atMs, tuning })) {
      const phrase = words.find((one) => one.name === name)?.phrase ?? name;
      const energyDb = rmsDbfs(this.#recent.last(phraseFrames * frameSamples));
      yield { name: this.#asked.get(name) ?? name, phrase, atMs, score, energyDb };
    }
  }
}
