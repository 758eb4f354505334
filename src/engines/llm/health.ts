/** What is known of how one provider does; the path of a sentence only reads it. */
import type { Clock } from '../../core/clock.ts';
import type { LanguageModelError } from '../../core/errors.ts';
import { isAboutRequest, retryAfterMsOf } from './fault.ts';
import type { Provider } from './provider.ts';

/** After a failed answer a provider rests, twice as long each time: it may look well and answer nothing. */
const firstRestMs = 30_000;
const longestRestMs = 600_000;
/** Where a limit came without a time. */
const limitRestMs = 60_000;
const longestLimitRestMs = 3_600_000;

/** A server that is there answers a small request well within this, and a person hears of one that is not within a second. */
const shortestLookMs = 600;

/** How long a slow look is remembered: half of it after seven quick ones. */
const fading = 0.9;

export class Health {
  readonly provider: Provider;
  readonly #clock: Clock;
  #fault: LanguageModelError | null = null;
  #restsUntilMs = 0;
  #failedCount = 0;
  #slowLookMs = 0;

  constructor(provider: Provider, clock: Clock) {
    this.provider = provider;
    this.#clock = clock;
  }

  /** Null while it does well. */
  get fault(): LanguageModelError | null {
    return this.#fault;
  }

  /** Asking it can do good although it is not well: it was not told to wait. */
  get mayBeTried(): boolean {
    return this.#fault?.code !== 'LLM_LIMITED' || !this.#rests;
  }

  /** How long a look may take before the provider counts as away: longer where looks were slow and right before. */
  get lookLimitMs(): number {
    return Math.max(shortestLookMs, 3 * this.#slowLookMs);
  }

  /** 0 when a look may find it in order. */
  get restLeftMs(): number {
    return Math.max(0, this.#restsUntilMs - this.#clock.monotonicMs());
  }

  get #rests(): boolean {
    return this.restLeftMs > 0;
  }

  /** A look found it in order. */
  seen(tookMs: number): void {
    this.#slowLookMs = Math.max(tookMs, fading * this.#slowLookMs);
    if (!this.#rests) this.#fault = null;
  }

  /** A look found it away or unwilling. */
  unseen(fault: LanguageModelError): void {
    // A limit on looks says nothing about answers.
    if (fault.code !== 'LLM_LIMITED') this.#fault = fault;
  }

  /** It answered to the end. */
  answered(): void {
    this.#fault = null;
    this.#failedCount = 0;
    this.#restsUntilMs = 0;
  }

  /** It did not. */
  failed(fault: LanguageModelError): void {
    if (isAboutRequest(fault)) return;
    this.#fault = fault;
    this.#restsUntilMs = this.#clock.monotonicMs() + this.#restMs(fault);
  }

  #restMs(fault: LanguageModelError): number {
    switch (fault.code) {
      case 'LLM_LIMITED':
        return Math.min(retryAfterMsOf(fault) ?? limitRestMs, longestLimitRestMs);
      case 'LLM_UNREACHABLE':
      case 'LLM_REFUSED':
        // The next look tells.
        return 0;
      default:
        this.#failedCount += 1;
        return Math.min(firstRestMs * 2 ** (this.#failedCount - 1), longestRestMs);
    }
  }
}
