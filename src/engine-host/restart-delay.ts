/** How long to wait before the engine host is started again. */

/** Crashes within this time count as one series. */
const seriesMs = 60_000;
/** So many restarts come at once: a person waits for them, and finding a bad model takes two. */
const promptRestarts = 4;
/** A host that always crashes would otherwise keep a core busy loading models. */
const longestDelayMs = 30_000;

/** @param crashTimesMs monotonic times of all crashes, the newest last. */
export function restartDelayMs(crashTimesMs: readonly number[]): number {
  const newest = crashTimesMs.at(-1) ?? 0;
  const inSeries = crashTimesMs.filter((timeMs) => newest - timeMs < seriesMs).length;
  if (inSeries <= promptRestarts) return 0;
  return Math.min(longestDelayMs, 1_000 * 2 ** (inSeries - promptRestarts - 1));
}
