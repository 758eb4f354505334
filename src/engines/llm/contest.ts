/**
 * Asks providers for one answer, one after the other or two at once, until the first of them says something. The
 * others are ended before that first part is handed on, so no call of theirs can be carried out.
 */
import type { AnswerPart, Prompt } from '../../agent/ports/language-model.ts';
import { abortable } from '../../core/abort.ts';
import type { Clock } from '../../core/clock.ts';
import { BugError, LanguageModelError, toError } from '../../core/errors.ts';
import type { Health } from './health.ts';
import { lookAt } from './look.ts';

export type ContestParts = {
  readonly prompt: Prompt;
  /** In their order; at least one. */
  readonly candidates: readonly Health[];
  /** 0: never. */
  readonly hedgeAfterMs: number;
  readonly cloudHedging: boolean;
  readonly clock: Clock;
  /** Told of each that is given up. */
  readonly onFailed: (health: Health, error: LanguageModelError) => void;
  readonly wait: (durationMs: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
};

export type Runner = {
  readonly health: Health;
  readonly parts: AsyncIterator<AnswerPart>;
  /** Ends its request. */
  readonly end: AbortController;
};

export type Lead = { readonly runner: Runner; readonly first: AnswerPart };

/** Something that happened, carried out when it is its turn; a lead ends the contest. */
type Step = () => Lead | undefined;

/** From then on it is looked at whether a provider that said nothing is there at all. */
const lookAfterMs = 200;
/** One that is there answers a look much sooner; without an answer those in the cloud are looked at, too. */
const doubtAfterMs = lookAfterMs + 100;

export class Contest implements AsyncDisposable {
  readonly #parts: ContestParts;
  readonly #queue: Health[];
  readonly #runners = new Set<Runner>();
  readonly #steps = new Set<Promise<Step>>();
  readonly #errors: LanguageModelError[] = [];
  /** Looks found them in order. */
  readonly #there = new Set<Health>();
  readonly #over = new AbortController();

  constructor(parts: ContestParts) {
    this.#parts = parts;
    this.#queue = [...parts.candidates];
  }

  /** @throws LanguageModelError when none of them answers. */
  async lead(): Promise<Lead> {
    const { hedgeAfterMs, signal } = this.#parts;
    this.#askNext();
    this.#after(lookAfterMs, () => this.#lookAtHome());
    this.#after(doubtAfterMs, () => this.#lookAtCloud());
    if (hedgeAfterMs > 0) this.#after(hedgeAfterMs, () => this.#hedge());
    for (;;) {
      const step = await abortable(Promise.race(this.#steps), signal);
      const lead = step();
      if (lead) {
        this.#endAllBut(lead.runner);
        return lead;
      }
      if (this.#runners.size > 0) continue;
      if (this.#queue.length === 0) throw noneAnswers(this.#errors);
      this.#askNext();
    }
  }

  /** Ends every request, the leader's too. */
  async [Symbol.asyncDispose](): Promise<void> {
    const runners = [...this.#runners];
    this.#endAllBut(undefined);
    // What they still throw is of no interest: they were told to stop.
    await Promise.allSettled(runners.map(async ({ parts }) => await parts.return?.()));
  }

  #askNext(): void {
    const health = this.#queue.shift();
    if (health) this.#ask(health);
  }

  #ask(health: Health): void {
    const { prompt, signal } = this.#parts;
    const end = new AbortController();
    const answer = health.provider.answer(prompt, { signal: AbortSignal.any([signal, end.signal]) });
    const runner: Runner = { health, parts: answer[Symbol.asyncIterator](), end };
    this.#runners.add(runner);
    this.#expect(
      runner.parts.next().then(
        (result): Step =>
          () => {
            if (!result.done) return { runner, first: result.value };
            throw new BugError('BUG', `${health.provider.name}: an answer without an end`);
          },
        (error: unknown): Step =>
          () =>
            this.#lost(runner, error),
      ),
    );
  }

  #lost(runner: Runner, error: unknown): undefined {
    if (!this.#runners.delete(runner)) return;
    if (!(error instanceof LanguageModelError)) throw toError(error);
    this.#errors.push(error);
    this.#parts.onFailed(runner.health, error);
  }

  /** One more at most: two answers are paid for already. */
  #hedge(): undefined {
    const { cloudHedging } = this.#parts;
    const index = this.#queue.findIndex(({ provider }) => cloudHedging || !provider.isCloud);
    const [health] = index === -1 ? [] : this.#queue.splice(index, 1);
    if (health && this.#runners.size === 1) this.#ask(health);
  }

  /** Those that are not there are not waited for, nor asked later. */
  #lookAtHome(): undefined {
    const asked = [...this.#runners].map(({ health }) => health);
    this.#lookAt([...asked, ...this.#queue.filter(({ provider }) => !provider.isCloud)]);
  }

  /** Not while the one that was asked is only slow: when somebody speaks at home is nobody's business outside. */
  #lookAtCloud(): undefined {
    if ([...this.#runners].every(({ health }) => this.#there.has(health))) return;
    this.#lookAt(this.#queue.filter(({ provider }) => provider.isCloud));
  }

  #lookAt(healths: readonly Health[]): void {
    for (const health of healths) {
      const { lookLimitMs: limitMs } = health;
      const look = lookAt(health, { limitMs, clock: this.#parts.clock, signal: this.#over.signal });
      this.#expect(
        look.then(
          (isThere): Step =>
            () =>
              isThere ? void this.#there.add(health) : this.#away(health),
          (error: unknown): Step =>
            () => {
              throw toError(error);
            },
        ),
      );
    }
  }

  #away(health: Health): undefined {
    const { fault } = health;
    if (fault?.code !== 'LLM_UNREACHABLE') return;
    const place = this.#queue.indexOf(health);
    if (place !== -1) {
      this.#queue.splice(place, 1);
      this.#errors.push(fault);
    }
    for (const runner of this.#runners) {
      if (runner.health !== health) continue;
      runner.end.abort(fault);
      this.#lost(runner, fault);
    }
  }

  #after(durationMs: number, step: Step): void {
    const nothing: Step = () => undefined;
    this.#expect(
      this.#parts.wait(durationMs, this.#over.signal).then(
        () => step,
        () => nothing,
      ),
    );
  }

  #expect(step: Promise<Step>): void {
    const own: Promise<Step> = step.then((carryOut) => () => {
      this.#steps.delete(own);
      return carryOut();
    });
    this.#steps.add(own);
  }

  #endAllBut(leader: Runner | undefined): void {
    this.#over.abort();
    for (const runner of this.#runners) if (runner !== leader) runner.end.abort();
  }
}

/** @param errors at least one, in the order of their providers' failing. */
export function noneAnswers(errors: readonly LanguageModelError[]): LanguageModelError {
  const [first] = errors;
  if (!first) throw new BugError('BUG', 'no provider and no reason');
  if (errors.length === 1) return first;
  const message = `no language model answers: ${errors.map((error) => error.message).join('; ')}`;
  return new LanguageModelError(first.code, message, {
    cause: new AggregateError(errors),
    retryable: errors.some(({ retryable }) => retryable),
    details: { codes: errors.map(({ code }) => code) },
  });
}
