/** The TTS interface over models of this machine: finds the voice, cuts the text, speaks piece by piece. */
import { isAborted } from '../../core/abort.ts';
import { EngineError, RequestError, toError } from '../../core/errors.ts';
import { settleSeries } from '../../core/lifecycle.ts';
import { didYouMean } from '../../core/nearest.ts';
import type { SpeakOptions, SpeechChunk, TtsEngine, Voice } from './engine.ts';
import { LoadedModels, type Lease, type LoadModel } from './loaded-models.ts';
import { splitSentences } from './sentences.ts';
import { checkSoundLength } from './sound-limit.ts';
import { speakableText } from './speakable.ts';
import { checkTextLength } from './text-limit.ts';
import type { SpokenPiece, Synthesis, TtsModel } from './tts-model.ts';
import { Turns } from './turns.ts';

export type LocalEngineOptions = {
  /** Spoken with when a request names no voice; absent: the first. */
  readonly defaultVoice?: string;
  /** When a request names no speed. */
  readonly speed: number;
  readonly maxLoadedModels: number;
  /** Wraps every load of a model. */
  readonly loading?: LoadModel;
};

export class LocalTtsEngine implements TtsEngine {
  /** Default voice first. */
  readonly voices: readonly Voice[];
  readonly #models: readonly TtsModel[];
  readonly #speed: number;
  readonly #loaded: LoadedModels;
  readonly #turns = new Turns();
  #isClosed = false;

  constructor(models: readonly TtsModel[], options: LocalEngineOptions) {
    const voices = models.flatMap((model) => model.voices);
    const first = voices.find((voice) => voice.name === options.defaultVoice);
    this.voices = first ? [first, ...voices.filter((voice) => voice !== first)] : voices;
    this.#models = models;
    this.#speed = options.speed;
    this.#loaded = new LoadedModels({
      maxCount: options.maxLoadedModels,
      loading: options.loading ?? (async (_, load) => load()),
    });
  }

  async *speak(text: string, options: SpeakOptions): AsyncGenerator<SpeechChunk, void> {
    checkTextLength(text.length);
    const { signal, speed = this.#speed, speaker } = options;
    const { model, voice } = this.#find(options);
    if (!(speed >= 0.5 && speed <= 2))
      throw new RequestError('REQUEST_INVALID', `speed ${speed} is outside 0.5 to 2`);
    const { rateHz } = voice;
    const how = { voice: voice.name, speed, ...(speaker !== undefined && { speaker }) };
    for (const sentence of splitSentences(text)) {
      const piece = speakableText(sentence);
      if (piece === '') continue;
      let sampleCount = 0;
      for await (const samples of this.#sentence(model, piece, how, signal)) {
        checkSoundLength((sampleCount += samples.length), piece, { speed, rateHz });
        yield { samples: pcm16(samples), rateHz };
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    await settleSeries([
      { name: 'running synthesis', run: () => this.#turns.idle() },
      { name: 'loaded voices', run: () => this.#loaded.close() },
    ]);
  }

  /** A turn for each piece of sound, so that nobody's first one waits for the whole of somebody else's sentence. */
  async *#sentence(
    model: TtsModel,
    text: string,
    how: Synthesis,
    signal: AbortSignal,
  ): AsyncGenerator<Float32Array, void> {
    let lease: Lease | undefined;
    let pieces: AsyncIterator<SpokenPiece> | undefined;
    try {
      for (;;) {
        throwIfAborted(signal);
        const next = await this.#turns.run(
          async () => {
            if (this.#isClosed) throw new EngineError('SHUTTING_DOWN', 'text to speech is stopping');
            lease ??= await this.#loaded.use(model);
            pieces ??= lease.synthesiser.synthesise(text, how)[Symbol.asyncIterator]();
            return pieces.next();
          },
          { signal },
        );
        if (next.done === true) return;
        yield next.value.samples;
        if (next.value.isLast) return;
      }
    } finally {
      // After the turn that may still run.
      this.#turns.after(async () => {
        await pieces?.return?.();
        await lease?.release();
      });
    }
  }

  #find(options: SpeakOptions): { readonly model: TtsModel; readonly voice: Voice } {
    const names = this.voices.map((voice) => voice.name);
    const name = options.voice ?? names[0] ?? '';
    const model = this.#models.find((candidate) => candidate.voices.some((voice) => voice.name === name));
    const voice = model?.voices.find((candidate) => candidate.name === name);
    if (model === undefined || voice === undefined)
      throw new RequestError('REQUEST_VOICE_UNKNOWN', `unknown voice "${name}"${didYouMean(name, names)}`);
    const { speaker } = options;
    if (speaker !== undefined && !voice.speakers.includes(speaker))
      throw new RequestError(
        'REQUEST_VOICE_UNKNOWN',
        `voice ${name} has no speaker "${speaker}"${didYouMean(speaker, voice.speakers)}`,
      );
    return { model, voice };
  }
}

/** Also sees the abort of a thread that had no time to deliver the event. */
function throwIfAborted(signal: AbortSignal): void {
  if (isAborted(signal)) throw toError(signal.reason ?? new DOMException('aborted', 'AbortError'));
}

/**
 * Rounds and clamps.
 * @throws EngineError `ENGINE_FAILED` for samples that are no numbers, which damaged weights give.
 */
function pcm16(samples: Float32Array): Int16Array {
  const pcm = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i += 1) {
    const sample = samples[i] ?? 0;
    if (Number.isNaN(sample))
      throw new EngineError('ENGINE_FAILED', 'the voice made samples that are no numbers');
    pcm[i] = Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_767)));
  }
  return pcm;
}
