/** The one door to the home: policy first, then what is not yet so, then proof. */
import { type Action, type ActionResult, callAndProve } from '../../home/call.ts';
import type { Home } from '../../home/home.ts';
import { createHomeQueries, type FoundMedia, type HomeQueries } from '../../home/query.ts';
import { isUnavailable, stateOf } from '../../home/model/home-model.ts';
import type { Entity, EntityState, HomeModel } from '../../home/model/home-model.ts';
import type { Change } from '../agent.ts';
import type { Speaker } from '../speaker.ts';
import type { Wish } from '../understand/plan.ts';
import { actionFor } from './actions/action-for.ts';
import type { Unable } from './actions/plan-action.ts';
import { recordLooks } from './audited.ts';
import { describeState } from './describe-state.ts';
import { findMedia } from './find-media.ts';
import { isGrounded } from './grounding.ts';
import type { Guard } from './guard.ts';
import { isListWish, type ListWish } from './list-wish.ts';
import { changeList, type ListResult } from './lists.ts';
import type { Origin } from './origin.ts';
import { isSo } from './is-so.ts';
import type { Denial } from './permission.ts';
import type { ConfirmReason, NoConfirmation, Policy } from './policy.ts';

/** A change with what a reply needs to tell the truth about it, and what a later turn needs to take it back. */
export type Outcome = Change & {
  readonly entity: Entity;
  /** Why it was refused or failed. */
  readonly why?:
    | ConfirmReason
    | 'not-permitted'
    | 'not-asked'
    | 'unable'
    | 'unavailable'
    | 'disconnected'
    | 'refused-by-home';
  /** With `unable`: what the device has not got. */
  readonly unable?: Unable;
  /** Of a relative wish: the figure it came to for this device. */
  readonly cameTo?: Wish;
  /** With `refused`: what a yes of this speaker has to cover, so that it may be done after all. */
  readonly confirmable?: readonly ConfirmReason[];
  /** With `refused`: why a yes would not count. */
  readonly because?: NoConfirmation;
  /** With `not-permitted`: what forbids it, whatever is said. */
  readonly denial?: Denial;
  /** The state before, where something was sent. */
  readonly was?: EntityState;
  /** With `started` and `sent`: settles when the action has ended. */
  readonly follow?: NonNullable<ActionResult['follow']>;
};

type ActRequest = {
  readonly wish: Wish;
  readonly entities: readonly Entity[];
  /** How many devices the sentence means together, this wish's among them. */
  readonly deviceCount: number;
  readonly speaker: Speaker;
  readonly origin: Origin;
  /** What this speaker has said yes to, for exactly these devices. */
  readonly confirmed: readonly ConfirmReason[];
};

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

export type Look =
  /** `action`: what would have been sent, had it been permitted. */
  | { readonly kind: 'settled'; readonly outcome: Outcome; readonly action?: Action }
  | {
      readonly kind: 'open';
      readonly entity: Entity;
      readonly action: Action;
      readonly cameTo?: Wish;
      /** Its state in short words. */
      readonly here: string;
    };

type Circumstances = Omit<ActRequest, 'wish' | 'entities'> & {
  readonly model: HomeModel;
  readonly policy: Policy;
  /** The home is not connected: what it last said is no longer known to be so. */
  readonly isAway: boolean;
  /** With a wish for something to play: what was found for this player. */
  readonly media?: FoundMedia | null;
};

/** What is known before anything is sent. The device is looked up anew: time may have passed since it was named. */
export function look(
  wish: Wish,
  named: Entity,
  { model, policy, isAway, media = null, confirmed, ...asked }: Circumstances,
): Look {
  const entity = model.entities.get(named.entityId);
  const state = stateOf(model, named.entityId);
  const here = describeState(entity ?? named, state);
  const settle = (
    more: Pick<Outcome, 'proof' | 'why' | 'unable' | 'cameTo' | 'confirmable' | 'because' | 'denial'>,
    kept?: Action,
  ): Look => ({
    kind: 'settled',
    ...(kept && { action: kept }),
    outcome: {
      entityId: named.entityId,
      name: named.name,
      before: here,
      after: here,
      entity: entity ?? named,
      ...more,
    },
  });
  const planned = entity && actionFor(wish, { entity, state, unit: model.temperatureUnit, media });
  const isOwnIdea = asked.origin.path === 'llm' && confirmed.length === 0;
  if (isOwnIdea && !isGrounded(wish, entity ?? named, asked.origin, model))
    return settle(
      { proof: 'refused', why: 'not-asked' },
      planned?.kind === 'action' ? planned.action : undefined,
    );
  if (isAway) return settle({ proof: 'failed', why: 'disconnected' });
  if (planned === undefined || entity === undefined || isUnavailable(state))
    return settle({ proof: 'failed', why: 'unavailable' });
  if (planned.kind === 'unable') return settle({ proof: 'failed', why: 'unable', unable: planned.unable });
  const { action, kind: _, ...told } = planned;
  if (isSo(action, state)) return settle({ proof: 'already', ...told });
  const service = `${action.domain}.${action.service}`;
  const verdict = policy({ wish, entity, service, model, ...asked });
  const open: Look = { kind: 'open', entity, action, here, ...told };
  if (verdict.kind === 'allowed') return open;
  if (verdict.kind === 'denied')
    return settle({ proof: 'refused', why: 'not-permitted', denial: verdict.denial }, action);
  const why = verdict.reasons.includes('many-devices') ? 'many-devices' : 'less-safe';
  if (verdict.kind === 'refused') return settle({ proof: 'refused', why, because: verdict.because }, action);
  if (verdict.reasons.every((reason) => confirmed.includes(reason))) return open;
  return settle({ proof: 'refused', why, confirmable: verdict.reasons }, action);
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
