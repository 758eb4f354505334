/** What each player finds for the words of a wish. */
import type { FoundMedia, HomeQueries } from '../../home/query.ts';
import { type Entity, type HomeModel, stateOf } from '../../home/model/home-model.ts';
import { startDeadline } from '../../core/abort.ts';
import type { Wish } from '../understand/plan.ts';
import { canSearch } from './actions/media.ts';

/** A catalogue on the internet answers in about a second; whoever asks for music waits that long. */
const searchDeadlineMs = 4_000;

export type FindParts = {
  readonly model: HomeModel;
  readonly queries: HomeQueries;
  readonly signal: AbortSignal;
};

/** Entity id → the best match; without an entry nothing was found, or the search failed. Empty for other wishes. */
export async function findMedia(
  wish: Wish,
  entities: readonly Entity[],
  { model, queries, signal }: FindParts,
): Promise<ReadonlyMap<string, FoundMedia>> {
  const found = new Map<string, FoundMedia>();
  if (wish.do !== 'play_media') return found;
  using deadline = startDeadline(searchDeadlineMs, signal);
  const players = entities.filter(({ entityId }) => canSearch({ state: stateOf(model, entityId) }));
  await Promise.all(
    players.map(async ({ entityId }) => {
      const search = queries.searchMedia(entityId, wish.query, wish.mediaClass, deadline);
      const [best] = await search.catch((): readonly FoundMedia[] => []);
      if (best) found.set(entityId, best);
    }),
  );
  signal.throwIfAborted();
  return found;
}
