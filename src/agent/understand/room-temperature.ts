/** "Set the bedroom to 19": degrees or percent, by the number, the devices there, and what was spoken of before. */
import { type Entity, stateOf } from '../../home/model/home-model.ts';
import type { Situation } from './situation.ts';
import type { Wish } from './wish.ts';

/** What people ask of a room they live in; what is colder or hotter is rather a percentage. */
const lived = { C: { from: 15, to: 26 }, F: { from: 59, to: 79 } } as const;

export function isRoomTemperature(
  wish: Wish,
  entities: readonly Entity[],
  { model, lastEntityIds, lastWish }: Situation,
): boolean {
  if (wish.do !== 'set_temperature') return false;
  const { degrees } = wish;
  const { from, to } = lived[model.temperatureUnit];
  const areas = new Set(entities.map(({ areaId }) => areaId));
  const isOfLamps = lastWish?.do === 'set_brightness' || lastWish?.do === 'change_brightness';
  const wereHere = lastEntityIds.some((id) => areas.has(model.entities.get(id)?.areaId ?? null));
  if (degrees < from || degrees > to || (isOfLamps && wereHere)) return false;
  return entities.every(({ entityId }) => {
    const { min_temp: least = from, max_temp: most = to } = stateOf(model, entityId)?.attributes ?? {};
    return Number(least) <= degrees && degrees <= Number(most);
  });
}
