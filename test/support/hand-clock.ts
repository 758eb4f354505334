/** Time that tests move by hand; the wall clock can also be set, as a person or the network does. */
import type { Clock } from '../../src/core/clock.ts';

export type HandClock = Clock & {
  /** Time passes on both clocks. */
  readonly advance: (ms: number) => void;
  /** Somebody sets the wall clock; the monotonic one goes on. */
  readonly setWallBy: (ms: number) => void;
};

export function handClock(nowMs = 1_000_000): HandClock {
  let wallMs = nowMs;
  let monotonicMs = 50;
  return {
    now: () => wallMs,
    monotonicMs: () => monotonicMs,
    advance: (ms) => {
      wallMs += ms;
      monotonicMs += ms;
    },
    setWallBy: (ms) => void (wallMs += ms),
  };
}
