/** A value that others may watch. */
import { abortable } from './abort.ts';

export class Observed<T> {
  #value: T;
  readonly #watchers = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    this.#value = value;
    for (const wake of this.#watchers) wake();
    this.#watchers.clear();
  }

  /**
   * The value now and after every change, until the signal aborts (then it ends with the signal's reason). A slow
   * watcher misses values in between, never the newest one.
   */
  async *changes({ signal }: { readonly signal: AbortSignal }): AsyncGenerator<T, never> {
    for (;;) {
      let wake: () => void = () => undefined;
      const changed = new Promise<void>((resolve) => {
        wake = resolve;
        this.#watchers.add(resolve);
      });
      try {
        yield this.#value;
        await abortable(changed, signal);
      } finally {
        this.#watchers.delete(wake);
      }
    }
  }

  /** The first value, the current one included, that passes the test. */
  async until(test: (value: T) => boolean, { signal }: { readonly signal: AbortSignal }): Promise<T> {
    if (test(this.#value)) return this.#value;
    const changes = this.changes({ signal });
    for (;;) {
      const { value } = await changes.next();
      if (test(value)) return value;
    }
  }
}
