/** Notices when this process stood still: on a busy machine that would count as the fault of what is measured. */

/** How often it looks. */
const lookMs = 25;
/** Less than this is no more than a busy moment. */
const stallMs = 250;

export class StallWatch implements Disposable {
  readonly #timer: NodeJS.Timeout;
  #lastMs = performance.now();
  /** When the newest stall ended. */
  #stalledUntilMs = Number.NEGATIVE_INFINITY;

  constructor() {
    this.#timer = setInterval(() => this.#look(), lookMs).unref();
  }

  /** True when the process stood still for a quarter of a second at some time since then. */
  hasStalledSince(startMs: number): boolean {
    this.#look();
    return this.#stalledUntilMs > startMs;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const nowMs = performance.now();
    if (nowMs - this.#lastMs > stallMs) this.#stalledUntilMs = nowMs;
    this.#lastMs = nowMs;
  }
}
