/** Keeps a transaction apart from everything else, on a connection that all share. */

/** As many as there are callers; the store's thread bounds what they may ask. */
type Waiting = { readonly isAlone: boolean; readonly wake: () => void };

/** Single statements may be inside together: the connection takes them in their order, and nobody waits for an answer. */
export class Turnstile {
  #insideCount = 0;
  #isAlone = false;
  readonly #waiting: Waiting[] = [];

  /** In the order of coming. */
  async enter(): Promise<void> {
    await this.#wait(false);
  }

  /** From inside: settles when all others have left, and keeps others out until it leaves. */
  async beAlone(): Promise<void> {
    this.#insideCount -= 1;
    const alone = this.#wait(true);
    this.#letIn();
    await alone;
  }

  leave(): void {
    if (this.#isAlone) this.#isAlone = false;
    else this.#insideCount -= 1;
    this.#letIn();
  }

  async #wait(isAlone: boolean): Promise<void> {
    const entered = new Promise<void>((resolve) => this.#waiting.push({ isAlone, wake: resolve }));
    this.#letIn();
    await entered;
  }

  #letIn(): void {
    for (let [first] = this.#waiting; first && !this.#isAlone; [first] = this.#waiting) {
      if (first.isAlone && this.#insideCount > 0) return;
      if (first.isAlone) this.#isAlone = true;
      else this.#insideCount += 1;
      this.#waiting.shift();
      first.wake();
    }
  }
}
