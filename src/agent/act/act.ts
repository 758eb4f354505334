/** The one door to the home: policy first, then what is not yet so, then proof. */
import { callAndProve } from '../../home/call.ts';
import type { ActionResult } from '../../home/call.ts';
import type { Home } from '../../home/home.ts';
import { isUnavailable, stateOf } from '../../home/model/home-model.ts';
import type { Entity } from '../../home/model/home-model.ts';
import type { Change, Channel } from '../agent.ts';
import type { Wish } from '../understand/plan.ts';
import { actionFor } from './actions.ts';
import { describeState } from './describe-state.ts';
import type { Policy } from './policy.ts';

/** A change with what a reply needs to tell the truth about it. */
export type Outcome = Change & {
  readonly entity: Entity;
  /** Why it was refused or failed. */
  readonly why?:
    | 'less-safe'
    | 'many-devices'
    | 'not-yet'
    | 'unavailable'
    | 'disconnected'
    | 'refused-by-home';
};

type ActRequest = {
  readonly wish: Wish;
  readonly entities: readonly Entity[];
  readonly channel: Channel;
};

export type Door = (
  request: ActRequest,
  options: { readonly signal: AbortSignal },
) => Promise<readonly Outcome[]>;

export function createDoor(home: Home, policy: Policy): Door {
  return async ({ wish, entities, channel }, { signal }) => {
    const model = home.model();
    const settled = new Map<string, Outcome>();
    for (const entity of entities) {
      const state = stateOf(model, entity.entityId);
      const here = describeState(entity, state);
      const unchanged = { entityId: entity.entityId, name: entity.name, before: here, after: here, entity };
      const action = actionFor(wish, entity);
      const verdict = policy({ wish, entity, entityCount: entities.length, channel });
      if (!verdict.allowed)
        settled.set(entity.entityId, { ...unchanged, proof: 'refused', why: verdict.why });
      else if (isUnavailable(state))
        settled.set(entity.entityId, { ...unchanged, proof: 'failed', why: 'unavailable' });
      else if (action === null)
        settled.set(entity.entityId, { ...unchanged, proof: 'refused', why: 'not-yet' });
      else if (state && !isAssumed(state.attributes) && action.proves(state)) {
        settled.set(entity.entityId, { ...unchanged, proof: 'already' });
      }
    }
    const open = entities.filter((entity) => !settled.has(entity.entityId));
    const results = await callAndProve(
      home,
      open.flatMap((entity) => actionFor(wish, entity) ?? []),
      { signal },
    );
    const byId = new Map(results.map((result) => [result.entityId, result]));
    return entities.flatMap(
      (entity) => settled.get(entity.entityId) ?? outcomeOf(entity, byId.get(entity.entityId)),
    );
  };
}

/** Devices that never report back: what the home believes of them proves nothing. */
function isAssumed(attributes: Readonly<Record<string, unknown>>): boolean {
  return attributes['assumed_state'] === true;
}

function outcomeOf(entity: Entity, result: ActionResult | undefined): readonly Outcome[] {
  if (result === undefined) return [];
  return [
    {
      entityId: entity.entityId,
      name: entity.name,
      entity,
      before: describeState(entity, result.before),
      after: describeState(entity, result.after),
      proof: result.proof,
      ...(result.reason && { why: result.reason }),
    },
  ];
}
