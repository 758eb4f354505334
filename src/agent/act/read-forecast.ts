/** Reads the weather to come for an answer; nothing changes. */
import { startDeadline } from '../../core/abort.ts';
import type { Home } from '../../home/home.ts';
import { createHomeQueries, type ForecastStep } from '../../home/query.ts';

/** Weather services of other servers take a moment; longer than this nobody waits for an answer. */
const readDeadlineMs = 3_000;

/** The coming days, nearest first; null when the home did not tell. */
export type ReadForecast = (
  weatherId: string,
  options: { readonly signal: AbortSignal },
) => Promise<readonly ForecastStep[] | null>;

export function createForecastReader(home: Home): ReadForecast {
  const queries = createHomeQueries(home);
  return async (weatherId, { signal }) => {
    using deadline = startDeadline(readDeadlineMs, signal);
    try {
      return await queries.forecast(weatherId, 'daily', deadline);
    } catch {
      signal.throwIfAborted();
      return null;
    }
  };
}
