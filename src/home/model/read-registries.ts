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
} from './registry-messages.ts';
import type { EntityEntry, EntityListEntry } from './registry-messages.ts';

type Options = { readonly signal: AbortSignal };

/** From this version on `null` among the aliases stands for the computed name; before, it always matched. */
const orderedAliasesSince = [2026, 4] as const;

export async function readRegistries(link: HomeLink, options: Options): Promise<Registries> {
  const [config, floors, areas, devices, listed] = await Promise.all([
    link.request({ type: 'get_config' }, coreConfig, options),
    link.request({ type: 'config/floor_registry/list' }, floorList, options),
    link.request({ type: 'config/area_registry/list' }, areaList, options),
    link.request({ type: 'config/device_registry/list' }, deviceList, options),
    link.request({ type: 'config/entity_registry/list' }, entityList, options),
  ]);
  const exposed = await readExposed(link, listed, options);
  const known = listed.map((entry) => entry.entity_id).filter((id) => exposed.has(id));
  const entries = await link.request(
    { type: 'config/entity_registry/get_entries', entity_ids: known },
    entityEntries,
    options,
  );
  return {
    language: config.language,
    floors,
    areas,
    devices,
    listed,
    exposed,
    entries: usable(entries, link.haVersion),
  };
}

/** The list of exposed entities needs an administrator's token; others read it from the registry's options. */
async function readExposed(
  link: HomeLink,
  listed: readonly EntityListEntry[],
  options: Options,
): Promise<ReadonlySet<string>> {
  try {
    const { exposed_entities: exposed } = await link.request(
      { type: 'homeassistant/expose_entity/list' },
      exposedList,
      options,
    );
    return new Set(Object.keys(exposed).filter((id) => exposed[id]?.conversation === true));
  } catch (error) {
    if (haCodeOf(error) !== 'unauthorized') throw error;
    const shown = listed.filter((entry) => entry.options.conversation?.should_expose === true);
    return new Set(shown.map((entry) => entry.entity_id));
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
