/** The names Assist matches for an entity: its ordered aliases, in which `null` is the computed name. */
import type { DeviceEntry, EntityEntry } from './registry-messages.ts';

type Named = Pick<EntityEntry, 'name' | 'original_name' | 'aliases' | 'area_id'>;

/** Voice names in Home Assistant's order, without doubles; empty when the user took every name away. */
export function voiceNames(
  entry: Named,
  device: DeviceEntry | undefined,
  parent: DeviceEntry | undefined,
): string[] {
  const names = entry.aliases.map((alias) => (alias ?? computedName(entry, device, parent)).trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/**
 * Device and entity name joined by a space; an entity with an area of its own drops the device's part, because
 * it stands elsewhere than the device.
 */
function computedName(
  entry: Pick<Named, 'name' | 'original_name' | 'area_id'>,
  device: DeviceEntry | undefined,
  parent: DeviceEntry | undefined,
): string {
  const deviceName = deviceLabel(device);
  const own = entry.name ?? withoutPrefix(entry.original_name ?? '', deviceName);
  const prefix = entry.area_id === null ? [deviceLabel(parent), deviceName] : [];
  const joined = [...prefix, own].filter((part) => part !== '').join(' ');
  return joined === '' ? deviceName : joined;
}

/** What the user calls a device. */
export function deviceLabel(device: DeviceEntry | undefined): string {
  return device?.name_by_user ?? device?.name ?? '';
}

function withoutPrefix(name: string, prefix: string): string {
  if (prefix === '' || !name.toLowerCase().startsWith(prefix.toLowerCase())) return name;
  return /^\S/.test(name.slice(prefix.length)) ? name : name.slice(prefix.length).trim();
}
