/** Text to speech that survives the loss of a worker: the sentence is said by the next one, from where it broke off. */
import { toInt16 } from '../../audio/pcm.ts';
import { createResampler } from '../../audio/resample.ts';
import { servesLanguage } from '../../core/language-tag.ts';
import { Attempts, disposeAll, type FailoverParts } from '../failover.ts';
import type { SpeakOptions, SpeechChunk, TtsEngine, Voice } from './engine.ts';

export function failoverTts(parts: FailoverParts<TtsEngine>): TtsEngine {
  const { candidates } = parts;
  const voices = (): readonly Voice[] => {
    const byName = new Map<string, Voice>();
    for (const { engine } of candidates)
      for (const voice of engine.voices) if (!byName.has(voice.name)) byName.set(voice.name, voice);
    return [...byName.values()];
  };
  return {
    get voices() {
      return voices();
    },
    async *speak(text, options) {
      const { signal } = options;
      const wanted = options.voice ?? voices()[0]?.name;
      const attempts = new Attempts(parts, (engine) => engine.voices.some(({ name }) => name === wanted));
      const said = new Said();
      for (;;) {
        const candidate = await attempts.next(signal);
        signal.throwIfAborted();
        const manner = mannerFor(candidate.engine, voices(), options);
        try {
          const voice = manner.voice ?? candidate.engine.voices[0]?.name;
          yield* said.rest(candidate.engine.speak(text, manner), voice);
          return;
        } catch (error) {
          signal.throwIfAborted();
          if (!attempts.goesOn(candidate, error)) throw error;
        }
      }
    },
    [Symbol.asyncDispose]: () => disposeAll(candidates),
  };
}

/** As it was asked for; by a voice of the same language where this engine does not have the asked one. */
function mannerFor(engine: TtsEngine, all: readonly Voice[], options: SpeakOptions): SpeakOptions {
  const { voice, speaker: _, ...rest } = options;
  const asked = all.find(({ name }) => name === voice);
  if (!asked || engine.voices.some(({ name }) => name === voice)) return options;
  const other = engine.voices.find(({ languages }) =>
    asked.languages.some((language) => servesLanguage(languages, language)),
  );
  return other ? { ...rest, voice: other.name } : rest;
}

/** What of a sentence was heard already. */
class Said {
  #voice: string | undefined;
  #rateHz: number | undefined;
  #sampleCount = 0;

  /**
   * What is left to hear of the same sentence, at the rate it began with. The same voice goes on where it was
   * interrupted; another one begins again, because it speaks at another pace.
   */
  async *rest(
    speech: AsyncIterable<SpeechChunk>,
    voice: string | undefined,
  ): AsyncGenerator<SpeechChunk, void> {
    let skip = voice === this.#voice ? this.#sampleCount : 0;
    if (skip === 0) this.#sampleCount = 0;
    this.#voice = voice;
    let convert: ((samples: Int16Array) => Int16Array) | undefined;
    for await (const { samples, rateHz } of speech) {
      const toHz = (this.#rateHz ??= rateHz);
      convert ??= converter(rateHz, toHz);
      const converted = convert(samples);
      const left = converted.subarray(Math.min(skip, converted.length));
      skip -= converted.length - left.length;
      this.#sampleCount += left.length;
      if (left.length > 0) yield { samples: left, rateHz: toHz };
    }
  }
}

/** The last 3 ms of a converted sentence are its own silence, and stay out. */
function converter(fromHz: number, toHz: number): (samples: Int16Array) => Int16Array {
  if (fromHz === toHz) return (samples) => samples;
  const resampler = createResampler(fromHz, toHz);
  return (samples) => toInt16(resampler.push(Float32Array.from(samples)));
}
