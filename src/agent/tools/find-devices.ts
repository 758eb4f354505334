/** Names as a model wrote them → devices of the home. Exactly, or not at all: what is unclear comes back with the nearest names. */
import { entitiesOf, type Entity, type HomeModel } from '../../home/model/home-model.ts';
import { nearestName } from '../../core/nearest.ts';
import { deviceClasses } from '../understand/device-classes.ts';
import { indexOf } from '../understand/home-index.ts';
import { entitiesIn, type Place } from '../understand/mention.ts';
import { nameKey } from '../understand/name-index.ts';

export type Found =
  | { readonly kind: 'found'; readonly entities: readonly Entity[]; readonly place: Place | null }
  /** For the model: what is wrong, and what there is. */
  | { readonly kind: 'unclear'; readonly message: string };

export type Wanted = {
  /** Names, aliases or entity ids. */
  readonly devices?: readonly string[] | undefined;
  /** Of `device-classes.ts`. */
  readonly kind?: string | undefined;
  /** Name, alias or id of a room or floor; `everywhere`. */
  readonly area?: string | undefined;
};

/** As many near names as are worth a model's time. */
const nearCount = 5;
export const everywhere = 'everywhere';

/** `fits`: devices that can be meant at all; others of the same name are passed over, where one fits. */
export function findDevices(
  { devices = [], kind, area }: Wanted,
  model: HomeModel,
  fits: (entity: Entity) => boolean,
): Found {
  const place = placeCalled(area, model);
  if (place === undefined)
    return unclear(`There is no room or floor "${area}". ${nearPlaces(area ?? '', model)}`);
  if (devices.length === 0 && kind === undefined) return unclear('Name the devices, or their kind and area.');
  if (devices.length === 0 && kind !== undefined && area === undefined)
    return unclear(`Which ${kind}? Give an area, or "${everywhere}".`);
  const found = new Map<string, Entity>();
  const problems: string[] = [];
  for (const name of devices) {
    const one = findOne(name, place, model, fits);
    if (typeof one === 'string') problems.push(one);
    else found.set(one.entityId, one);
  }
  if (devices.length === 0 && kind !== undefined) {
    const all = ofKind(kind, place, model).filter(fits);
    if (all.length === 0)
      problems.push(`There is no ${kind}${place === null ? '' : ` in ${place.name}`} that can do this.`);
    for (const entity of all) found.set(entity.entityId, entity);
  }
  return problems.length > 0
    ? unclear(problems.join('\n'))
    : { kind: 'found', entities: [...found.values()], place };
}

function findOne(
  name: string,
  place: Place | null,
  model: HomeModel,
  fits: (entity: Entity) => boolean,
): Entity | string {
  const byId = model.entities.get(name.trim().toLowerCase());
  if (byId) return byId;
  const key = nameKey(name);
  const called = [...model.entities.values()].filter(({ names }) =>
    names.some((one) => nameKey(one) === key),
  );
  const there = place === null ? called : called.filter((entity) => isIn(entity, place, model));
  const able = there.filter(fits);
  const [one, ...others] = able.length > 0 ? able : there;
  if (one === undefined && called.length > 0 && place !== null)
    return `"${name}" is not in ${place.name}. It is: ${called.map((entity) => described(entity, model)).join('; ')}.`;
  if (one === undefined) return `No device is called "${name}". ${nearDevices(name, place, model)}`;
  if (others.length === 0) return one;
  return `"${name}" is more than one: ${[one, ...others]
    .slice(0, nearCount)
    .map((entity) => described(entity, model))
    .join('; ')}. Use the id.`;
}

/** Null: no room was named. Undefined: there is none of that name. */
export function placeCalled(area: string | undefined, model: HomeModel): Place | null | undefined {
  if (area === undefined || nameKey(area) === everywhere) return null;
  const key = nameKey(area);
  const isCalled = (id: string, names: readonly string[]) =>
    id === area || names.some((name) => nameKey(name) === key);
  const room = [...model.areas.values()].find(({ areaId, names }) => isCalled(areaId, names));
  if (room) return { kind: 'area', id: room.areaId, name: room.name };
  const floor = [...model.floors.values()].find(({ floorId, names }) => isCalled(floorId, names));
  return floor && { kind: 'floor', id: floor.floorId, name: floor.name };
}

function ofKind(kind: string, place: Place | null, model: HomeModel): readonly Entity[] {
  const index = indexOf(model);
  const all = index.byClass.get(kind) ?? [];
  if (place === null) return all;
  const there = new Set(entitiesIn(place, index, model));
  return all.filter((entity) => there.has(entity));
}

export function isIn({ areaId }: Entity, place: Place, model: HomeModel): boolean {
  if (areaId === null) return false;
  return place.kind === 'area' ? areaId === place.id : model.areas.get(areaId)?.floorId === place.id;
}

/** "Desk Lamp in Office (light.desk_lamp)". */
export function described({ name, areaId, entityId }: Entity, model: HomeModel): string {
  const area = areaId === null ? undefined : model.areas.get(areaId)?.name;
  return `${name}${area === undefined ? '' : ` in ${area}`} (${entityId})`;
}

function nearDevices(name: string, place: Place | null, model: HomeModel): string {
  const near = indexOf(model)
    .entityNames.near(nameKey(name))
    .flatMap(({ ids }) => [...ids]);
  const words = nameKey(name).split(' ');
  const sharing = words.flatMap((word) => indexOf(model).entityNames.holding(word));
  const inPlace =
    place === null ? [] : entitiesIn(place, indexOf(model), model).map(({ entityId }) => entityId);
  const ids = [...new Set([...near, ...sharing, ...inPlace])].slice(0, nearCount);
  const names = entitiesOf(model, ids).map((entity) => described(entity, model));
  return names.length === 0 ? 'Nothing here is called like that.' : `The nearest: ${names.join('; ')}.`;
}

export function nearPlaces(name: string, model: HomeModel): string {
  const names = [...model.areas.values(), ...model.floors.values()].map((place) => place.name);
  const nearest = nearestName(name, names);
  return nearest === undefined ? `There are: ${names.slice(0, 40).join(', ')}.` : `Perhaps "${nearest}".`;
}

const unclear = (message: string): Found => ({ kind: 'unclear', message });

export const kindNames: readonly string[] = Object.keys(deviceClasses);
