/**
 * The home as everything else sees it: immutable, only what is exposed to voice, a new version per change.
 * Names here are personal.
 */
import type { Capabilities } from './capabilities.ts';
import type { StateTable } from './state-table.ts';

export type Floor = {
  readonly floorId: string;
  readonly name: string;
  /** Name and aliases. */
  readonly names: readonly string[];
  readonly level: number | null;
};

export type Area = {
  readonly areaId: string;
  readonly name: string;
  /** Name and aliases. */
  readonly names: readonly string[];
  readonly floorId: string | null;
};

export type Label = { readonly labelId: string; readonly name: string };

export type Device = {
  readonly deviceId: string;
  readonly name: string | null;
  readonly areaId: string | null;
};

export type Entity = {
  readonly entityId: string;
  readonly domain: string;
  /** What to call it in a reply. */
  readonly name: string;
  /** What people may call it, in Home Assistant's order; empty when it has no voice name. */
  readonly names: readonly string[];
  /** Its own area, else its device's. */
  readonly areaId: string | null;
  readonly deviceId: string | null;
  readonly labelIds: readonly string[];
  readonly deviceClass: string | null;
  readonly capabilities: Capabilities;
  /** Where its state stands in this version's table. */
  readonly slot: number;
};

export type EntityState = {
  readonly state: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Since when it has this state, ms since the epoch. */
  readonly lastChangedMs: number;
};

/** What of the home can be seen at all. */
export type Exposure = {
  /**
   * False with the token of a user who is no administrator: then only entities of the registry can be known to be
   * exposed, and all others stay invisible.
   */
  readonly isComplete: boolean;
  /** How many entities stay invisible for that reason, exposed or not. */
  readonly unseenCount: number;
};

export type HomeModel = {
  /** Rises with every change, states included. */
  readonly version: number;
  /** Rises when names, places or exposure changed: indexes are valid for one registry version. */
  readonly registryVersion: number;
  /** BCP 47 tag of the home; null when unknown. */
  readonly language: string | null;
  /** IANA name; null when unknown. */
  readonly timeZone: string | null;
  /** In which thermostats are set and readings are told. */
  readonly temperatureUnit: 'C' | 'F';
  readonly floors: ReadonlyMap<string, Floor>;
  readonly areas: ReadonlyMap<string, Area>;
  readonly labels: ReadonlyMap<string, Label>;
  readonly devices: ReadonlyMap<string, Device>;
  /** Exposed entities only. */
  readonly entities: ReadonlyMap<string, Entity>;
  readonly exposure: Exposure;
  /** Entity id → area of every voice satellite, exposed or not. */
  readonly satelliteAreas: ReadonlyMap<string, string>;
  /** Device id → entity id of the voice satellite it is: some turns name the device only. */
  readonly satelliteDevices: ReadonlyMap<string, string>;
  readonly states: StateTable;
};

/** The state of an exposed entity; undefined for others and for one the home has no state of. */
export function stateOf(model: HomeModel, entityId: string): EntityState | undefined {
  const entity = model.entities.get(entityId);
  return entity && model.states.get(entity.slot);
}

/** Those that the home still has, in the order of their ids. */
export function entitiesOf(model: HomeModel, entityIds: readonly string[]): readonly Entity[] {
  return entityIds.flatMap((id) => model.entities.get(id) ?? []);
}

/** True when the device can not be reached. One whose state is `unknown` may still obey. */
export function isUnavailable(state: EntityState | undefined): boolean {
  return state === undefined || state.state === 'unavailable';
}

/** True when the device never reports back: the home shows what it last asked of it. */
export function isAssumed(state: EntityState | undefined): boolean {
  return state?.attributes['assumed_state'] === true;
}

/** True when the state tells something. */
export function isKnown(state: EntityState | undefined): state is EntityState {
  return state !== undefined && state.state !== 'unavailable' && state.state !== 'unknown';
}
