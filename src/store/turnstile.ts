/** Lets one through at a time, in the order of coming. */
export class Turnstile {
  #isTaken = false;
  /** As many as there are callers; the store's thread bounds what they may ask. */
  readonly #waiting: (() => void)[] = [];

  async enter(): Promise<void> {
    if (!this.#isTaken) {
      this.#isTaken = true;
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }
}
