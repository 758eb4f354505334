/** Text to speech that remembers the sound of texts its caller declared cacheable. Same interface as any engine. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import { toError } from '../../core/errors.ts';
import { settleSeries } from '../../core/lifecycle.ts';
import { silentLogger, type Logger } from '../../core/log.ts';
import { CacheStore } from './cache-store.ts';
import type { SpeakOptions, SpeechChunk, TtsEngine, Voice } from './engine.ts';
import type { TtsCacheOptions } from './options.ts';
import { speakableText } from './speakable.ts';
import { dayMs } from '../../core/time-units.ts';

/** Replies of our own are a sentence or two; a longer text is nothing that comes again. */
const maxCachedChars = 240;

/** Some 20 s at 22 kHz; also bounds what is held of a text while it is spoken. */
const maxCachedSamples = 1 << 19;

const megabyte = 1 << 20;

export type SpeechCacheOptions = {
  /** Where the sounds lie; made when missing, readable by this user alone. */
  readonly cacheDir: string;
  readonly cache: TtsCacheOptions;
  /** What the engine uses when a request names no speed: part of the key. */
  readonly defaultSpeed: number;
  readonly log?: Logger;
  readonly clock?: Clock;
};

/**
 * Puts the cache in front of an engine and owns it from then on. A directory that can not be used is logged, and
 * the engine is returned as it is: speech never fails because of its cache.
 */
export async function withSpeechCache(engine: TtsEngine, options: SpeechCacheOptions): Promise<SpeechCache> {
  const { cache, cacheDir, clock, log = silentLogger } = options;
  if (!cache.enabled) return uncached(engine);
  try {
    const store = await CacheStore.open({
      dir: cacheDir,
      maxBytes: cache.maxMegabytes * megabyte,
      maxAgeMs: cache.maxAgeDays * dayMs,
      ...(clock && { clock }),
    });
    return new CachedTtsEngine(engine, store, { defaultSpeed: options.defaultSpeed, log });
  } catch (cause) {
    log.warn('the reply cache can not be used', { reason: toError(cause).message });
    return uncached(engine);
  }
}

export type SpeechCache = TtsEngine & {
  /** True when this sentence, were it cacheable, would be played and not made. */
  holds(sentence: string, options: Omit<SpeakOptions, 'signal'>): boolean;
  /** Removes every sound; resolves with their number. */
  clear(): Promise<number>;
};

function uncached(engine: TtsEngine): SpeechCache {
  return {
    get voices() {
      return engine.voices;
    },
    holds: () => false,
    clear: async () => 0,
    speak: (text, options) => engine.speak(text, options),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

export class CachedTtsEngine implements SpeechCache {
  readonly #engine: TtsEngine;
  readonly #store: CacheStore;
  readonly #defaultSpeed: number;
  readonly #log: Logger;
  readonly #writes = new Set<Promise<void>>();

  constructor(
    engine: TtsEngine,
    store: CacheStore,
    options: { readonly defaultSpeed: number; readonly log: Logger },
  ) {
    this.#engine = engine;
    this.#store = store;
    this.#defaultSpeed = options.defaultSpeed;
    this.#log = options.log;
  }

  get voices(): readonly Voice[] {
    return this.#engine.voices;
  }

  holds(sentence: string, options: Omit<SpeakOptions, 'signal'>): boolean {
    const key = this.#key(sentence, options);
    return key !== undefined && this.#store.has(key);
  }

  async clear(): Promise<number> {
    await this.#settleWrites();
    return await this.#store.clear();
  }

  async *speak(text: string, options: SpeakOptions): AsyncGenerator<SpeechChunk, void> {
    const key = options.cacheable === true ? this.#key(text, options) : undefined;
    if (key === undefined) {
      yield* this.#engine.speak(text, options);
      return;
    }
    const known = await this.#store.get(key);
    options.signal.throwIfAborted();
    if (known === undefined) yield* this.#speakAndStore(key, text, options);
    else yield known;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await settleSeries([
      { name: 'cache writes', run: () => this.#settleWrites() },
      { name: 'engine', run: async () => this.#engine[Symbol.asyncDispose]() },
    ]);
  }

  async #settleWrites(): Promise<void> {
    await Promise.all(this.#writes);
  }

  async *#speakAndStore(key: string, text: string, options: SpeakOptions): AsyncGenerator<SpeechChunk, void> {
    const spoken: SpeechChunk[] = [];
    let sampleCount = 0;
    for await (const chunk of this.#engine.speak(text, options)) {
      sampleCount += chunk.samples.length;
      // A copy: the receiver may hand its samples to another thread.
      if (sampleCount <= maxCachedSamples) spoken.push({ ...chunk, samples: chunk.samples.slice() });
      yield chunk;
    }
    const first = spoken[0];
    if (first === undefined || sampleCount > maxCachedSamples) return;
    this.#write(key, { rateHz: first.rateHz, samples: join(spoken, sampleCount) });
  }

  /** In the background: the end of a reply does not wait for the disk. */
  #write(key: string, chunk: SpeechChunk): void {
    const write = this.#store
      .put(key, chunk)
      .catch((cause: unknown) => this.#log.warn('a reply was not cached', { reason: toError(cause).message }))
      .finally(() => this.#writes.delete(write));
    this.#writes.add(write);
  }

  /** Undefined when the sound of this text must not or can not be kept. */
  #key(text: string, options: Omit<SpeakOptions, 'signal'>): string | undefined {
    const name = options.voice ?? this.voices[0]?.name;
    const fingerprint = this.voices.find((voice) => voice.name === name)?.fingerprint;
    const spoken = speakableText(text);
    if (fingerprint === undefined || spoken === '' || spoken.length > maxCachedChars) return undefined;
    const facts = [name, options.speaker ?? '', options.speed ?? this.#defaultSpeed, fingerprint, spoken];
    return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  }
}

function join(chunks: readonly SpeechChunk[], sampleCount: number): Int16Array {
  const samples = new Int16Array(sampleCount);
  let offset = 0;
  for (const chunk of chunks) {
    samples.set(chunk.samples, offset);
    offset += chunk.samples.length;
  }
  return samples;
}
