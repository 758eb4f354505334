/** A clock with waits that end when a test lets time pass. */
import { toError } from '../../src/core/errors.ts';
import { handClock, type HandClock } from './hand-clock.ts';

type Wait = { readonly atMs: number; readonly resolve: () => void };

export type HandTime = {
  readonly clock: HandClock;
  /** Like `sleep` of core/abort.ts. */
  readonly wait: (durationMs: number, signal: AbortSignal) => Promise<void>;
  /** Time passes wait by wait, and what waited goes on as far as it can. */
  pass(ms: number): Promise<void>;
};

/** Everything that can go on without time has gone on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export function handTime(): HandTime {
  const clock = handClock();
  const waits = new Set<Wait>();
  return {
    clock,
    wait: (durationMs, signal) =>
      new Promise<void>((resolve, reject) => {
        if (signal.aborted) {
          reject(toError(signal.reason));
          return;
        }
        const onAbort = () => waits.delete(wait) && reject(toError(signal.reason));
        const onTime = () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        };
        const wait: Wait = { atMs: clock.monotonicMs() + durationMs, resolve: onTime };
        waits.add(wait);
        signal.addEventListener('abort', onAbort, { once: true });
      }),
    pass: async (ms) => {
      const untilMs = clock.monotonicMs() + ms;
      await settled();
      for (;;) {
        const [next] = [...waits].sort((a, b) => a.atMs - b.atMs);
        if (!next || next.atMs > untilMs) break;
        clock.advance(next.atMs - clock.monotonicMs());
        waits.delete(next);
        next.resolve();
        await settled();
      }
      clock.advance(untilMs - clock.monotonicMs());
      await settled();
    },
  };
}
