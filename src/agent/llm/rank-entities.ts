/** How much each device has to do with a sentence: by name, place, kind and topic, and by what was talked about. */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import { deviceClasses } from '../understand/device-classes.ts';
import { indexOf } from '../understand/home-index.ts';
import { isOutdoors, outdoors } from '../understand/mention.ts';
import { kindsSaid } from './kind-words.ts';
import { NamedThings } from './named-things.ts';
import type { SentenceWords } from './sentence-words.ts';
import { topics } from './topics.ts';
import { floorsMeant } from './floors-meant.ts';

export type RankOptions = {
  readonly model: HomeModel;
  /** Where the person is, when known. */
  readonly areaId: string | null;
  /** What the talk was last about. */
  readonly lastEntityIds: readonly string[];
};

export type Ranked = {
  readonly entity: Entity;
  readonly score: number;
};

/** By the share of its name that was said; the whole of it counts more than any place and kind. */
const nameScore = 5;
const wholeNameScore = 4;
const wholeShare = 0.95;
const placeScore = 2;
/** A place of which a part was said: "the bedroom" where there are three. */
const partlyScore = 1.2;
const kindScore = 2.5;
const matterScore = 1.5;
/** A kind in a place that was said: that is how people name devices. */
const togetherScore = 3;
/** Where the person is, when no place was said; else it is hardly meant. */
const hereScore = 2;
const hereBesideScore = 0.3;
const lastScore = 5;
/** Of a kind that the place which was said has, elsewhere. */
const elsewhere = 0.4;

const surePlace = 0.8;
const partOfPlace = 0.3;

/** They tell no kind of room. */
const anyPlace: ReadonlySet<string> = new Set(
  'room floor area place house home hall zimmer raum etage stock geschoss haus piece salle maison sala cuarto planta casa kamer ruimte verdieping huis'.split(
    ' ',
  ),
);

type HomeNames = { readonly entities: NamedThings<Entity>; readonly areas: NamedThings<string> };

/** State changes keep the entities map of a model. */
const namesOf = new WeakMap<HomeModel['entities'], HomeNames>();

function homeNames(model: HomeModel): HomeNames {
  const known = namesOf.get(model.entities);
  if (known) return known;
  const names = {
    entities: new NamedThings(
      [...model.entities.values()].flatMap((entity) =>
        [...entity.names, entity.name].map((name) => [name, entity] as const),
      ),
    ),
    areas: new NamedThings(
      [...model.areas.values()].flatMap((area) => area.names.map((name) => [name, area.areaId] as const)),
      anyPlace,
    ),
  };
  namesOf.set(model.entities, names);
  return names;
}

/** Those that have anything to do with it, the most likely first; equal for equal homes and words. */
export function rankEntities(
  { words, plain }: SentenceWords,
  { model, areaId, lastEntityIds }: RankOptions,
): readonly Ranked[] {
  const names = homeNames(model);
  const named = names.entities.said(words);
  const places = placesMeant(names.areas.said(words), words, model);
  const isPlaced = [...places.values()].some((score) => score >= placeScore);
  const placeOf = (entity: Entity): number => {
    const here = entity.areaId !== null && entity.areaId === areaId;
    const said = entity.areaId === null ? 0 : (places.get(entity.areaId) ?? 0);
    return Math.max(said, here ? (isPlaced ? hereBesideScore : hereScore) : 0);
  };
  const kinds = scoresByKind([...words.keys()], plain, words);
  const last = new Set(lastEntityIds);
  const scored = [...model.entities.values()].map((entity) => ({
    entity,
    place: placeOf(entity),
    kinds: kinds.map(({ holds, score }) => (holds(entity) ? score : 0)),
  }));
  // Kinds that the place has need no looking for in the rest of the home.
  const isThere = kinds.map((_, at) =>
    scored.some((one) => one.place >= partlyScore && (one.kinds[at] ?? 0) > 0),
  );
  return scored
    .map(({ entity, place, kinds: found }) => {
      const isNear = place >= partlyScore;
      const kind = Math.max(
        0,
        ...found.map((score, at) => (isNear || !(isThere[at] ?? false) ? score : score * elsewhere)),
      );
      const share = named.get(entity) ?? 0;
      const score =
        nameScore * share +
        (share >= wholeShare ? wholeNameScore : 0) +
        place +
        kind +
        (isNear && kind > 0 ? togetherScore : 0) +
        (last.has(entity.entityId) ? lastScore : 0);
      return { entity, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.entity.entityId < b.entity.entityId ? -1 : 1));
}

/** Area id → how sure it was meant. */
function placesMeant(
  said: ReadonlyMap<string, number>,
  words: SentenceWords['words'],
  model: HomeModel,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const add = (areaId: string, score: number): void => {
    places.set(areaId, Math.max(places.get(areaId) ?? 0, score));
  };
  for (const [areaId, share] of said) {
    if (share >= surePlace) add(areaId, placeScore);
    else if (share >= partOfPlace) add(areaId, partlyScore);
  }
  const floors = floorsMeant(words, model);
  for (const area of model.areas.values()) if (floors.has(area.floorId)) add(area.areaId, placeScore);
  if ([...words.keys()].some(isOutdoors))
    for (const { id } of outdoors({ model, index: indexOf(model), allowMisheard: false }))
      add(id, placeScore);
  return places;
}

type KindFound = { readonly holds: (entity: Entity) => boolean; readonly score: number };

function scoresByKind(
  all: readonly string[],
  plain: ReadonlySet<string>,
  words: SentenceWords['words'],
): readonly KindFound[] {
  const kinds = kindsSaid(words).flatMap((name): KindFound[] => {
    const kind = deviceClasses[name];
    return kind
      ? [{ holds: (entity) => kind.holds(entity) || kind.nearly?.(entity) === true, score: kindScore }]
      : [];
  });
  const about = topics.flatMap(({ tells, holds, patterns }): KindFound[] => {
    const said = all.filter((word) => patterns.some((pattern) => pattern(word)));
    if (said.length === 0) return [];
    const full = tells === 'kind' ? kindScore : matterScore;
    return [{ holds, score: said.some((word) => plain.has(word)) ? full : full * elsewhere }];
  });
  return [...kinds, ...about];
}
