/** One look at a provider, with a limit, into its health. */
import { abortable, startListening } from '../../core/abort.ts';
import type { Clock } from '../../core/clock.ts';
import { LanguageModelError } from '../../core/errors.ts';
import type { Health } from './health.ts';

export type LookOptions = {
  readonly limitMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

/** True when it is there and willing. Rejects only with the signal's reason. */
export async function lookAt(health: Health, { limitMs, clock, signal }: LookOptions): Promise<boolean> {
  const { provider } = health;
  await abortable(provider.load(), signal);
  const startMs = clock.monotonicMs();
  using deadline = startListening(limitMs, signal);
  try {
    await provider.look({ signal: deadline.signal });
    health.seen(clock.monotonicMs() - startMs);
    return true;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof LanguageModelError) health.unseen(error);
    else if (deadline.isOver) health.unseen(silent(provider.name, limitMs, error));
    else throw error;
    return false;
  }
}

function silent(name: string, limitMs: number, cause: unknown): LanguageModelError {
  const message = `${name}: it takes connections and says nothing, or is not there (${limitMs} ms)`;
  return new LanguageModelError('LLM_UNREACHABLE', message, {
    cause,
    retryable: true,
    details: { provider: name },
  });
}
