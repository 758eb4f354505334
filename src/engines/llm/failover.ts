/** Several providers as one language model: the first that does well answers. */
import type { AnswerPart, LanguageModel, Prompt } from '../../agent/ports/language-model.ts';
import { sleep, startDeadline } from '../../core/abort.ts';
import type { Clock } from '../../core/clock.ts';
import { LanguageModelError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import { Contest, type ContestParts, type Lead, noneAnswers } from './contest.ts';
import { Health } from './health.ts';
import { lookAt } from './look.ts';
import type { Provider } from './provider.ts';

export type FailoverParts = Pick<ContestParts, 'hedgeAfterMs' | 'cloudHedging' | 'clock'> & {
  /** In the order in which they are asked; at least one. */
  readonly providers: readonly Provider[];
  readonly log: Logger;
  /** Tests wait by hand. */
  readonly wait?: ContestParts['wait'];
};

export type ProviderStatus = {
  readonly name: string;
  readonly isCloud: boolean;
  /** Null while it does well. */
  readonly fault: LanguageModelError | null;
};

/** The start of the program has more urgent work, and the clients are loaded by the first look. */
const firstLookMs = 1_000;
const lookPauseMs = { home: 60_000, cloud: 600_000, away: 15_000 } as const;
/** In the background nobody waits. */
const backgroundLookMs = 5_000;
/** A large model from a slow disk. */
const warmMs = 300_000;

export class Failover implements LanguageModel {
  readonly #healths: readonly Health[];
  readonly #hedging: Pick<ContestParts, 'hedgeAfterMs' | 'cloudHedging'>;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #wait: ContestParts['wait'];
  /** Aborted when a provider fails that is watched in long steps. */
  readonly #wakes = new Map<Health, AbortController>();

  constructor({ providers, hedgeAfterMs, cloudHedging, clock, log, wait = sleep }: FailoverParts) {
    this.#healths = providers.map((provider) => new Health(provider, clock));
    this.#hedging = { hedgeAfterMs, cloudHedging };
    this.#clock = clock;
    this.#log = log;
    this.#wait = wait;
  }

  /** Of the provider that would be asked now. */
  get name(): string {
    const health = this.#healths.find(({ fault }) => fault === null) ?? this.#healths[0];
    return health?.provider.name ?? '';
  }

  status(): readonly ProviderStatus[] {
    return this.#healths.map(({ provider: { name, isCloud }, fault }) => ({ name, isCloud, fault }));
  }

  /**
   * When a provider that has begun fails, the answer fails: another one would say the beginning twice. When all are
   * known to be down it rejects within a second, saying why each is.
   */
  async *answer(
    prompt: Prompt,
    { signal }: { readonly signal: AbortSignal },
  ): AsyncGenerator<AnswerPart, void> {
    signal.throwIfAborted();
    await using contest = new Contest({
      ...this.#hedging,
      prompt,
      candidates: await this.#candidates(signal),
      clock: this.#clock,
      onFailed: (health, error) => this.#failed(health, error),
      wait: this.#wait,
      signal,
    });
    const startMs = this.#clock.monotonicMs();
    const lead = await contest.lead();
    const { name } = lead.runner.health.provider;
    this.#log.debug('language model answers', {
      provider: name,
      firstMs: this.#clock.monotonicMs() - startMs,
    });
    yield* this.#follow(lead, signal);
  }

  /** Looks after all providers until the signal aborts, and has models loaded that take time for it. */
  async watch({ signal }: { readonly signal: AbortSignal }): Promise<void> {
    await this.#wait(firstLookMs, signal);
    await Promise.all(this.#healths.map((health) => this.#watch(health, signal)));
  }

  async *#follow({ runner, first }: Lead, signal: AbortSignal): AsyncGenerator<AnswerPart, void> {
    const { health, parts } = runner;
    try {
      for (let part = first; ;) {
        if (part.kind === 'end') health.answered();
        yield part;
        const next = await parts.next();
        if (next.done) return;
        part = next.value;
      }
    } catch (error) {
      if (!signal.aborted && error instanceof LanguageModelError) this.#failed(health, error);
      throw error;
    }
  }

  /** Those that do well; when none does, those of which a quick look says that asking may do good. */
  async #candidates(signal: AbortSignal): Promise<readonly Health[]> {
    const well = this.#healths.filter(({ fault }) => fault === null);
    if (well.length > 0) return well;
    const looks = await Promise.all(
      this.#healths.map(async (health) => {
        if (!health.mayBeTried) return [];
        const { lookLimitMs: limitMs } = health;
        return (await lookAt(health, { limitMs, clock: this.#clock, signal })) ? [health] : [];
      }),
    );
    const there = looks.flat();
    if (there.length > 0) return there;
    throw noneAnswers(this.#healths.flatMap(({ fault }) => fault ?? []));
  }

  async #watch(health: Health, signal: AbortSignal): Promise<void> {
    let isCold = true;
    for (;;) {
      const wasWell = health.fault === null;
      const isThere = await lookAt(health, { limitMs: backgroundLookMs, clock: this.#clock, signal });
      this.#tell(health, wasWell);
      if (isThere && isCold) await this.#warm(health, signal);
      isCold = !isThere;
      if (health.fault === null) await this.#pauseWhileWell(health, signal);
      if (health.fault !== null) await this.#wait(Math.max(lookPauseMs.away, health.restLeftMs), signal);
    }
  }

  async #pauseWhileWell(health: Health, signal: AbortSignal): Promise<void> {
    const wake = new AbortController();
    this.#wakes.set(health, wake);
    const pauseMs = health.provider.isCloud ? lookPauseMs.cloud : lookPauseMs.home;
    try {
      await this.#wait(pauseMs, AbortSignal.any([signal, wake.signal]));
    } catch {
      signal.throwIfAborted();
    }
  }

  /** The first question after a start shall not wait for gigabytes to be read. */
  async #warm(health: Health, signal: AbortSignal): Promise<void> {
    const { provider } = health;
    if (!provider.warm) return;
    using deadline = startDeadline(warmMs, signal);
    try {
      await provider.warm(deadline);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof LanguageModelError) this.#failed(health, error);
      else if (!deadline.isOver) throw error;
    }
  }

  #failed(health: Health, error: LanguageModelError): void {
    const wasWell = health.fault === null;
    health.failed(error);
    if (health.fault !== null) this.#wakes.get(health)?.abort();
    this.#tell(health, wasWell);
  }

  /** Once per change. */
  #tell({ provider: { name }, fault }: Health, wasWell: boolean): void {
    if (wasWell && fault)
      this.#log.warn('language model is not well', {
        provider: name,
        code: fault.code,
        reason: fault.message,
      });
    if (!wasWell && !fault) this.#log.info('language model is well again', { provider: name });
  }
}
