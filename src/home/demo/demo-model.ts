/** A house's model without a connection: for understanding alone, where nothing is done. */
import { buildModel } from '../model/build-model.ts';
import type { HomeModel } from '../model/home-model.ts';
import {
  areaList,
  deviceList,
  entityEntries,
  entityList,
  floorList,
  labelList,
} from '../model/registry-messages.ts';
import { areaRow, deviceRow, entityRow, extendedRow, floorRow, labelRow } from './registry-rows.ts';
import { World } from './world.ts';
import type { DemoOptions } from './world.ts';

export function demoModel(options: Partial<DemoOptions> = {}): HomeModel {
  const world = new World({ seed: 1, loss: 0, pace: 0, ...options });
  const exposed = world.house.entities.filter((entity) => world.isExposed(entity));
  const rows = Object.fromEntries(exposed.map((entity) => [entity.id, extendedRow(world, entity)]));
  const entries = Object.entries(entityEntries.parse(rows)).flatMap(([id, entry]) =>
    entry ? [[id, entry] as const] : [],
  );
  return buildModel(
    {
      language: 'en',
      timeZone: 'UTC',
      temperatureUnit: 'C',
      floors: floorList.parse(world.house.floors.map(floorRow)),
      areas: areaList.parse(world.house.areas.map(areaRow)),
      labels: labelList.parse(world.house.labels?.map(labelRow) ?? []),
      devices: deviceList.parse(world.house.entities.map(deviceRow)),
      listed: entityList.parse(world.house.entities.map((entity) => entityRow(world, entity))),
      entries: new Map(entries),
      exposed: new Set(exposed.map(({ id }) => id)),
      isExposureComplete: true,
    },
    world.states,
    { version: 1, registryVersion: 1 },
  );
}
