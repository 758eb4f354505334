/** A Wyoming satellite that only stands in a room: core makes a device of it, and a turn may be said there. */
import { createInfo, serve } from 'wyoming-ts';
import { z } from 'zod';
import { HomeError } from '../../core/errors.ts';
import type { CoreClient } from './core-client.ts';
import { addWyoming, entitiesOf } from './set-up.ts';

export type RoomDevice = AsyncDisposable & { readonly deviceId: string; readonly entryId: string };

const entityRows = z.array(z.looseObject({ entity_id: z.string(), device_id: z.string().nullable() }));

/** @param area name of the room. */
export async function standInRoom(client: CoreClient, area: string): Promise<RoomDevice> {
  const attribution = { name: 'Hearken', url: 'https://hearken.invalid' };
  const info = createInfo({ satellite: { name: 'Bench', area, attribution, installed: true } });
  const server = await serve('tcp://127.0.0.1:0', async (connection) => {
    for await (const { type, data } of connection) {
      if (type === 'describe') await connection.send(info);
      if (type === 'ping') await connection.send({ type: 'pong', data });
    }
  });
  try {
    const entryId = await addWyoming(client, { port: Number(new URL(server.uri).port) });
    const satellite = (await entitiesOf(client, entryId)).get('assist_satellite');
    const rows = await client.read(entityRows, 'config/entity_registry/list');
    const deviceId = rows.find(({ entity_id }) => entity_id === satellite)?.device_id;
    if (typeof deviceId !== 'string')
      throw new HomeError('HOME_REFUSED', 'core made no device of a satellite');
    return { deviceId, entryId, [Symbol.asyncDispose]: () => server.destroy() };
  } catch (error) {
    await server.destroy();
    throw error;
  }
}
