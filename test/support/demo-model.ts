/** The demo home's model without a connection, for pure tests. */
import {
  areaRow,
  deviceRow,
  entityRow,
  extendedRow,
  floorRow,
  labelRow,
} from '../../src/home/demo/registry-rows.ts';
import { World } from '../../src/home/demo/world.ts';
import type { DemoOptions } from '../../src/home/demo/world.ts';
import { buildModel } from '../../src/home/model/build-model.ts';
import type { HomeModel } from '../../src/home/model/home-model.ts';
import {
  areaList,
  deviceList,
  entityEntries,
  entityList,
  floorList,
  labelList,
} from '../../src/home/model/registry-messages.ts';

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
