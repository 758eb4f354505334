/** Whether a device is what is asked of it, so that nothing has to be sent. */
import {
  type EntityState,
  type HomeModel,
  isAssumed,
  isUnavailable,
  stateOf,
} from '../../home/model/home-model.ts';
import type { Action } from '../../home/call.ts';
import type { Wish } from '../understand/plan.ts';
import { actionFor } from './actions/action-for.ts';

/** Devices that never report back are never known to be so. */
export function isSo({ proves }: Action, state: EntityState | undefined): boolean {
  return state !== undefined && !isAssumed(state) && proves(state);
}

/** True when nothing would be sent: it is so already, or not reachable. */
export function isLeftAlone(wish: Wish, entityId: string, model: HomeModel): boolean {
  const entity = model.entities.get(entityId);
  if (entity === undefined) return false;
  const state = stateOf(model, entityId);
  if (isUnavailable(state)) return true;
  const planned = actionFor(wish, { entity, state, unit: model.temperatureUnit });
  return planned.kind !== 'unable' && isSo(planned.action, state);
}
