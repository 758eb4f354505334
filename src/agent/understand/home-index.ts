/** What the understanding needs of a home, derived once per registry version. */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import { NameIndex } from './name-index.ts';

export type HomeIndex = {
  readonly entityNames: NameIndex;
  /** Ids are `area:<id>` and `floor:<id>`. */
  readonly placeNames: NameIndex;
  /** Entities by area; `null` holds those without one. */
  readonly byArea: ReadonlyMap<string | null, readonly Entity[]>;
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
  const byArea = new Map<string | null, Entity[]>();
  for (const entity of entities) {
    const neighbours = byArea.get(entity.areaId);
    if (neighbours) neighbours.push(entity);
    else byArea.set(entity.areaId, [entity]);
  }
  return {
    entityNames: new NameIndex(
      entities.flatMap(({ names, entityId }) => names.map((name) => [name, entityId] as const)),
    ),
    placeNames: new NameIndex(places),
    byArea,
  };
}
