/** The one door to the home: policy first, then what is not yet so, then proof. */
import { type ActionResult, callAndProve } from '../../home/call.ts';
import type { Home } from '../../home/home.ts';
import { createHomeQueries, type HomeQueries } from '../../home/query.ts';
import { stateOf } from '../../home/model/home-model.ts';
import { recordLooks } from './audited.ts';
import { describeState } from './describe-state.ts';
import { findMedia } from './find-media.ts';
import type { Guard } from './guard.ts';
import { isListWish, type ListWish } from './list-wish.ts';
import { changeList, type ListResult } from './lists.ts';
import { type ActRequest, look, type Look } from './look.ts';
import type { Outcome } from './outcome.ts';

export type DoorOptions = {
  readonly signal: AbortSignal;
  /** Nothing is sent before it has settled. */
  readonly begun?: Promise<void>;
  /** Given the wait for the record of what was done, to be over before anybody hears of it; absent: the door waits. */
  readonly keep?: (isKept: Promise<void>) => void;
};

export type Door = (request: ActRequest, options: DoorOptions) => Promise<readonly Outcome[]>;

export function createDoor(home: Home, { policy, rate, audit }: Guard): Door {
  const queries = createHomeQueries(home);
  return async ({ wish, entities, ...asked }, { signal, begun, keep }) => {
    const model = home.model();
    const isAway = home.status() !== 'connected';
    const media = await findMedia(wish, entities, { model, queries, signal });
    const permitted = entities.map((entity) =>
      look(wish, entity, { ...asked, model, policy, isAway, media: media.get(entity.entityId) ?? null }),
    );
    signal.throwIfAborted();
    const looks = rate.take(asked.speaker, countCalls(permitted)) ? permitted : permitted.map(tooMuch);
    // Written while the home is at work, so that nobody waits for the disk.
    const { isKept, end } = recordLooks(audit, wish, looks, asked);
    await begun;
    const outcomes = isListWish(wish)
      ? await throughLists(looks, wish, home, queries, { signal })
      : await sendAll(looks, home, { signal });
    end(outcomes);
    if (keep) keep(isKept);
    else await isKept;
    return outcomes;
  };
}

/** One call serves many devices, also where each gets a figure of its own. */
function countCalls(looks: readonly Look[]): number {
  return new Set(
    looks.flatMap((seen) => (seen.kind === 'open' ? [`${seen.action.domain}.${seen.action.service}`] : [])),
  ).size;
}

function tooMuch(seen: Look): Look {
  if (seen.kind === 'settled') return seen;
  const { entity, action, here } = seen;
  const { entityId, name } = entity;
  const refused = { proof: 'refused', why: 'not-permitted', denial: { by: 'rate' } } as const;
  return {
    kind: 'settled',
    action,
    outcome: { entityId, name, entity, before: here, after: here, ...refused },
  };
}

async function sendAll(
  looks: readonly Look[],
  home: Home,
  options: { readonly signal: AbortSignal },
): Promise<readonly Outcome[]> {
  const actions = looks.flatMap((seen) => (seen.kind === 'open' ? [seen.action] : []));
  const results = await callAndProve(home, actions, options);
  const byId = new Map(results.map((result) => [result.entityId, result]));
  return looks.flatMap((seen) =>
    seen.kind === 'settled' ? [seen.outcome] : outcomeOf(seen, byId.get(seen.entity.entityId)),
  );
}

async function throughLists(
  looks: readonly Look[],
  wish: ListWish,
  home: Home,
  queries: HomeQueries,
  options: { readonly signal: AbortSignal },
): Promise<readonly Outcome[]> {
  const change = (listId: string) => changeList(home, queries, wish, listId, options);
  return (await Promise.all(looks.map((seen) => throughList(seen, wish, change, home)))).flat();
}

function outcomeOf(
  { entity, cameTo }: Extract<Look, { readonly kind: 'open' }>,
  result: ActionResult | undefined,
): readonly Outcome[] {
  if (result === undefined) return [];
  return [
    {
      entityId: entity.entityId,
      name: entity.name,
      entity,
      before: describeState(entity, result.before),
      after: describeState(entity, result.after),
      proof: result.proof,
      ...(cameTo && { cameTo }),
      ...(result.reason && { why: result.reason }),
      ...(result.before && { was: result.before }),
      ...(result.follow && { follow: result.follow }),
    },
  ];
}

/** A list has an outcome for what of the items became what. */
async function throughList(
  seen: Look,
  wish: ListWish,
  change: (listId: string) => Promise<readonly ListResult[]>,
  home: Home,
): Promise<readonly Outcome[]> {
  if (seen.kind === 'settled') return [seen.outcome];
  const { entity } = seen;
  const { entityId, name } = entity;
  const was = stateOf(home.model(), entityId);
  const before = describeState(entity, was);
  const results = await change(entityId);
  const after = describeState(entity, stateOf(home.model(), entityId));
  return results.map(({ items, ...rest }) => ({
    ...{ entityId, name, entity, before, after },
    cameTo: { ...wish, items },
    ...(was && { was }),
    ...rest,
  }));
}
