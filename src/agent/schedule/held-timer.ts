/**
 * A timer in this process. One that was set here counts by the monotonic clock, so that a corrected wall clock
 * neither shortens nor lengthens it; one that came from the store knows wall time alone. Pure.
 */
import type { Clock } from '../../core/clock.ts';
import { leftByWallClock, runningFrom, type Timer } from './timer.ts';

export type HeldTimer = {
  readonly timer: Timer;
  /** The monotonic time that belongs to `timer.asOfMs`; null for one from the store. */
  readonly sinceMonotonicMs: number | null;
};

export function holdNew(timer: Timer, clock: Clock): HeldTimer {
  return { timer, sinceMonotonicMs: clock.monotonicMs() };
}

export function holdStored(timer: Timer): HeldTimer {
  return { timer, sinceMonotonicMs: null };
}

/** What is left now, ms; negative once it is over. */
export function leftNow({ timer, sinceMonotonicMs }: HeldTimer, clock: Clock): number {
  if (sinceMonotonicMs === null || timer.phase !== 'running') return leftByWallClock(timer, clock.now());
  return timer.leftMs - (clock.monotonicMs() - sinceMonotonicMs);
}

/** The same timer, written anew against the wall clock as it is now; null when there is nothing to write. */
export function rewritten(held: HeldTimer, clock: Clock): HeldTimer | null {
  if (held.sinceMonotonicMs === null || held.timer.phase !== 'running') return null;
  return holdNew(runningFrom(held.timer, leftNow(held, clock), clock.now()), clock);
}

/** Tells when the wall clock was set, which the monotonic one is not. */
export class WallClockWatch {
  readonly #clock: Clock;
  #offsetMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#offsetMs = this.#offset();
  }

  /** True once after each jump. */
  jumped(): boolean {
    const offsetMs = this.#offset();
    const isJump = Math.abs(offsetMs - this.#offsetMs) > jumpMs;
    if (isJump) this.#offsetMs = offsetMs;
    return isJump;
  }

  #offset(): number {
    return this.#clock.now() - this.#clock.monotonicMs();
  }
}

/** A steered clock creeps by milliseconds; nobody notices a timer that is off by less than this. */
const jumpMs = 1_000;
