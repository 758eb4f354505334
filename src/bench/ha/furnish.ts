/** Puts the devices of a house into its rooms, and shows voice what it may see. */
import { z } from 'zod';
import type { CoreClient } from './core-client.ts';
import { entityIdOf, type House, type HouseDevice } from './house.ts';

const floorRow = z.looseObject({ floor_id: z.string(), name: z.string() });
const areaRow = z.looseObject({ area_id: z.string(), name: z.string() });

export async function furnish(client: CoreClient, house: House): Promise<void> {
  const floorIds = new Map<string, string>();
  for (const floor of house.floors) {
    const { floor_id } = await client.read(floorRow, 'config/floor_registry/create', floor);
    floorIds.set(floor.name, floor_id);
  }
  // Onboarding has made three rooms already.
  const known = await client.read(z.array(areaRow), 'config/area_registry/list');
  for (const { name, floor } of house.areas) {
    const fields = { name, ...(floor !== undefined && { floor_id: floorIds.get(floor) }) };
    const there = known.find((area) => area.name === name);
    if (there) await client.call('config/area_registry/update', { area_id: there.area_id, ...fields });
    else await client.call('config/area_registry/create', fields);
  }
  for (const device of house.devices) {
    await client.call('config/entity_registry/update', {
      entity_id: entityIdOf(device),
      area_id: device.area ?? null,
      // Null stands for the entity's own name.
      aliases: [null, ...(device.aliases ?? [])],
    });
  }
  await expose(client, house.devices);
}

/** Exactly these devices; core exposes some others by itself, for example the backup's sensors. */
async function expose(client: CoreClient, devices: readonly HouseDevice[]): Promise<void> {
  const shown = devices.filter(({ exposed }) => exposed !== false).map(entityIdOf);
  const states = await client.read(z.array(z.looseObject({ entity_id: z.string() })), 'get_states');
  const hidden = states.map(({ entity_id }) => entity_id).filter((id) => !shown.includes(id));
  const assistants = ['conversation'];
  await client.call('homeassistant/expose_entity', { assistants, entity_ids: shown, should_expose: true });
  await client.call('homeassistant/expose_entity', { assistants, entity_ids: hidden, should_expose: false });
}
