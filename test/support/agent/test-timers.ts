/** Timers with a clock moved by hand and a store that survives them. */
import { silentLogger } from '../../../src/core/log.ts';
import type { Timer, TimerStore } from '../../../src/agent/ports/timer-store.ts';
import type { TimerOrigin } from '../../../src/agent/schedule/timer.ts';
import { Timers } from '../../../src/agent/schedule/timers.ts';
import { handClock } from '../hand-clock.ts';

export const minuteMs = 60_000;

export const origin = (more: Partial<TimerOrigin> = {}): TimerOrigin => ({
  satelliteId: 'assist_satellite.kitchen',
  deviceId: null,
  areaId: 'kitchen',
  language: 'en',
  showsTimers: false,
  ...more,
});

/** Rows as a disk would keep them. */
export function diskStore(): TimerStore & { readonly rows: Map<string, Timer> } {
  const rows = new Map<string, Timer>();
  return {
    rows,
    load: async () => [...rows.values()],
    save: async (timer) => void rows.set(timer.timerId, timer),
    remove: async (timerIds) => {
      for (const id of timerIds) rows.delete(id);
    },
  };
}

export async function testTimers(clock = handClock(), store = diskStore()) {
  const reopen = () => Timers.open({ store, clock, log: silentLogger });
  return { clock, store, reopen, timers: await reopen() };
}
