/** Time as a port, so that tests move it by hand. */
export type Clock = {
  /** Wall time in ms since the epoch. */
  readonly now: () => number;
  /** Monotonic time in ms, for durations. */
  readonly monotonicMs: () => number;
};

export const systemClock: Clock = { now: () => Date.now(), monotonicMs: () => performance.now() };
