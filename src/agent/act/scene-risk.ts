/** What setting a scene could open: it lists its devices, not what it sets them to. */
import { stateOf } from '../../home/model/home-model.ts';
import type { HomeModel } from '../../home/model/home-model.ts';
import { listedIds, reachOf, type Thing, thingOf } from './reach.ts';
import { isBarrier } from './risk.ts';

/** What a scene sets, groups as their members; empty for a scene that does not tell (those of a bridge). */
export function scenePartsOf(thing: Thing, model: HomeModel): readonly Thing[] {
  if (thing.domain !== 'scene') return [];
  return listedIds(thing.entityId, model).flatMap((id) => reachOf(thingOf(id, model), model));
}

/** True when it has a lock, an entrance, a valve or an alarm that is not known to be open or off already. */
export function mayOpen(scene: Thing, model: HomeModel): boolean {
  return scenePartsOf(scene, model).some(
    (part) =>
      (isBarrier(part) || part.domain === 'alarm_control_panel') &&
      !openStates.has(stateOf(model, part.entityId)?.state ?? ''),
  );
}

/** Then a scene can only make it safer. */
const openStates: ReadonlySet<string> = new Set(['unlocked', 'unlocking', 'open', 'opening', 'disarmed']);
