/** What to call devices that somebody has to choose from. */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';

/** More names than this in a row nobody can choose from. */
export const choicesLimit = 4;

/** Their names; where two have the same one, with the room they stand in. */
export function namesToChooseFrom(entities: readonly Entity[], model: HomeModel): readonly string[] {
  const choices = entities.slice(0, choicesLimit);
  return choices.map((entity) => {
    const area = entity.areaId === null ? undefined : model.areas.get(entity.areaId);
    const isShared = choices.some((other) => other !== entity && other.name === entity.name);
    return isShared && area ? `${area.name} ${entity.name}` : entity.name;
  });
}
