/** A satellite of the tests in a real home, as its turns name it. */
import { z } from 'zod';
import type { RealHome } from '../../../src/bench/ha/real-home.ts';
import { addWyoming, entitiesOf } from '../../../src/bench/ha/set-up.ts';
import { type FakeSatellite, type SatelliteOptions, startFakeSatellite } from './fake-satellite.ts';

export type SatelliteAtHome = {
  readonly satellite: FakeSatellite;
  /** Fields of `conversation/process` for what is said there. */
  readonly named: { readonly device_id: string; readonly satellite_id: string };
};

const entityRows = z.array(z.looseObject({ entity_id: z.string(), device_id: z.string().nullable() }));

/** Resolves when core has connected to it. */
export async function addSatellite(
  { client }: Pick<RealHome, 'client'>,
  options: SatelliteOptions,
): Promise<SatelliteAtHome> {
  const satellite = await startFakeSatellite(options);
  const entities = await entitiesOf(client, await addWyoming(client, satellite));
  const satellite_id = entities.get('assist_satellite') ?? '';
  const rows = await client.read(entityRows, 'config/entity_registry/list');
  const device_id = rows.find(({ entity_id }) => entity_id === satellite_id)?.device_id ?? '';
  await satellite.until('run-satellite');
  return { satellite, named: { device_id, satellite_id } };
}
