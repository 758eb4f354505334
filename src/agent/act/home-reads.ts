/** What an answer reads of the home beside its states: a list, the weather to come. Nothing changes. */
import { startDeadline } from '../../core/abort.ts';
import type { Home } from '../../home/home.ts';
import { createHomeQueries, type ForecastStep } from '../../home/query.ts';

type Options = { readonly signal: AbortSignal };

export type HomeReads = {
  /** Texts of the items still open, in the list's order; null when it did not answer. */
  readList(listId: string, options: Options): Promise<readonly string[] | null>;
  /** The coming days, nearest first; null when the home did not tell. */
  readForecast(weatherId: string, options: Options): Promise<readonly ForecastStep[] | null>;
};

/** Lists and weather of other servers take a moment; longer than this nobody waits for an answer. */
const readDeadlineMs = 3_000;

export function createHomeReads(home: Home): HomeReads {
  const queries = createHomeQueries(home);
  return {
    readList: async (listId, options) =>
      await inTime(async (deadline) => {
        const items = await queries.openItems(listId, deadline);
        return items.map(({ summary }) => summary);
      }, options),
    readForecast: async (weatherId, options) =>
      await inTime((deadline) => queries.forecast(weatherId, 'daily', deadline), options),
  };
}

async function inTime<T>(read: (options: Options) => Promise<T>, { signal }: Options): Promise<T | null> {
  using deadline = startDeadline(readDeadlineMs, signal);
  try {
    return await read(deadline);
  } catch {
    signal.throwIfAborted();
    return null;
  }
}
