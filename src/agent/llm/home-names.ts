/** What the devices and rooms of a home are called, ready to be looked for. Made once per registry version. */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import { nameKey } from '../understand/name-index.ts';
import { foldedWords } from './folded-words.ts';
import { NamedThings } from './named-things.ts';

export type HomeNames = {
  readonly entities: NamedThings<Entity>;
  /** By area id. */
  readonly areas: NamedThings<string>;
  /** Names beside the first, each with its words. */
  readonly others: ReadonlyMap<Entity, readonly OtherName[]>;
  /** Devices whose name others bear, too. */
  readonly shared: ReadonlySet<Entity>;
};

type OtherName = { readonly name: string; readonly words: readonly string[] };

/** They tell no kind of room. */
const anyPlace: ReadonlySet<string> = new Set(
  'room floor area place house home hall zimmer raum etage stock geschoss haus piece salle maison sala cuarto planta casa kamer ruimte verdieping huis'.split(
    ' ',
  ),
);

/** State changes keep the entities map of a model. */
const known = new WeakMap<HomeModel['entities'], HomeNames>();

export function homeNames(model: HomeModel): HomeNames {
  const names = known.get(model.entities) ?? readNames(model);
  known.set(model.entities, names);
  return names;
}

function readNames(model: HomeModel): HomeNames {
  const entities = [...model.entities.values()];
  return {
    entities: new NamedThings(
      entities.flatMap((entity) => [...entity.names, entity.name].map((name) => [name, entity] as const)),
    ),
    areas: new NamedThings(
      [...model.areas.values()].flatMap((area) => area.names.map((name) => [name, area.areaId] as const)),
      anyPlace,
    ),
    others: new Map(entities.map((entity) => [entity, otherNames(entity)])),
    shared: sharedNames(entities),
  };
}

function otherNames({ names }: Entity): readonly OtherName[] {
  return names.slice(1).map((name) => ({ name, words: foldedWords(name) }));
}

function sharedNames(entities: readonly Entity[]): ReadonlySet<Entity> {
  const bearers = new Map<string, Set<Entity>>();
  for (const entity of entities)
    for (const name of entity.names) {
      const key = nameKey(name);
      bearers.set(key, (bearers.get(key) ?? new Set()).add(entity));
    }
  return new Set(entities.filter(({ name }) => (bearers.get(nameKey(name))?.size ?? 0) > 1));
}
