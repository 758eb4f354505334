/** Which entities an action's target means: ids, devices, areas and floors, as Home Assistant expands them. */
import * as z from 'zod';
import type { DemoEntity } from './demo-entity.ts';
import type { World } from './world.ts';

/** One id or a list of them, as Home Assistant takes them. */
export const ids = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

export const targetSchema = z.strictObject({
  entity_id: ids.optional(),
  device_id: ids.optional(),
  area_id: ids.optional(),
  floor_id: ids.optional(),
  label_id: ids.optional(),
});

export type Target = z.output<typeof targetSchema>;

/** Entities of the domain below the target. Named ids count whatever their domain, as unknown ids do in HA. */
export function expandTarget(world: World, domain: string, target: Target): readonly DemoEntity[] {
  const areas = new Set(target.area_id);
  for (const area of world.house.areas) {
    if (area.floor !== null && target.floor_id?.includes(area.floor)) areas.add(area.id);
  }
  return world.house.entities.filter((entity) => {
    if (!entity.id.startsWith(`${domain}.`)) return false;
    const area = world.areaOf(entity);
    const isNamed =
      target.entity_id?.includes(entity.id) === true ||
      target.device_id?.includes(deviceIdOf(entity)) === true;
    return isNamed || (area !== null && areas.has(area));
  });
}

/** Every demo entity has a device of its own. */
export function deviceIdOf(entity: DemoEntity): string {
  return `device_${entity.id.replace('.', '_')}`;
}
