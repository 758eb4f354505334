/** A door that nothing goes through: what would be known after an action, if it went as hoped. Sends nothing. */
import { type EntityState, isAssumed, stateOf } from '../../home/model/home-model.ts';
import type { HomeView } from '../ports/home-view.ts';
import { type Door, look, type Look, type Outcome } from './act.ts';
import { describeState } from './describe-state.ts';
import type { Policy } from './policy.ts';

/** How all devices answer. Quick ones can not be merely on their way: they are done then. */
export type Hope = 'proven' | 'started' | 'sent';

export function createPretendDoor(home: HomeView, policy: Policy, hope: Hope): Door {
  return async ({ wish, entities, ...asked }) => {
    const model = home.model();
    const isAway = home.status() !== 'connected';
    return entities.map((entity) => {
      const seen = look(wish, entity, { ...asked, model, policy, isAway });
      return seen.kind === 'settled' ? seen.outcome : hoped(seen, hope, stateOf(model, entity.entityId));
    });
  };
}

/** States on the way to another one, as Home Assistant's domains call them. */
const transitions = ['opening', 'closing', 'locking', 'unlocking', 'arming', 'returning'];

function hoped(
  { entity, action, cameTo }: Extract<Look, { kind: 'open' }>,
  hope: Hope,
  was: EntityState | undefined,
): Outcome {
  const isSlow = transitions.some((state) => action.underway({ state, attributes: {}, lastChangedMs: 0 }));
  const { entityId, name } = entity;
  const here = describeState(entity, undefined);
  const proof = isAssumed(was) ? 'sent' : hope === 'started' && !isSlow ? 'proven' : hope;
  return {
    ...{ entityId, name, entity, before: here, after: here, proof },
    ...(was && { was }),
    ...(cameTo && { cameTo }),
  };
}
