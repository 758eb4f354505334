/**
 * Which recogniser a new transcription gets. Hints are part of a recogniser, so new hints need a new one; a
 * transcription that runs keeps the one it began with.
 */
import { abortable, sleep } from '../../core/abort.ts';
import type { Clock } from '../../core/clock.ts';

export type Lease<Recognizer> = Disposable & { readonly recognizer: Recognizer };

export type HintedRecognizersOptions<Hints, Recognizer> = {
  readonly initial: Hints;
  /** Blocks the thread. */
  readonly build: (hints: Hints) => Recognizer;
  readonly isSame: (a: Hints, b: Hints) => boolean;
  readonly clock: Clock;
  /** A home that changes all the time must not keep the machine busy. */
  readonly minIntervalMs: number;
  /** How long a rebuild waits for a moment in which nobody speaks. */
  readonly maxPatienceMs: number;
};

type Generation<Hints, Recognizer> = {
  readonly hints: Hints;
  readonly recognizer: Recognizer;
  users: number;
};

export class HintedRecognizers<Hints, Recognizer> {
  readonly #options: HintedRecognizersOptions<Hints, Recognizer>;
  readonly #closing = new AbortController();
  #current: Generation<Hints, Recognizer>;
  /** The one before, while transcriptions still use it: there are never more than two. */
  #previous: Generation<Hints, Recognizer> | undefined;
  #wanted: Hints;
  #rebuilding: Promise<void> | undefined;
  #lastBuildMs: number;
  #onRelease: (() => void) | undefined;

  constructor(options: HintedRecognizersOptions<Hints, Recognizer>) {
    this.#options = options;
    this.#wanted = options.initial;
    this.#current = { hints: options.initial, recognizer: options.build(options.initial), users: 0 };
    this.#lastBuildMs = -Infinity;
  }

  acquire(): Lease<Recognizer> {
    const generation = this.#current;
    generation.users += 1;
    return {
      recognizer: generation.recognizer,
      [Symbol.dispose]: () => {
        generation.users -= 1;
        this.#onRelease?.();
      },
    };
  }

  /** Settles when these hints, or newer ones, are in force for new transcriptions. */
  async use(hints: Hints, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    this.#wanted = hints;
    this.#rebuilding ??= this.#rebuild().finally(() => (this.#rebuilding = undefined));
    await abortable(this.#rebuilding, signal);
  }

  close(): void {
    this.#closing.abort();
  }

  async #rebuild(): Promise<void> {
    const { build, isSame, clock, minIntervalMs, maxPatienceMs } = this.#options;
    while (!isSame(this.#wanted, this.#current.hints)) {
      const waitMs = this.#lastBuildMs + minIntervalMs - clock.monotonicMs();
      if (waitMs > 0) await sleep(waitMs, this.#closing.signal);
      await this.#until(() => this.#previous === undefined || this.#previous.users === 0);
      this.#previous = undefined;
      const patience = AbortSignal.timeout(maxPatienceMs);
      await this.#until(() => this.#current.users === 0 || patience.aborted, patience);
      const hints = this.#wanted;
      const next = { hints, recognizer: build(hints), users: 0 };
      if (this.#current.users > 0) this.#previous = this.#current;
      this.#current = next;
      this.#lastBuildMs = clock.monotonicMs();
    }
  }

  /** Waits for releases (or the wake-up signal) until the condition holds. */
  async #until(condition: () => boolean, wakeUp?: AbortSignal): Promise<void> {
    while (!condition()) {
      const released = new Promise<void>((resolve) => {
        this.#onRelease = resolve;
        wakeUp?.addEventListener('abort', () => resolve(), { once: true });
      });
      await abortable(released, this.#closing.signal);
    }
    this.#onRelease = undefined;
  }
}
