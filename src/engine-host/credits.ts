/** How much one side of a stream may still send: the bound of everything under way. */
import { abortable } from '../core/abort.ts';

export class Credits {
  #count: number;
  #waiting: (() => void) | undefined;

  constructor(count: number) {
    this.#count = count;
  }

  add(count: number): void {
    this.#count += count;
    this.#waiting?.();
    this.#waiting = undefined;
  }

  /** Takes one, waiting until there is one. One taker at a time. */
  async take(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    while (this.#count === 0)
      await abortable(new Promise<void>((resolve) => (this.#waiting = resolve)), signal);
    this.#count -= 1;
  }
}
