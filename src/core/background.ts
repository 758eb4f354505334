/** Owner of work that nobody awaits: it logs what fails and ends it all together. */
import { setMaxListeners } from 'node:events';
import { toError } from './errors.ts';
import type { Logger } from './log.ts';

export class Background implements AsyncDisposable {
  readonly #log: Logger;
  readonly #stop = new AbortController();
  readonly #running = new Set<Promise<void>>();

  constructor(log: Logger) {
    this.#log = log;
    // Everything that runs listens to it: many listeners are no leak.
    setMaxListeners(0, this.#stop.signal);
  }

  /** Starts the work; its signal aborts when the owner is disposed. The name appears in the log when it fails. */
  run(name: string, work: (signal: AbortSignal) => Promise<void>): void {
    if (this.#stop.signal.aborted) return;
    const running = this.#settle(name, work).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Aborts everything and waits for it to end. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running);
  }

  async #settle(name: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#stop;
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted)
        this.#log.error('background work ended', { work: name, reason: toError(error).message });
    }
  }
}
