/** Several places that can serve the same requests, best first: which of them gets one, and who repeats it. */
import { startDeadline } from '../core/abort.ts';
import { EngineError, isVoiceError } from '../core/errors.ts';
import { settleSeries } from '../core/lifecycle.ts';
import type { Logger } from '../core/log.ts';

export type Candidate<Engine> = {
  /** `local`, or the address of a worker. */
  readonly name: string;
  readonly engine: Engine;
  /** Found out in the background: reading it costs nothing. */
  isUp(): boolean;
  /** Settles when it is up. */
  untilUp(options: { readonly signal: AbortSignal }): Promise<unknown>;
};

export type FailoverParts<Engine> = {
  /** At least one. */
  readonly candidates: readonly Candidate<Engine>[];
  readonly log: Logger;
};

/** A request made while nobody can serve it waits this long: a restarted worker is back by then, a person is gone. */
const waitMs = 10_000;

/** One request on its way through the candidates. */
export class Attempts<Engine> {
  readonly #parts: FailoverParts<Engine>;
  readonly #fits: (engine: Engine) => boolean;
  /** Tried, and still up: they would fail again. */
  readonly #failed = new Set<Candidate<Engine>>();
  #count = 0;

  /** @param fits whether an engine knows what is asked; when none does, the first one says what is wrong. */
  constructor(parts: FailoverParts<Engine>, fits: (engine: Engine) => boolean = () => true) {
    this.#parts = parts;
    this.#fits = fits;
  }

  /** The best one that is up; waits when none is. @throws EngineError `WORKER_UNREACHABLE` */
  async next(signal: AbortSignal): Promise<Candidate<Engine>> {
    this.#count += 1;
    const left = this.#parts.candidates.filter((candidate) => !this.#failed.has(candidate));
    return this.#best(left) ?? (await this.#firstUp(left, signal));
  }

  /** Whether another one may serve the request: not when the request itself is wrong, or everybody has failed. */
  goesOn(from: Candidate<Engine>, error: unknown): boolean {
    if (!isVoiceError(error) || !(error instanceof EngineError) || error.code === 'SHUTTING_DOWN')
      return false;
    const { candidates, log } = this.#parts;
    if (from.isUp()) this.#failed.add(from);
    // One more than there are: a worker that was restarted may serve what it dropped.
    const goesOn = this.#failed.size < candidates.length && this.#count <= candidates.length;
    const { code } = error;
    if (goesOn) log.warn('a request is repeated elsewhere', { from: from.name, code });
    return goesOn;
  }

  #best(left: readonly Candidate<Engine>[]): Candidate<Engine> | undefined {
    const up = left.filter((candidate) => candidate.isUp());
    return up.find(({ engine }) => this.#fits(engine)) ?? up[0];
  }

  async #firstUp(left: readonly Candidate<Engine>[], signal: AbortSignal): Promise<Candidate<Engine>> {
    using deadline = startDeadline(waitMs, signal);
    const found = new AbortController();
    const waiting = { signal: AbortSignal.any([deadline.signal, found.signal]) };
    try {
      return await Promise.any(
        left.map(async (candidate) => {
          await candidate.untilUp(waiting);
          return candidate;
        }),
      );
    } catch (cause) {
      signal.throwIfAborted();
      throw new EngineError('WORKER_UNREACHABLE', 'no machine that serves this can be reached', {
        cause,
        retryable: true,
      });
    } finally {
      found.abort();
    }
  }
}

export async function disposeAll(candidates: readonly Candidate<AsyncDisposable>[]): Promise<void> {
  await settleSeries(
    candidates.map(({ name, engine }) => ({ name, run: () => engine[Symbol.asyncDispose]() })),
  );
}
