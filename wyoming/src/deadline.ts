/** Waiting with a time limit. */

/** A signal with a time limit; disposing it stops the clock. */
export type Deadline = Disposable & {
  /** Aborts with the given signal, or when the time is over. */
  readonly signal: AbortSignal;
  /** True when it was the time. */
  readonly isOver: boolean;
};

/**
 * Use it instead of `AbortSignal.any([signal, AbortSignal.timeout(…)])`: on Node 20 the timeout inside may be
 * garbage-collected before it fires, and the wait never ends.
 */
export function startDeadline(durationMs: number, signal?: AbortSignal): Deadline {
  const time = new AbortController();
  const timer = setTimeout(
    () => time.abort(new DOMException('the time is over', 'TimeoutError')),
    durationMs,
  );
  return {
    signal: signal ? AbortSignal.any([signal, time.signal]) : time.signal,
    get isOver() {
      return time.signal.aborted;
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
