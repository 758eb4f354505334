/** Something happened, once or many times, since it was last lowered. For one waiter. */
import { abortable } from './abort.ts';

export class ChangeFlag {
  #raised = false;
  #wake: (() => void) | undefined;

  raise(): void {
    this.#raised = true;
    this.#wake?.();
  }

  lower(): void {
    this.#raised = false;
  }

  /** Settles when it is up; rejects with the signal's reason. */
  async wait(signal: AbortSignal): Promise<void> {
    if (this.#raised) return;
    await abortable(new Promise<void>((resolve) => (this.#wake = resolve)), signal);
  }
}
