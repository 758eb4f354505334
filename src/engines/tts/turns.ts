/** One native synthesis at a time: two at once would share the cores and both be late. */
import { abortable } from '../../core/abort.ts';
import { EngineError } from '../../core/errors.ts';

/** A dozen rooms that are answered at once is more than a home asks for; further ones would be heard too late. */
const maxWaiting = 16;

export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #waitingCount = 0;

  /**
   * Runs the task when all earlier ones are done. An abort is seen at once; a task that has begun still keeps its
   * turn to its end, because a native call can not be interrupted.
   * @throws EngineError `ENGINE_OVERLOADED` when too many wait already.
   */
  async run<T>(task: () => Promise<T>, { signal }: { readonly signal: AbortSignal }): Promise<T> {
    signal.throwIfAborted();
    if (this.#waitingCount >= maxWaiting)
      throw new EngineError('ENGINE_OVERLOADED', 'too many texts wait to be spoken', { retryable: true });
    this.#waitingCount += 1;
    const turn = this.#after(this.#last, task, signal);
    this.#last = Promise.allSettled([turn]);
    return abortable(turn, signal);
  }

  /** Runs the task when all earlier ones are done, whoever waits no more. */
  after(task: () => Promise<void>): void {
    this.#last = Promise.allSettled([this.#last.then(task)]);
  }

  /** Settles when every turn taken so far is over. */
  async idle(): Promise<void> {
    await this.#last;
  }

  async #after<T>(previous: Promise<unknown>, task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    try {
      await previous;
      signal.throwIfAborted();
      return await task();
    } finally {
      this.#waitingCount -= 1;
    }
  }
}
