/** Streaming speech to text with a sherpa-onnx online transducer, one model. */
import { chunked } from '../../audio/chunk.ts';
import { systemClock } from '../../core/clock.ts';
import { EngineError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import type { OnlineRecognizer } from '../sherpa/sherpa-onnx.ts';
import type { VadEngine } from '../vad/engine.ts';
import type { SpeechHints, SttEngine, SttPart, TranscribeOptions } from './engine.ts';
import { HintedRecognizers } from './hinted-recognizers.ts';
import { hotwords } from './hotwords.ts';
import type { Phrases } from './hotwords.ts';
import { OnlineDecoder } from './online-decoder.ts';
import type { SttOptions } from './options.ts';
import { createRecognizerFactory } from './recognizer.ts';
import type { RecognizerFactory } from './recognizer.ts';
import { Transcript } from './transcript.ts';
import { Utterance } from './utterance.ts';

const minRebuildIntervalMs = 5_000;
/** Somebody always speaks in a busy house: then a stall of 0.3 s is better than old names. */
const maxPatienceMs = 10_000;
/** Audio is worked on in pieces of 32 ms, a step of the voice activity model: no long chunk keeps others waiting. */
const pieceSamples = 512;

/** Whoever waits for a pause has made up his mind long before. */
const longestPauseMs = 3_000;

export type OnlineTransducerOptions = {
  readonly vad: VadEngine;
  readonly options: SttOptions;
  readonly log: Logger;
};

/** @throws EngineError `MODEL_CORRUPT` naming the file. */
export async function openOnlineTransducer(
  model: InstalledModel,
  options: OnlineTransducerOptions,
): Promise<SttEngine> {
  const factory = await createRecognizerFactory(model, options.options);
  return new OnlineTransducer(model, factory, options);
}

class OnlineTransducer implements SttEngine {
  readonly languages: readonly string[];
  readonly #model: InstalledModel;
  readonly #factory: RecognizerFactory;
  readonly #vad: VadEngine;
  readonly #log: Logger;
  readonly #recognizers: HintedRecognizers<Phrases, OnlineRecognizer>;

  constructor(model: InstalledModel, factory: RecognizerFactory, { vad, log }: OnlineTransducerOptions) {
    this.languages = model.languages;
    this.#model = model;
    this.#factory = factory;
    this.#vad = vad;
    this.#log = log;
    this.#recognizers = new HintedRecognizers<Phrases, OnlineRecognizer>({
      initial: noPhrases,
      build: (phrases) => warm(factory.build(phrases)),
      isSame: (a, b) => isSameList(a.names, b.names) && isSameList(a.terms, b.terms),
      clock: systemClock,
      minIntervalMs: minRebuildIntervalMs,
      maxPatienceMs,
    });
  }

  async *transcribe(
    audio: AsyncIterable<Int16Array>,
    { language = this.languages[0] ?? '', signal }: TranscribeOptions,
  ): AsyncGenerator<SttPart, void> {
    signal.throwIfAborted();
    using lease = this.#recognizers.acquire();
    const decoder = new OnlineDecoder(lease.recognizer, { signal });
    const utterance = new Utterance();
    const transcript = new Transcript(this.#model.settings['textCase']);
    const voice = this.#vad.open();
    let shown = '';
    for await (const samples of chunked(audio, pieceSamples)) {
      signal.throwIfAborted();
      const frames = await voice.push(samples);
      for (const step of utterance.push(samples, frames, this.#vad.frameSamples)) {
        if (step.kind === 'commit') transcript.commit(decoder.take(), step.evidence);
        else await decoder.run(step);
      }
      const { text } = transcript.with(decoder.result, utterance.evidence);
      if (text !== shown && text !== '') yield { kind: 'partial', text };
      shown = text;
      const { silentMs } = utterance;
      if (silentMs !== undefined && silentMs <= longestPauseMs && text !== '')
        yield { kind: 'pause', text, silentMs };
    }
    signal.throwIfAborted();
    for (const step of utterance.end()) await decoder.run(step);
    yield { kind: 'final', language, ...transcript.with(decoder.result, utterance.evidence) };
  }

  async useHints(hints: SpeechHints, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    const { spelling } = this.#factory;
    const { phrases, skipped } = spelling
      ? hotwords(hints, spelling)
      : { phrases: noPhrases, skipped: [...hints.names, ...hints.terms] };
    if (skipped.length > 0)
      this.#log.warn('hints can not be spelled with this model', {
        model: this.#model.id,
        count: skipped.length,
        pii: { skipped: skipped.slice(0, 20) },
      });
    await this.#recognizers.use(phrases, { signal });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#recognizers.close();
  }
}

const noPhrases: Phrases = { names: [], terms: [] };

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((phrase, index) => phrase === b[index]);

/** The first run of a graph takes several times as long as the later ones. */
function warm(recognizer: OnlineRecognizer): OnlineRecognizer {
  const stream = recognizer.createStream();
  stream.acceptWaveform({ samples: new Float32Array(16_000), sampleRate: 16_000 });
  while (recognizer.isReady(stream)) recognizer.decode(stream);
  if (recognizer.getResult(stream).text === undefined)
    throw new EngineError('ENGINE_FAILED', 'the recogniser gives no result');
  return recognizer;
}
