/** The newest samples of a stream, in a buffer of fixed size. */
export class SampleRing {
  readonly #samples: Int16Array;
  #next = 0;
  #length = 0;

  /** Keeps the newest `capacity` samples. */
  constructor(capacity: number) {
    this.#samples = new Int16Array(capacity);
  }

  /** How many samples it holds now. */
  get length(): number {
    return this.#length;
  }

  push(samples: Int16Array): void {
    const capacity = this.#samples.length;
    const newest = samples.subarray(Math.max(0, samples.length - capacity));
    const untilEnd = newest.subarray(0, capacity - this.#next);
    this.#samples.set(untilEnd, this.#next);
    this.#samples.set(newest.subarray(untilEnd.length), 0);
    this.#next = (this.#next + newest.length) % capacity;
    this.#length = Math.min(capacity, this.#length + newest.length);
  }

  /** A copy of the newest `count` samples in their order; fewer when it holds fewer. */
  last(count: number = this.#length): Int16Array {
    const capacity = this.#samples.length;
    const size = Math.min(count, this.#length);
    const start = (this.#next - size + capacity) % capacity;
    const newest = new Int16Array(size);
    const untilEnd = this.#samples.subarray(start, Math.min(start + size, capacity));
    newest.set(untilEnd);
    newest.set(this.#samples.subarray(0, size - untilEnd.length), untilEnd.length);
    return newest;
  }

  clear(): void {
    this.#next = 0;
    this.#length = 0;
  }
}
