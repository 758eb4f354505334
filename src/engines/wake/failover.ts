/** Wake words that survive the loss of a worker: the stream goes on elsewhere, with its last seconds heard again. */
import { concatSamples } from '../../audio/chunk.ts';
import { Attempts, disposeAll, type FailoverParts } from '../failover.ts';
import type { Detection, WakeEngine, WakeWord } from './engine.ts';

/** The longest phrase, and the time it takes to notice a loss. */
const keptSamples = 3 * 16_000;
const samplesPerMs = 16;
/** The rest of a word that was detected already, heard by the next engine, is not that word again. */
const echoMs = 2_000;
/** An engine that can not listen at all fails at once. */
const settledMs = 10_000;

export function failoverWake(parts: FailoverParts<WakeEngine>): WakeEngine {
  const { candidates } = parts;
  const words = (): readonly WakeWord[] => {
    const byName = new Map<string, WakeWord>();
    for (const { engine } of candidates)
      for (const word of engine.words) if (!byName.has(word.name)) byName.set(word.name, word);
    return [...byName.values()];
  };
  return {
    get words() {
      return words();
    },
    async *listen(audio, { names, signal }) {
      const stream = new ResumedStream(audio);
      try {
        let attempts = new Attempts(parts, (engine) => knows(engine, names));
        for (;;) {
          const candidate = await attempts.next(signal);
          signal.throwIfAborted();
          const beganMs = stream.lengthMs;
          const known = names?.filter((name) => candidate.engine.words.some((word) => word.name === name));
          try {
            const asked = known && known.length > 0 ? known : names;
            const options = asked ? { names: asked, signal } : { signal };
            yield* stream.shifted((heard) => candidate.engine.listen(heard, options));
            return;
          } catch (error) {
            signal.throwIfAborted();
            if (!attempts.goesOn(candidate, error)) throw error;
            // A stream lasts for days: who heard it for a while may fail and come back as often as needed.
            if (stream.lengthMs - beganMs > settledMs)
              attempts = new Attempts(parts, (engine) => knows(engine, names));
          }
        }
      } finally {
        stream.close();
      }
    },
    async useSettings(settings, options) {
      for (const { engine } of candidates) await engine.useSettings(settings, options);
      return words();
    },
    [Symbol.asyncDispose]: () => disposeAll(candidates),
  };
}

const knows = (engine: WakeEngine, names: readonly string[] | undefined): boolean =>
  (names ?? []).every((name) => engine.words.some((word) => word.name === name));

/** One stream of audio, listened to by one engine after the other. */
class ResumedStream {
  readonly #source: AsyncIterator<Int16Array>;
  /** The newest audio, which the next engine hears first. */
  #kept: Int16Array[] = [];
  #keptCount = 0;
  #sampleCount = 0;
  readonly #detectedAtMs = new Map<string, number>();
  /** Asked for by a listener who may have left: the next one gets it. */
  #coming: Promise<IteratorResult<Int16Array>> | undefined;

  constructor(source: AsyncIterable<Int16Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  get lengthMs(): number {
    return this.#sampleCount / samplesPerMs;
  }

  close(): void {
    // Not awaited: a source that waits for its next value can only be closed after that.
    Promise.resolve(this.#source.return?.()).catch(() => undefined);
  }

  /** Detections on the clock of the whole stream. */
  async *shifted(
    listen: (audio: AsyncIterable<Int16Array>) => AsyncIterable<Detection>,
  ): AsyncGenerator<Detection, void> {
    const again = concatSamples(this.#kept);
    const startMs = this.lengthMs - again.length / samplesPerMs;
    const before = new Map(this.#detectedAtMs);
    for await (const detection of listen(this.#play(again))) {
      const atMs = detection.atMs + startMs;
      if (atMs - (before.get(detection.name) ?? -Infinity) < echoMs) continue;
      this.#detectedAtMs.set(detection.name, atMs);
      this.#kept = [];
      this.#keptCount = 0;
      yield { ...detection, atMs };
    }
  }

  #play(again: Int16Array): AsyncIterable<Int16Array> {
    let isNew = true;
    const next = async (): Promise<IteratorResult<Int16Array>> => {
      if (isNew && again.length > 0) {
        isNew = false;
        return { done: false, value: again };
      }
      return await (this.#coming ??= this.#pull());
    };
    const left = async () => ({ done: true, value: undefined }) as const;
    return { [Symbol.asyncIterator]: () => ({ next, return: left }) };
  }

  async #pull(): Promise<IteratorResult<Int16Array>> {
    try {
      const result = await this.#source.next();
      if (result.done !== true) this.#keep(result.value);
      return result;
    } finally {
      this.#coming = undefined;
    }
  }

  #keep(samples: Int16Array): void {
    this.#sampleCount += samples.length;
    this.#keptCount += samples.length;
    this.#kept.push(samples);
    for (
      let first = this.#kept[0];
      first && this.#keptCount - first.length >= keptSamples;
      first = this.#kept[0]
    ) {
      this.#keptCount -= first.length;
      this.#kept.shift();
    }
  }
}
