/** Engines that serve only so many requests at once; more wait, and more than that are refused. */
import { EngineError } from '../core/errors.ts';
import { abortable } from '../core/abort.ts';
import type { LimitOptions } from './options.ts';
import type { SttEngine } from './stt/engine.ts';
import type { TtsEngine } from './tts/engine.ts';
import type { WakeEngine } from './wake/engine.ts';

/** A door with so many places behind it and so many in front of it. */
export class Gate {
  readonly #limit: LimitOptions;
  #runningCount = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(limit: LimitOptions) {
    this.#limit = limit;
  }

  /**
   * Takes a place, waiting for it in order; disposing of the result gives it back.
   * @throws EngineError `ENGINE_OVERLOADED` when too many wait already.
   */
  async enter({ signal }: { readonly signal: AbortSignal }): Promise<Disposable> {
    signal.throwIfAborted();
    if (this.#runningCount < this.#limit.running) this.#runningCount += 1;
    else await this.#wait(signal);
    let isInside = true;
    return {
      [Symbol.dispose]: () => {
        if (isInside) this.#leave();
        isInside = false;
      },
    };
  }

  async #wait(signal: AbortSignal): Promise<void> {
    if (this.#waiting.length >= this.#limit.waiting)
      throw new EngineError('ENGINE_OVERLOADED', 'too many requests at once', { retryable: true });
    let letIn: () => void = () => undefined;
    const turn = new Promise<void>((resolve) => {
      letIn = resolve;
      this.#waiting.push(resolve);
    });
    try {
      await abortable(turn, signal);
    } catch (error) {
      const place = this.#waiting.indexOf(letIn);
      // Let in and aborted in the same moment: the place goes on to the next.
      if (place === -1) this.#leave();
      else this.#waiting.splice(place, 1);
      throw error;
    }
  }

  /** A place goes to the first who waits without being free in between. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#runningCount -= 1;
  }
}

/** Counts transcriptions, from their first audio to their end. */
export function limitStt(engine: SttEngine, limit: LimitOptions): SttEngine {
  const gate = new Gate(limit);
  return {
    get languages() {
      return engine.languages;
    },
    async *transcribe(audio, options) {
      using _place = await gate.enter(options);
      yield* engine.transcribe(audio, options);
    },
    useHints: (hints, options) => engine.useHints(hints, options),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

/** Counts texts that are being spoken. */
export function limitTts(engine: TtsEngine, limit: LimitOptions): TtsEngine {
  const gate = new Gate(limit);
  return {
    get voices() {
      return engine.voices;
    },
    async *speak(text, options) {
      using _place = await gate.enter(options);
      yield* engine.speak(text, options);
    },
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

/** Counts streams that are being listened to. */
export function limitWake(engine: WakeEngine, limit: LimitOptions): WakeEngine {
  const gate = new Gate(limit);
  return {
    get words() {
      return engine.words;
    },
    async *listen(audio, options) {
      using _place = await gate.enter(options);
      yield* engine.listen(audio, options);
    },
    useSettings: (settings, options) => engine.useSettings(settings, options),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}
