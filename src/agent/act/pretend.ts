/** A door that nothing goes through: what would be known after an action, if it went as hoped. Sends nothing. */
import { type EntityState, isAssumed, stateOf } from '../../home/model/home-model.ts';
import type { FoundMedia } from '../../home/query.ts';
import type { HomeView } from '../ports/home-view.ts';
import type { Door } from './act.ts';
import { look, type Look } from './look.ts';
import type { Outcome } from './outcome.ts';
import { describeState } from './describe-state.ts';
import type { Hope } from './device-habits.ts';
import { isListWish } from './list-wish.ts';
import type { Policy } from './policy.ts';

/** How a device answers; undefined: as its kind usually does. Quick ones can not be merely on their way: they are done then. */
export type HopeFor = (entityId: string) => Hope | undefined;

/** Of what is searched for something is found. */
const something: FoundMedia = { title: '', contentId: '', contentType: '' };

export function createPretendDoor(home: HomeView, policy: Policy, hopeFor: HopeFor): Door {
  return async ({ wish, entities, ...asked }) => {
    const model = home.model();
    const isAway = home.status() !== 'connected';
    return entities.map((entity) => {
      const seen = look(wish, entity, { ...asked, model, policy, isAway, media: something });
      if (seen.kind === 'settled') return seen.outcome;
      // Of a list the items come to what was asked.
      const open = isListWish(wish) ? { ...seen, cameTo: wish } : seen;
      return hoped(open, hopeFor(entity.entityId), stateOf(model, entity.entityId));
    });
  };
}

/** States on the way to another one, as Home Assistant's domains call them. */
const transitions = ['opening', 'closing', 'locking', 'unlocking', 'arming', 'returning'];

function hoped(
  { entity, action, cameTo }: Extract<Look, { kind: 'open' }>,
  hope: Hope | undefined,
  was: EntityState | undefined,
): Outcome {
  const isSlow = transitions.some((state) => action.underway({ state, attributes: {}, lastChangedMs: 0 }));
  const { entityId, name } = entity;
  const here = describeState(entity, undefined);
  const usual = isSlow ? 'started' : 'proven';
  const fitting = hope === 'started' ? usual : (hope ?? usual);
  return {
    ...{ entityId, name, entity, before: here, after: here, proof: isAssumed(was) ? 'sent' : fitting },
    ...(was && { was }),
    ...(cameTo && { cameTo }),
  };
}
