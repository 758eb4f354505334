/** Audio that can be heard again from its beginning while the rest of it still comes. */
import { RequestError } from '../../core/errors.ts';

/** The longest utterance that anyone serves; 9.6 MB of samples. */
const maxSamples = 300 * 16_000;

export class ReplayableAudio {
  readonly #source: AsyncIterator<Int16Array>;
  readonly #heard: Int16Array[] = [];
  #sampleCount = 0;
  #isEnded = false;
  /** Asked for by a listener who may have left: the next one gets it. */
  #coming: Promise<void> | undefined;

  constructor(source: AsyncIterable<Int16Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** From the beginning, at any time and as often as wanted; one listener at a time. */
  play(): AsyncIterable<Int16Array> {
    return { [Symbol.asyncIterator]: () => this.#player() };
  }

  /** Nobody listens any more. */
  close(): void {
    if (this.#isEnded) return;
    // Not awaited: a source that waits for its next value can only be closed after that.
    Promise.resolve(this.#source.return?.()).catch(() => undefined);
  }

  #player(): AsyncIterator<Int16Array, undefined> {
    let index = 0;
    return {
      next: async () => {
        while (index === this.#heard.length && !this.#isEnded) await (this.#coming ??= this.#pull());
        const value = this.#heard[index];
        index += 1;
        return value ? { done: false, value } : { done: true, value: undefined };
      },
      // The source goes on: somebody may hear it again.
      return: async () => ({ done: true, value: undefined }),
    };
  }

  async #pull(): Promise<void> {
    try {
      const next = await this.#source.next();
      if (next.done === true) {
        this.#isEnded = true;
        return;
      }
      this.#sampleCount += next.value.length;
      if (this.#sampleCount > maxSamples)
        throw new RequestError('REQUEST_TOO_LARGE', `the utterance is longer than ${maxSamples / 16_000} s`);
      this.#heard.push(next.value);
    } finally {
      this.#coming = undefined;
    }
  }
}
