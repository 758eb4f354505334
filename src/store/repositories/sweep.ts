/** Removes what has expired now and then: nobody waits for it with every row that is written. */
import type { Clock } from '../../core/clock.ts';

/** Rows that expired are read by nobody; this bounds how long they lie there while rows are written. */
const pauseMs = 60_000;

/** To be called after a write: runs the removal at the first one, and then at most once a minute. */
export function sweeper(clock: Clock, remove: () => Promise<unknown>): () => Promise<void> {
  let lastMs = Number.NEGATIVE_INFINITY;
  return async () => {
    const nowMs = clock.monotonicMs();
    if (nowMs - lastMs < pauseMs) return;
    lastMs = nowMs;
    await remove();
  };
}
