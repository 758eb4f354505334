/** Registries and states → one immutable model. Pure. */
import { capabilitiesOf } from './capabilities.ts';
import type { Area, Device, Entity, EntityState, Exposure, Floor, HomeModel } from './home-model.ts';
import type {
  AreaEntry,
  DeviceEntry,
  EntityEntry,
  EntityListEntry,
  FloorEntry,
  LabelEntry,
} from './registry-messages.ts';
import { StateTable } from './state-table.ts';
import { deviceLabel, voiceNames } from './voice-names.ts';

/** Everything the home told about itself, apart from states. */
export type Registries = {
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly temperatureUnit: HomeModel['temperatureUnit'];
  readonly floors: readonly FloorEntry[];
  readonly areas: readonly AreaEntry[];
  readonly labels: readonly LabelEntry[];
  readonly devices: readonly DeviceEntry[];
  readonly listed: readonly EntityListEntry[];
  /** Entries with aliases, of exposed entities. */
  readonly entries: ReadonlyMap<string, EntityEntry>;
  /** Ids exposed to voice. */
  readonly exposed: ReadonlySet<string>;
  /** False when exposure is known of registered entities only. */
  readonly isExposureComplete: boolean;
};

export type Versions = { readonly version: number; readonly registryVersion: number };

export function buildModel(
  registries: Registries,
  states: ReadonlyMap<string, EntityState>,
  versions: Versions,
): HomeModel {
  const byDevice = new Map(registries.devices.map((device) => [device.id, device]));
  const exposed = [...registries.exposed].filter((id) => states.has(id) || registries.entries.has(id)).sort();
  const entities = exposed.map((id, slot) =>
    buildEntity(id, slot, registries.entries.get(id), states.get(id), byDevice),
  );
  return {
    ...versions,
    language: registries.language,
    timeZone: registries.timeZone,
    temperatureUnit: registries.temperatureUnit,
    floors: new Map(registries.floors.map((floor) => [floor.floor_id, buildFloor(floor)])),
    areas: new Map(registries.areas.map((area) => [area.area_id, buildArea(area)])),
    labels: new Map(registries.labels.map(({ label_id: labelId, name }) => [labelId, { labelId, name }])),
    devices: new Map(registries.devices.map((device) => [device.id, buildDevice(device, byDevice)])),
    entities: new Map(entities.map((entity) => [entity.entityId, entity])),
    exposure: exposureOf(registries, states),
    satelliteAreas: satelliteAreas(registries.listed, byDevice),
    satelliteDevices: satelliteDevices(registries.listed),
    states: StateTable.from(exposed.map((id) => states.get(id))),
  };
}

/** A new version in which one exposed entity has another state; the same model for other entities. */
export function withState(model: HomeModel, entityId: string, state: EntityState | undefined): HomeModel {
  const entity = model.entities.get(entityId);
  if (entity === undefined) return model;
  return { ...model, version: model.version + 1, states: model.states.with(entity.slot, state) };
}

/** A new version with the states of a new connection. */
export function withAllStates(model: HomeModel, states: ReadonlyMap<string, EntityState>): HomeModel {
  const table = StateTable.from([...model.entities.keys()].map((id) => states.get(id)));
  return { ...model, version: model.version + 1, states: table };
}

function exposureOf(
  { isExposureComplete: isComplete, listed }: Registries,
  states: ReadonlyMap<string, EntityState>,
): Exposure {
  if (isComplete) return { isComplete, unseenCount: 0 };
  const registered = new Set(listed.map((entry) => entry.entity_id));
  return { isComplete, unseenCount: [...states.keys()].filter((id) => !registered.has(id)).length };
}

function buildEntity(
  entityId: string,
  slot: number,
  entry: EntityEntry | undefined,
  state: EntityState | undefined,
  devices: ReadonlyMap<string, DeviceEntry>,
): Entity {
  const device = entry?.device_id == null ? undefined : devices.get(entry.device_id);
  const parent = device?.parent_device_id == null ? undefined : devices.get(device.parent_device_id);
  const attributes = state?.attributes ?? {};
  const shownName =
    readText(attributes['friendly_name']) ?? entityId.slice(entityId.indexOf('.') + 1).replaceAll('_', ' ');
  const names = entry ? voiceNames(entry, device, parent) : [shownName];
  const domain = entityId.slice(0, entityId.indexOf('.'));
  return {
    entityId,
    domain,
    name: names[0] ?? shownName,
    names,
    areaId: entry?.area_id ?? effectiveArea(device, devices),
    deviceId: entry?.device_id ?? null,
    labelIds: entry?.labels ?? [],
    deviceClass:
      entry?.device_class ?? entry?.original_device_class ?? readText(attributes['device_class']) ?? null,
    capabilities: capabilitiesOf(domain, attributes, entry?.capabilities ?? {}),
    slot,
  };
}

/** A child device without an area stands where its parent stands. */
function effectiveArea(
  device: DeviceEntry | undefined,
  devices: ReadonlyMap<string, DeviceEntry>,
): string | null {
  if (device === undefined) return null;
  if (device.area_id !== null || device.parent_device_id === null) return device.area_id;
  return devices.get(device.parent_device_id)?.area_id ?? null;
}

function buildFloor(entry: FloorEntry): Floor {
  const names = [entry.name, ...entry.aliases];
  return { floorId: entry.floor_id, name: entry.name, names, level: entry.level ?? null };
}

function buildArea(entry: AreaEntry): Area {
  const names = [entry.name, ...entry.aliases];
  return { areaId: entry.area_id, name: entry.name, names, floorId: entry.floor_id };
}

function buildDevice(entry: DeviceEntry, devices: ReadonlyMap<string, DeviceEntry>): Device {
  return { deviceId: entry.id, name: deviceLabel(entry) || null, areaId: effectiveArea(entry, devices) };
}

function satelliteDevices(listed: readonly EntityListEntry[]): ReadonlyMap<string, string> {
  return new Map(
    listed.flatMap(({ entity_id, device_id }) =>
      entity_id.startsWith('assist_satellite.') && device_id !== null ? [[device_id, entity_id]] : [],
    ),
  );
}

function satelliteAreas(
  listed: readonly EntityListEntry[],
  devices: ReadonlyMap<string, DeviceEntry>,
): ReadonlyMap<string, string> {
  const areas = new Map<string, string>();
  for (const entry of listed) {
    if (!entry.entity_id.startsWith('assist_satellite.')) continue;
    const device = entry.device_id === null ? undefined : devices.get(entry.device_id);
    const areaId = entry.area_id ?? effectiveArea(device, devices);
    if (areaId !== null) areas.set(entry.entity_id, areaId);
  }
  return areas;
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
