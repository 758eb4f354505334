/** Counts refused requests per address, so that guessing gets slow and the log stays readable. */
import type { Clock } from '../core/clock.ts';

const windowMs = 60_000;
/** A person who mistypes needs a few; a guesser gets no more than this per minute. */
const limit = 10;
/** Addresses remembered at once; who floods from more than these costs us nothing but an answer each. */
const maxAddresses = 1_000;

type Count = { readonly endsAtMs: number; count: number };

export class Refusals {
  readonly #clock: Clock;
  readonly #counts = new Map<string, Count>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts one refusal; true while the address is within its limit. */
  add(address: string): boolean {
    const nowMs = this.#clock.monotonicMs();
    const known = this.#counts.get(address);
    if (known && known.endsAtMs > nowMs) {
      known.count += 1;
      return known.count <= limit;
    }
    this.#counts.delete(address);
    this.#counts.set(address, { endsAtMs: nowMs + windowMs, count: 1 });
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > maxAddresses && oldest !== undefined) this.#counts.delete(oldest);
    return true;
  }
}
