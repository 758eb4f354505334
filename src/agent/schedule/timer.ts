/** A timer as plain data, and what time does to it. Pure. */

/** Where a timer was set: there it rings. */
export type TimerOrigin = {
  readonly satelliteId: string | null;
  readonly deviceId: string | null;
  readonly areaId: string | null;
  /** BCP 47 tag in which its end is told. */
  readonly language: string;
  /** True when the satellite shows and rings Home Assistant's timers itself. */
  readonly showsTimers: boolean;
};

export type TimerPhase =
  | 'running'
  | 'paused'
  /** It ended, and its end is being told. */
  | 'ringing'
  /** It ended, and nobody could be told. */
  | 'unheard';

export type Timer = {
  readonly timerId: string;
  /** In normalised words, as a person calls it; personal. */
  readonly name: string | null;
  /** As it was asked for: people also call it by that ("the ten minute timer"). */
  readonly durationMs: number;
  /** The same with the time that was added or taken away. */
  readonly totalMs: number;
  readonly createdAtMs: number;
  readonly origin: TimerOrigin;
  readonly phase: TimerPhase;
  /** What was left of it at `asOfMs`. */
  readonly leftMs: number;
  /** Wall time, ms since the epoch; of one that ended: when it ended. */
  readonly asOfMs: number;
};

/** A timer with what is left of it now. */
export type TimerNow = Timer & { readonly nowLeftMs: number };

/**
 * What is left by wall time, ms; negative once it is over. A clock that stands before the last writing is wrong
 * (a board without a battery after a power cut): then at most what was left at the writing is left.
 */
export function leftByWallClock({ phase, leftMs, asOfMs }: Timer, nowMs: number): number {
  return phase === 'running' ? leftMs - Math.max(0, nowMs - asOfMs) : leftMs;
}

/** Running, with so much left from now on. */
export function runningFrom(timer: Timer, leftMs: number, nowMs: number): Timer {
  return { ...timer, phase: 'running', leftMs, asOfMs: nowMs };
}

/** Stopped where it is. */
export function pausedAt(timer: Timer, leftMs: number, nowMs: number): Timer {
  return { ...timer, phase: 'paused', leftMs, asOfMs: nowMs };
}

/** Over since `endedAtMs`. */
export function endedAt(timer: Timer, phase: 'ringing' | 'unheard', endedAtMs: number): Timer {
  return { ...timer, phase, leftMs: 0, asOfMs: endedAtMs };
}
