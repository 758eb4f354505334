/** Timers that nothing happens to: what would be known of them after a request, a moment from now. */
import type { TimerKeeper } from './answer-timer.ts';
import { pausedAt, runningFrom, type Timer, type TimerNow } from './timer.ts';

/** @param aheadMs how long from now the request is answered. */
export function createPretendTimers(
  timers: Pick<TimerKeeper, 'pending' | 'ended' | 'isFull'>,
  { nowMs, aheadMs }: { readonly nowMs: number; readonly aheadMs: number },
): TimerKeeper {
  const thenMs = nowMs + aheadMs;
  const passed = (timer: TimerNow): TimerNow =>
    timer.phase === 'running' ? { ...timer, nowLeftMs: timer.nowLeftMs - aheadMs } : timer;
  const changed = (timer: Timer): TimerNow => ({ ...timer, nowLeftMs: timer.leftMs });
  return {
    pending: () => timers.pending().map(passed),
    ended: () => timers.ended().map(passed),
    isFull: () => timers.isFull(),
    start: async ({ name, durationMs, origin }) =>
      changed({
        ...{ timerId: 'foreseen', name, durationMs, totalMs: durationMs, origin, phase: 'running' },
        ...{ createdAtMs: thenMs, asOfMs: thenMs, leftMs: durationMs },
      }),
    pause: async (timer) => changed(pausedAt(timer, timer.nowLeftMs, thenMs)),
    resume: async (timer) => changed(runningFrom(timer, timer.nowLeftMs, thenMs)),
    add: async (timer, byMs) => {
      const turn = timer.phase === 'paused' ? pausedAt : runningFrom;
      const then = turn(timer, timer.nowLeftMs + byMs, thenMs);
      return changed({ ...then, totalMs: timer.totalMs + byMs });
    },
    remove: async () => undefined,
  };
}
