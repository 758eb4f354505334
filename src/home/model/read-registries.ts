/** Reads all registries over the link. */
import type * as z from 'zod';
import { haCodeOf } from '../link/home-errors.ts';
import type { HomeLink } from '../link/link.ts';
import type { Registries } from './build-model.ts';
import {
  areaList,
  coreConfig,
  deviceList,
  entityEntries,
  entityList,
  exposedList,
  floorList,
  labelList,
} from './registry-messages.ts';
import type { EntityEntry, EntityListEntry } from './registry-messages.ts';

type Options = { readonly signal: AbortSignal };

/** From this version on `null` among the aliases stands for the computed name; before, it always matched. */
const orderedAliasesSince = [2026, 4] as const;

export async function readRegistries(link: HomeLink, options: Options): Promise<Registries> {
  const [config, floors, areas, labels, devices, listed] = await Promise.all([
    link.request({ type: 'get_config' }, coreConfig, options),
    link.request({ type: 'config/floor_registry/list' }, floorList, options),
    link.request({ type: 'config/area_registry/list' }, areaList, options),
    link.request({ type: 'config/label_registry/list' }, labelList, options),
    link.request({ type: 'config/device_registry/list' }, deviceList, options),
    link.request({ type: 'config/entity_registry/list' }, entityList, options),
  ]);
  const { exposed, isComplete } = await readExposure(link, options, listed);
  const enabled = listed.filter((entry) => entry.disabled_by === null);
  const known = enabled.map((entry) => entry.entity_id).filter((id) => exposed.has(id));
  const entries = await link.request(
    { type: 'config/entity_registry/get_entries', entity_ids: known },
    entityEntries,
    options,
  );
  return {
    language: config.language,
    timeZone: config.time_zone,
    temperatureUnit: config.unit_system?.temperature === '°F' ? 'F' : 'C',
    floors,
    areas,
    labels,
    devices,
    listed,
    exposed,
    isExposureComplete: isComplete,
    entries: usable(entries, link.haVersion),
  };
}

export type ExposureReading = {
  /** Ids exposed to voice. */
  readonly exposed: ReadonlySet<string>;
  /** False when it is known of registered entities only. */
  readonly isComplete: boolean;
};

/**
 * The list of exposed entities needs an administrator's token; others read it from the registry's options.
 * `listed` saves reading the registry once more.
 */
export async function readExposure(
  link: HomeLink,
  options: Options,
  listed?: readonly EntityListEntry[],
): Promise<ExposureReading> {
  try {
    const { exposed_entities: exposed } = await link.request(
      { type: 'homeassistant/expose_entity/list' },
      exposedList,
      options,
    );
    const ids = Object.keys(exposed).filter((id) => exposed[id]?.conversation === true);
    return { exposed: new Set(ids), isComplete: true };
  } catch (error) {
    if (haCodeOf(error) !== 'unauthorized') throw error;
    const entries =
      listed ?? (await link.request({ type: 'config/entity_registry/list' }, entityList, options));
    const shown = entries.filter((entry) => entry.options.conversation?.should_expose === true);
    return { exposed: new Set(shown.map((entry) => entry.entity_id)), isComplete: false };
  }
}

function usable(entries: z.output<typeof entityEntries>, haVersion: string): Map<string, EntityEntry> {
  const result = new Map<string, EntityEntry>();
  for (const [id, entry] of Object.entries(entries)) {
    if (entry === null) continue;
    const hasOrder = isAtLeast(haVersion, orderedAliasesSince);
    result.set(id, hasOrder ? entry : { ...entry, aliases: [null, ...entry.aliases] });
  }
  return result;
}

function isAtLeast(version: string, [year, month]: readonly [number, number]): boolean {
  const [haveYear = 0, haveMonth = 0] = version.split('.').map(Number);
  return haveYear > year || (haveYear === year && haveMonth >= month);
}
