/** Homes of the evaluation sets, written in YAML by others → houses of the demo home. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DemoEntity, DemoHouse } from '../../home/demo/demo-entity.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const fixturesSchema = z.looseObject({
  floors: z.array(z.looseObject({ name: z.string(), id: z.string() })).default([]),
  areas: z
    .array(z.looseObject({ name: z.string(), id: z.string(), floor: z.string().optional() }))
    .default([]),
  devices: z
    .array(z.looseObject({ name: z.string(), id: z.string(), area: z.string().nullish() }))
    .default([]),
  entities: z.array(
    z.looseObject({
      name: z.string(),
      id: z.string(),
      area: z.string().nullish(),
      device: z.string().nullish(),
      // One set writes `{ in, out }`: what is said, and the state.
      state: z.union([scalar, z.looseObject({ out: scalar })]).optional(),
      attributes: z.record(z.string(), z.unknown()).nullish(),
      is_exposed: z.boolean().optional(),
    }),
  ),
});

/** A house with the area of each device, as the sets name a satellite by its device. */
export type DevHome = { readonly house: DemoHouse; readonly deviceAreas: ReadonlyMap<string, string> };

export async function readDevHome(file: string): Promise<DevHome> {
  const fixtures = fixturesSchema.parse(parse(await readFile(file, 'utf8')));
  const floorNames = new Set(fixtures.areas.flatMap(({ floor }) => floor ?? []));
  const named = fixtures.floors.map(({ id, name }) => ({ id, name, level: 0 }));
  const floors = named.length > 0 ? named : [...floorNames].map((name, level) => ({ id: name, name, level }));
  const deviceAreas = new Map(
    fixtures.devices.flatMap(({ id, area }) => (area ? [[id, area] as const] : [])),
  );
  const entities = fixtures.entities.map(({ name, id, area, device, state, attributes, is_exposed }) => ({
    id,
    // The sets write names as templates: "Trader Joe[']s".
    name: name.replaceAll(/[[\]]/g, ''),
    area: area ?? (device ? (deviceAreas.get(device) ?? null) : null),
    state: stateText(id, typeof state === 'object' ? state?.out : state, attributes ?? {}),
    attributes: withFeatures(id, attributes ?? {}),
    ...(is_exposed === false && { hidden: true }),
  }));
  const areas = fixtures.areas.map(({ id, name, floor }) => ({ id, name, floor: floor ?? null }));
  return { house: { floors, areas, entities: entities.map(withItems) }, deviceAreas };
}

function withItems(entity: DemoEntity): DemoEntity {
  return entity.id.startsWith('todo.') ? { ...entity, items: [] } : entity;
}

function stateText(entityId: string, state: unknown, attributes: Readonly<Record<string, unknown>>): string {
  if (state === true) return 'on';
  if (state === false) return 'off';
  if (typeof state === 'string' || typeof state === 'number') return String(state);
  const native = attributes['native_value'];
  if (typeof native === 'string' || typeof native === 'number') return String(native);
  const [domain = ''] = entityId.split('.');
  return domain === 'climate' ? 'heat' : (restingStates[domain] ?? 'off');
}

const restingStates: Readonly<Record<string, string>> = {
  cover: 'closed',
  valve: 'closed',
  lock: 'locked',
  vacuum: 'docked',
  lawn_mower: 'docked',
  todo: '0',
};

/** Bits of Home Assistant's feature flags, by the names the sets use. */
const featureBits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  cover: { OPEN: 1, CLOSE: 2, SET_POSITION: 4, STOP: 8 },
  valve: { OPEN: 1, CLOSE: 2, SET_POSITION: 4, STOP: 8 },
  fan: { SET_SPEED: 1, OSCILLATE: 2, DIRECTION: 4, PRESET_MODE: 8, TURN_OFF: 16, TURN_ON: 32 },
  vacuum: { TURN_ON: 1, TURN_OFF: 2, PAUSE: 4, STOP: 8, RETURN_HOME: 16, STATE: 4096, START: 8192 },
  todo: { CREATE_TODO_ITEM: 1, DELETE_TODO_ITEM: 2, UPDATE_TODO_ITEM: 4 },
  climate: { TARGET_TEMPERATURE: 1, TURN_OFF: 128, TURN_ON: 256 },
  media_player: {
    PAUSE: 1,
    VOLUME_SET: 4,
    VOLUME_MUTE: 8,
    PREVIOUS_TRACK: 16,
    NEXT_TRACK: 32,
    TURN_ON: 128,
    TURN_OFF: 256,
    PLAY: 16_384,
    STOP: 4_096,
  },
};

/** What every device of a kind can do, where a set does not say. */
const usualFeatures: Readonly<Record<string, number>> = {
  cover: 15,
  valve: 15,
  fan: 57,
  vacuum: 12_319,
  todo: 7,
  climate: 385,
  media_player: 20_925,
};

function withFeatures(
  entityId: string,
  attributes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const [domain = ''] = entityId.split('.');
  const listed = attributes['supported_features'];
  const names = Array.isArray(listed) ? listed.map((name) => lastPart(String(name))) : [];
  const bits = names.reduce((sum, name) => sum + (featureBits[domain]?.[name] ?? 0), 0);
  const usual = usualFeatures[domain];
  const deviceClass = attributes['device_class'];
  const unit = attributes['native_unit_of_measurement'];
  return {
    ...attributes,
    ...(usual !== undefined && { supported_features: typeof listed === 'number' ? listed : bits || usual }),
    ...(typeof deviceClass === 'string' && { device_class: lastPart(deviceClass).toLowerCase() }),
    ...(typeof unit === 'string' && { unit_of_measurement: unit }),
  };
}

/** "cover.CoverDeviceClass.GARAGE" → "GARAGE". */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
