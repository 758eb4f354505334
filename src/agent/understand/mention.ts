/** What a sentence mentions: places and devices of the home, or a reason why they are not clear. */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import type { HomeIndex } from './home-index.ts';

export type Place = { readonly kind: 'area' | 'floor'; readonly id: string; readonly name: string };

/** How the entities were spoken of, for the reply. */
export type About = {
  readonly by: 'name' | 'class';
  readonly className: string | null;
  readonly place: Place | null;
  /** The whole home was asked for in so many words. */
  readonly everywhere: boolean;
};

/** Devices that were named, or are known one by one. */
export const byName = {
  by: 'name',
  className: null,
  place: null,
  everywhere: false,
} as const satisfies About;

export type Linked =
  | {
      readonly kind: 'entities';
      readonly entities: readonly Entity[];
      readonly about: About;
      readonly score: number;
    }
  | {
      readonly kind: 'ambiguous';
      readonly entities: readonly Entity[];
      /** 0 to 1: how near the words are to the first one's name, where it was not said. */
      readonly nearness?: number;
    }
  /** The name is known, but the device can not do this. */
  | { readonly kind: 'unfit'; readonly entity: Entity }
  /** A kind of device without a room, and no satellite that stands in one. */
  | { readonly kind: 'no-place'; readonly className: string }
  /** The room has no such device. */
  | { readonly kind: 'none-there'; readonly className: string; readonly place: Place }
  | { readonly kind: 'unknown-place'; readonly said: string }
  | { readonly kind: 'unknown-name'; readonly said: string };

export type LinkContext = {
  readonly model: HomeModel;
  readonly index: HomeIndex;
  /** Where the person is, when known. */
  readonly areaId: string | null;
  /** What "it" and "them" mean. */
  readonly lastEntityIds: readonly string[];
  /** What "both" means beside it. */
  readonly earlierEntityIds?: readonly string[];
  /** False when the sentence may be no request: then names must be said exactly. */
  readonly allowMisheard: boolean;
  /** True when nothing else made sense: then a name may be one that sounds like the words. */
  readonly takeNear?: boolean;
  /** Then: words that sentences are made of. Heard, they were most likely said. */
  readonly sentenceWords?: ReadonlySet<string>;
  /** True when a kind of device without a room may mean the whole home. */
  readonly mayWiden: boolean;
};

/** Beside words that may be anything, nothing tells a misheard name from words that are no name. */
export function exactly(context: LinkContext): LinkContext {
  return { ...context, allowMisheard: false, takeNear: false };
}

/** True for entities the sentence can be about at all. */
export type Fits = (entity: Entity) => boolean;

export type FoundPlace = Place & { readonly score: number };

type PlaceContext = Pick<LinkContext, 'model' | 'index' | 'allowMisheard'>;

/** Undefined when no place is called so, or two are. */
export function findPlace(context: PlaceContext, text: string): FoundPlace | undefined {
  const hit =
    context.index.placeNames.find(text, context.allowMisheard) ??
    onlyRoomOfKind(text, context.index) ??
    sameRoom(text, context.index) ??
    numberedRoom(text, context.index);
  const [id] = hit?.ids ?? [];
  if (hit === undefined || id === undefined || hit.ids.length > 1) return undefined;
  return foundPlace(context, id, text, hit.score);
}

/** "the bedroom" where the only one is called "Master Bedroom". */
export function onlyRoomOfKind(
  text: string,
  index: HomeIndex,
): { readonly ids: readonly string[]; readonly score: number } | undefined {
  const bare = text.replace(/s$/, '');
  if (anyPlace.has(bare)) return undefined;
  const [only, ...others] = index.placeNames.holding(bare).filter((id) => id.startsWith('area:'));
  const isLast = only !== undefined && index.placeNames.endingWith(bare).includes(only);
  return isLast && others.length === 0 ? { ids: [only], score: 0.9 } : undefined;
}

/** What one household calls a room and another calls otherwise. */
const sameRooms: readonly (readonly string[])[] = [
  ['hallway', 'hall', 'corridor'],
  ['living room', 'lounge', 'sitting room', 'family room'],
  ['kids room', 'children room', 'nursery', 'playroom'],
  ['bathroom', 'bath', 'washroom', 'restroom'],
  ['toilet', 'loo', 'wc', 'guest bathroom'],
  ['office', 'study', 'home office'],
  ['garden', 'yard', 'backyard', 'back yard'],
  ['terrace', 'patio'],
  ['basement', 'cellar'],
  ['attic', 'loft'],
  ['laundry room', 'utility room', 'laundry'],
  ['entry', 'entrance', 'entryway', 'entrance hall', 'foyer', 'vestibule'],
];
const sameRoomsOf = new Map(sameRooms.flatMap((names) => names.map((name) => [name, names] as const)));

/** "the hall" where the only such room is the hallway. */
export function sameRoom(
  text: string,
  { placeNames }: HomeIndex,
): { readonly ids: readonly string[]; readonly score: number } | undefined {
  const others = sameRoomsOf.get(text) ?? [];
  const ids = [...new Set(others.flatMap((name) => placeNames.find(name, false)?.ids ?? []))];
  return ids.length === 1 ? { ids, score: 0.9 } : undefined;
}

/** "the second bedroom", "bedroom number 2" where it is called "Bedroom 2", and the other way round. */
export function numberedRoom(
  text: string,
  { placeNames }: HomeIndex,
): { readonly ids: readonly string[]; readonly score: number } | undefined {
  const [, room = '', digit = ''] = /^(.+?) (?:number |no )?([1-9])$/.exec(text) ?? [];
  const [, ordinal = '', noun = ''] = /^(\S+) (.+)$/.exec(text) ?? [];
  const at = digit === '' ? ordinals.findIndex((words) => words.includes(ordinal)) : Number(digit) - 1;
  const kind = room || noun;
  if (at < 0 || kind === '') return undefined;
  const names = [`${kind} ${at + 1}`, ...(ordinals[at] ?? []).map((word) => `${word} ${kind}`)];
  const ids = [...new Set(names.flatMap((name) => placeNames.find(name, false)?.ids ?? []))];
  return ids.length === 1 ? { ids, score: 0.95 } : undefined;
}

const ordinals: readonly (readonly string[])[] = [
  ['first', '1st'],
  ['second', '2nd'],
  ['third', '3rd'],
  ['fourth', '4th'],
  ['fifth', '5th'],
];

/** Rooms that share a word: "the bedrooms" where there are Bedroom 1 and Bedroom 2. Empty for one or none. */
export function findRoomsOfKind(
  context: Pick<PlaceContext, 'model' | 'index'>,
  text: string,
): readonly FoundPlace[] {
  return roomIds(text, context.index).map((id) => foundPlace(context, id, text, 1));
}

export function isSharedByRooms(text: string, index: HomeIndex): boolean {
  return roomIds(text, index).length > 0;
}

function roomIds(text: string, index: HomeIndex): readonly string[] {
  const bare = text.replace(/ies$/, 'y').replace(/s$/, '');
  const ids = anyPlace.has(bare) ? [] : index.placeNames.holding(bare);
  const rooms = ids.filter((id) => id.startsWith('area:'));
  return rooms.length < 2 ? [] : rooms;
}

/** They tell no kind of room. */
const anyPlace: ReadonlySet<string> = new Set(['room', 'floor', 'area', 'place', 'house', 'home', 'hall']);

const outdoorWords: ReadonlySet<string> = new Set(['outdoor', 'outdoors', 'outside', 'exterior']);
const outdoorPlaces =
  'outside outdoors garden yard backyard patio terrace porch driveway balcony courtyard deck veranda greenhouse carport'.split(
    ' ',
  );
const indoorWords: ReadonlySet<string> = new Set(['indoor', 'interior']);
/** Alone they may mean here: only a target that says so means the whole inside by them. */
const insideWords: ReadonlySet<string> = new Set(['inside', 'indoors']);

export function isOutdoors(text: string): boolean {
  return outdoorWords.has(text);
}

/** "the outdoor lights": the places of this home that are out of doors. */
export function outdoors(context: PlaceContext): readonly FoundPlace[] {
  const found = outdoorPlaces.flatMap((name) => findPlace({ ...context, allowMisheard: false }, name) ?? []);
  return found.filter((place, index) => found.findIndex(({ id }) => id === place.id) === index);
}

export function isIndoors(text: string): boolean {
  return indoorWords.has(text);
}

/** "the indoor lights", "everything inside": all rooms that are not out of doors by their name or their floor's. */
export function indoors(context: Pick<PlaceContext, 'model'>, said: string): readonly FoundPlace[] {
  if (!isIndoors(said) && !insideWords.has(said)) return [];
  const { areas, floors } = context.model;
  const isOut = (name: string | undefined): boolean =>
    outdoorPlaces.includes(name?.toLowerCase().split(' ').at(-1) ?? '');
  const rooms = [...areas.values()].filter(
    ({ names, floorId }) => ![...names, floors.get(floorId ?? '')?.name].some(isOut),
  );
  return rooms.map(({ areaId, name }) => foundPlace(context, `area:${areaId}`, name, 1));
}

function foundPlace(
  { model }: Pick<PlaceContext, 'model'>,
  id: string,
  text: string,
  score: number,
): FoundPlace {
  const [kind, key] = id.startsWith('area:')
    ? (['area', id.slice(5)] as const)
    : (['floor', id.slice(6)] as const);
  const name = (kind === 'area' ? model.areas.get(key)?.name : model.floors.get(key)?.name) ?? text;
  return { kind, id: key, name, score };
}

export function placeOfArea(model: HomeModel, areaId: string | null): Place | undefined {
  const area = areaId === null ? undefined : model.areas.get(areaId);
  return area && { kind: 'area', id: area.areaId, name: area.name };
}

export function standsIn(entity: Entity, place: Place, model: HomeModel): boolean {
  if (entity.areaId === null) return false;
  if (place.kind === 'area') return entity.areaId === place.id;
  return model.areas.get(entity.areaId)?.floorId === place.id;
}

export function entitiesIn(place: Place, index: HomeIndex, model: HomeModel): readonly Entity[] {
  if (place.kind === 'area') return index.byArea.get(place.id) ?? [];
  const areas = [...model.areas.values()].filter(({ floorId }) => floorId === place.id);
  return areas.flatMap((area) => index.byArea.get(area.areaId) ?? []);
}
