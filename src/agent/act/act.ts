/** The one door to the home: policy first, then what is not yet so, then proof. */
import { type Action, type ActionResult, callAndProve } from '../../home/call.ts';
import type { Home } from '../../home/home.ts';
import { createHomeQueries, type FoundMedia } from '../../home/query.ts';
import { isUnavailable, stateOf } from '../../home/model/home-model.ts';
import type { Entity, EntityState, HomeModel } from '../../home/model/home-model.ts';
import type { Change } from '../agent.ts';
import type { Speaker } from '../speaker.ts';
import type { Wish } from '../understand/plan.ts';
import { actionFor } from './actions/action-for.ts';
import type { Unable } from './actions/plan-action.ts';
import { describeState } from './describe-state.ts';
import { findMedia } from './find-media.ts';
import { isListWish, type ListWish } from './list-wish.ts';
import { changeList, type ListResult } from './lists.ts';
import type { Origin } from './origin.ts';
import { isSo } from './is-so.ts';
import type { ConfirmReason, NoConfirmation, Policy } from './policy.ts';

/** A change with what a reply needs to tell the truth about it, and what a later turn needs to take it back. */
export type Outcome = Change & {
  readonly entity: Entity;
  /** Why it was refused or failed. */
  readonly why?: ConfirmReason | 'unable' | 'unavailable' | 'disconnected' | 'refused-by-home';
  /** With `unable`: what the device has not got. */
  readonly unable?: Unable;
  /** Of a relative wish: the figure it came to for this device. */
  readonly cameTo?: Wish;
  /** With `refused`: what a yes of this speaker has to cover, so that it may be done after all. */
  readonly confirmable?: readonly ConfirmReason[];
  /** With `refused`: why a yes would not count. */
  readonly because?: NoConfirmation;
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

export type Door = (
  request: ActRequest,
  options: { readonly signal: AbortSignal },
) => Promise<readonly Outcome[]>;

export function createDoor(home: Home, policy: Policy): Door {
  const queries = createHomeQueries(home);
  return async ({ wish, entities, ...asked }, { signal }) => {
    const model = home.model();
    const isAway = home.status() !== 'connected';
    const media = await findMedia(wish, entities, { model, queries, signal });
    const looks = entities.map((entity) =>
      look(wish, entity, { ...asked, model, policy, isAway, media: media.get(entity.entityId) ?? null }),
    );
    if (isListWish(wish)) {
      const change = (listId: string) => changeList(home, queries, wish, listId, { signal });
      return (await Promise.all(looks.map((seen) => throughList(seen, wish, change, home)))).flat();
    }
    const actions = looks.flatMap((seen) => (seen.kind === 'open' ? [seen.action] : []));
    const results = await callAndProve(home, actions, { signal });
    const byId = new Map(results.map((result) => [result.entityId, result]));
    return looks.flatMap((seen) =>
      seen.kind === 'settled' ? [seen.outcome] : outcomeOf(seen, byId.get(seen.entity.entityId)),
    );
  };
}

export type Look =
  | { readonly kind: 'settled'; readonly outcome: Outcome }
  | { readonly kind: 'open'; readonly entity: Entity; readonly action: Action; readonly cameTo?: Wish };

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
    more: Pick<Outcome, 'proof' | 'why' | 'unable' | 'cameTo' | 'confirmable' | 'because'>,
  ): Look => ({
    kind: 'settled',
    outcome: {
      entityId: named.entityId,
      name: named.name,
      before: here,
      after: here,
      entity: entity ?? named,
      ...more,
    },
  });
  if (isAway) return settle({ proof: 'failed', why: 'disconnected' });
  if (entity === undefined || isUnavailable(state)) return settle({ proof: 'failed', why: 'unavailable' });
  const planned = actionFor(wish, { entity, state, unit: model.temperatureUnit, media });
  if (planned.kind === 'unable') return settle({ proof: 'failed', why: 'unable', unable: planned.unable });
  const { action, kind: _, ...told } = planned;
  if (isSo(action, state)) return settle({ proof: 'already', ...told });
  const verdict = policy({ wish, entity, model, ...asked });
  if (verdict.kind === 'allowed') return { kind: 'open', entity, action, ...told };
  const why = verdict.reasons.includes('many-devices') ? 'many-devices' : 'less-safe';
  if (verdict.kind === 'refused') return settle({ proof: 'refused', why, because: verdict.because });
  if (verdict.reasons.every((reason) => confirmed.includes(reason)))
    return { kind: 'open', entity, action, ...told };
  return settle({ proof: 'refused', why, confirmable: verdict.reasons });
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
