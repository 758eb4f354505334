/** Registry answers of the demo home, with the fields a core sends that clients of voice use. */
import type { DemoArea, DemoEntity, DemoFloor, DemoLabel } from './demo-entity.ts';
import { deviceIdOf } from './targets.ts';
import type { World } from './world.ts';

type Row = Readonly<Record<string, unknown>>;

export function floorRow(floor: DemoFloor): Row {
  return {
    floor_id: floor.id,
    name: floor.name,
    level: floor.level,
    aliases: floor.aliases ?? [],
    icon: null,
  };
}

export function areaRow(area: DemoArea): Row {
  return {
    area_id: area.id,
    name: area.name,
    floor_id: area.floor,
    aliases: area.aliases ?? [],
    labels: [],
    icon: null,
  };
}

export function labelRow(label: DemoLabel): Row {
  return { label_id: label.id, name: label.name, color: null, icon: null, description: null };
}

/** Devices carry the name and the area; their entity adds nothing, as with most single-purpose devices. */
export function deviceRow(entity: DemoEntity): Row {
  return {
    id: deviceIdOf(entity),
    name: entity.name,
    name_by_user: null,
    area_id: entity.area,
    parent_device_id: null,
    labels: [],
    disabled_by: null,
  };
}

export function entityRow(world: World, entity: DemoEntity): Row {
  const edit = world.editOf(entity.id);
  return {
    entity_id: entity.id,
    name: edit.name ?? null,
    original_name: null,
    has_entity_name: true,
    area_id: edit.areaId ?? null,
    device_id: deviceIdOf(entity),
    labels: entity.labels ?? [],
    disabled_by: null,
    hidden_by: null,
    entity_category: null,
    platform: 'demo',
    options: { conversation: { should_expose: world.isExposed(entity) } },
  };
}

export function extendedRow(world: World, entity: DemoEntity): Row {
  const modes = entity.attributes?.['supported_color_modes'];
  return {
    ...entityRow(world, entity),
    aliases: world.editOf(entity.id).aliases ?? [null, ...(entity.aliases ?? [])],
    capabilities: modes === undefined ? null : { supported_color_modes: modes },
    device_class: null,
    original_device_class: entity.attributes?.['device_class'] ?? null,
  };
}
