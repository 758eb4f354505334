/** A bounded queue between a producer and one async consumer. There is no unbounded one. */
import { abortable } from './abort.ts';
import { EngineError } from './errors.ts';

/** What happens to a value pushed into a full queue. */
export type QueuePolicy = 'block' | 'drop-oldest' | 'fail';

export type QueueOptions<T> = {
  /** How many values may wait; say beside the call why this many. */
  readonly limit: number;
  readonly policy: QueuePolicy;
  /** What one value counts of the limit, where values differ in size; absent: 1. The last one may go over it. */
  readonly weigh?: (value: T) => number;
};

/** Weighed once: what is cheap to keep may be dear to weigh. */
type Weighed<T> = { readonly value: T; readonly weight: number };

export class Queue<T> implements AsyncIterable<T> {
  readonly #limit: number;
  readonly #policy: QueuePolicy;
  readonly #weigh: (value: T) => number;
  readonly #waiting: Weighed<T>[] = [];
  readonly #takers: ((result: IteratorResult<T, undefined>) => void)[] = [];
  readonly #blocked: (() => void)[] = [];
  #state: { readonly closed: boolean; readonly error?: Error } = { closed: false };
  #droppedCount = 0;
  #weight = 0;

  constructor(options: QueueOptions<T>) {
    this.#limit = options.limit;
    this.#policy = options.policy;
    this.#weigh = options.weigh ?? (() => 1);
  }

  /** How many values a `drop-oldest` queue has thrown away. */
  get droppedCount(): number {
    return this.#droppedCount;
  }

  get size(): number {
    return this.#waiting.length;
  }

  /**
   * Adds a value; the promise settles when there was room (policy `block`).
   * @param policy For this value; absent: the queue's own.
   * @throws EngineError `ENGINE_OVERLOADED` when full under policy `fail`. After close the value is dropped.
   */
  async push(value: T, signal: AbortSignal, policy: QueuePolicy = this.#policy): Promise<void> {
    signal.throwIfAborted();
    while (!this.#state.closed && this.#weight >= this.#limit) {
      if (policy === 'fail') throw new EngineError('ENGINE_OVERLOADED', 'queue is full', { retryable: true });
      if (policy === 'drop-oldest') {
        this.#shift();
        this.#droppedCount += 1;
      } else await this.#room(signal);
    }
    if (this.#state.closed) return;
    const taker = this.#takers.shift();
    if (taker) {
      taker({ done: false, value });
      return;
    }
    const weight = this.#weigh(value);
    this.#waiting.push({ value, weight });
    this.#weight += weight;
  }

  #shift(): Weighed<T> | undefined {
    const first = this.#waiting.shift();
    if (first) this.#weight -= first.weight;
    return first;
  }

  /** Waits for a consumer to take a value. A producer that gives up must not take the turn of the next one. */
  async #room(signal: AbortSignal): Promise<void> {
    let resume: () => void = () => undefined;
    const taken = new Promise<void>((resolve) => {
      resume = resolve;
      this.#blocked.push(resolve);
    });
    try {
      await abortable(taken, signal);
    } catch (error) {
      const place = this.#blocked.indexOf(resume);
      if (place === -1) this.#blocked.shift()?.();
      else this.#blocked.splice(place, 1);
      throw error;
    }
  }

  /** Ends the iteration after the waiting values; with an error the consumer gets it after them. */
  close(error?: Error): void {
    if (this.#state.closed) return;
    this.#state = error ? { closed: true, error } : { closed: true };
    for (const resume of this.#blocked.splice(0)) resume();
    for (const taker of this.#takers.splice(0)) taker({ done: true, value: undefined });
  }

  /** The next value; done when the queue is closed and empty, throwing the close's error if it had one. */
  async next(): Promise<IteratorResult<T, undefined>> {
    const first = this.#shift();
    if (first) {
      this.#blocked.shift()?.();
      return { done: false, value: first.value };
    }
    if (!this.#state.closed) {
      const result = await new Promise<IteratorResult<T, undefined>>((resolve) => this.#takers.push(resolve));
      if (!result.done) return result;
    }
    if (this.#state.error) throw this.#state.error;
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    return {
      next: () => this.next(),
      return: async () => {
        this.close();
        this.#waiting.length = 0;
        this.#weight = 0;
        return { done: true, value: undefined };
      },
    };
  }
}
