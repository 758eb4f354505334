/** What the understanding needs of a home, derived once per registry version. */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import { deviceClasses } from './device-classes.ts';
import { NameIndex } from './name-index.ts';

export type HomeIndex = {
  readonly entityNames: NameIndex;
  /** Ids are `area:<id>` and `floor:<id>`. */
  readonly placeNames: NameIndex;
  /** Entities by area; `null` holds those without one. */
  readonly byArea: ReadonlyMap<string | null, readonly Entity[]>;
  /** Entities by class of `device-classes.ts`. */
  readonly byClass: ReadonlyMap<string, readonly Entity[]>;
};

/** State changes keep the entities map of a model, so one index serves many versions and goes with its home. */
const indexes = new WeakMap<HomeModel['entities'], HomeIndex>();

export function indexOf(model: HomeModel): HomeIndex {
  const known = indexes.get(model.entities);
  if (known) return known;
  const index = buildIndex(model);
  indexes.set(model.entities, index);
  return index;
}

function buildIndex(model: HomeModel): HomeIndex {
  const entities = [...model.entities.values()];
  const places: [string, string][] = [
    ...[...model.areas.values()].flatMap((area) =>
      area.names.map((name): [string, string] => [name, `area:${area.areaId}`]),
    ),
    ...[...model.floors.values()].flatMap((floor) =>
      floor.names.map((name): [string, string] => [name, `floor:${floor.floorId}`]),
    ),
  ];
  const byClass = Object.entries(deviceClasses).map(
    ([name, { holds, nearly }]): [string, readonly Entity[]] => {
      const exact = entities.filter(holds);
      return [name, nearly && exact.length === 0 ? entities.filter(nearly) : exact];
    },
  );
  return {
    entityNames: new NameIndex(
      entities.flatMap(({ names, entityId }) => names.map((name) => [name, entityId] as const)),
    ),
    placeNames: new NameIndex(places),
    byArea: groupByArea(entities),
    byClass: new Map(byClass),
  };
}

function groupByArea(entities: readonly Entity[]): ReadonlyMap<string | null, readonly Entity[]> {
  const groups = new Map<string | null, Entity[]>();
  for (const entity of entities) {
    const group = groups.get(entity.areaId);
    if (group) group.push(entity);
    else groups.set(entity.areaId, [entity]);
  }
  return groups;
}
