/** Reads a list for an answer; nothing changes. */
import type { Home } from '../../home/home.ts';
import { createHomeQueries } from '../../home/query.ts';
import { startDeadline } from '../../core/abort.ts';

/** Lists of other servers take a moment; longer than this nobody waits for an answer. */
const readDeadlineMs = 3_000;

/** Texts of the items still open, in the list's order; null when it did not answer. */
export type ReadList = (
  listId: string,
  options: { readonly signal: AbortSignal },
) => Promise<readonly string[] | null>;

export function createListReader(home: Home): ReadList {
  const queries = createHomeQueries(home);
  return async (listId, { signal }) => {
    using deadline = startDeadline(readDeadlineMs, signal);
    try {
      return (await queries.openItems(listId, deadline)).map(({ summary }) => summary);
    } catch {
      signal.throwIfAborted();
      return null;
    }
  };
}
