/** Text to speech on another machine, over Wyoming. */
import type { Connection, WyomingEventOf } from 'wyoming-ts';
import { int16FromBytes } from '../../audio/pcm.ts';
import { startDeadline } from '../../core/abort.ts';
import { EngineError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import { hungUp, workerError, WyomingWorker } from '../remote/remote-wyoming.ts';
import type { SpeakOptions, SpeechChunk, TtsEngine, Voice } from './engine.ts';

/** From one event to the next: a sentence takes a slow machine a second or two. */
const soundTimeoutMs = 10_000;
/** Of most voices; the worker's own is known from its first sound. */
const usualRateHz = 22_050;

export class RemoteTts implements TtsEngine {
  readonly worker: WyomingWorker;
  /** Voice → rate of what it spoke: the protocol tells it with the sound alone. */
  readonly #ratesHz = new Map<string, number>();

  constructor(uri: string, { log }: { readonly log: Logger }) {
    this.worker = new WyomingWorker(uri, { log });
  }

  get voices(): readonly Voice[] {
    const offered = (this.worker.info?.tts ?? []).flatMap(({ voices }) => voices);
    return offered.filter((voice) => voice.installed).map((voice) => this.#voice(voice));
  }

  async *speak(text: string, options: SpeakOptions): AsyncGenerator<SpeechChunk, void> {
    options.signal.throwIfAborted();
    yield* this.worker.request(options.signal, (connection, signal) =>
      this.#converse(connection, text, { ...options, signal }),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.worker[Symbol.asyncDispose]();
  }

  async *#converse(
    connection: Connection,
    text: string,
    { voice, speaker, speed, signal }: SpeakOptions,
  ): AsyncGenerator<SpeechChunk, void> {
    const wish = voice !== undefined && {
      voice: { name: voice, ...(speaker !== undefined && { speaker }) },
    };
    const manner = speed !== undefined && { context: { hearken: { speed } } };
    await connection.send({ type: 'synthesize', data: { text, ...wish, ...manner } });
    for (;;) {
      const event = await nextSound(connection, signal);
      if (event.type === 'audio-stop') return;
      const { rate: rateHz, width, channels } = event.data;
      if (width !== 2 || channels !== 1)
        throw new EngineError('ENGINE_FAILED', `${this.worker.uri} speaks in no 16-bit mono sound`);
      const name = voice ?? this.voices[0]?.name;
      if (name !== undefined) this.#ratesHz.set(name, rateHz);
      if (event.type === 'audio-chunk') yield { samples: int16FromBytes(event.payload), rateHz };
    }
  }

  #voice({ name, languages, speakers, description, attribution, version }: OfferedVoice): Voice {
    const ratesHz = this.#ratesHz;
    return {
      name,
      languages,
      speakers: (speakers ?? []).map((speaker) => speaker.name),
      description: description ?? name,
      attribution,
      get rateHz() {
        return ratesHz.get(name) ?? usualRateHz;
      },
      // Of another program's voice nobody knows when it sounds different.
      ...(this.worker.isHearken && version && { fingerprint: version }),
    };
  }
}

type OfferedVoice = WyomingEventOf<'info'>['data']['tts'][number]['voices'][number];
type Sound = WyomingEventOf<'audio-start' | 'audio-chunk' | 'audio-stop'>;

async function nextSound(connection: Connection, signal: AbortSignal): Promise<Sound> {
  using deadline = startDeadline(soundTimeoutMs, signal);
  try {
    for (;;) {
      const event = await connection.read({ signal: deadline.signal });
      if (!event) throw hungUp('the end of the sound');
      if (event.type === 'error') throw workerError(event);
      if (event.type === 'audio-start' || event.type === 'audio-chunk' || event.type === 'audio-stop')
        return event;
    }
  } catch (error) {
    if (!deadline.isOver) throw error;
    throw new EngineError('ENGINE_FAILED', `no sound within ${soundTimeoutMs} ms`, { retryable: true });
  }
}
