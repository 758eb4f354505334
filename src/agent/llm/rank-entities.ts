/** How much each device has to do with a sentence: by name, place, kind and topic, and by what was talked about. */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import { deviceClasses } from '../understand/device-classes.ts';
import { indexOf } from '../understand/home-index.ts';
import { isOutdoors, outdoors } from '../understand/mention.ts';
import { homeNames } from './home-names.ts';
import { kindsSaid } from './kind-words.ts';
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
  const kinds = scoresByKind(plain, words);
  const last = new Set(lastEntityIds);
  const all = [...model.entities.values()].map((entity) => ({
    entity,
    place: placeOf(entity),
    /** One bit per kind. */
    kinds: kinds.reduce((bits, { holds }, at) => (holds(entity) ? bits | (1 << at) : bits), 0),
  }));
  // Kinds that the place has need no looking for in the rest of the home.
  const there = all.reduce((bits, one) => (one.place >= partlyScore ? bits | one.kinds : bits), 0);
  const kindOf = (bits: number, isNear: boolean): number => {
    let best = 0;
    for (const [at, { score }] of kinds.entries())
      if ((bits & (1 << at)) !== 0)
        best = Math.max(best, isNear || (there & (1 << at)) === 0 ? score : score * elsewhere);
    return best;
  };
  const ranked: Ranked[] = [];
  for (const { entity, place, kinds: bits } of all) {
    const isNear = place >= partlyScore;
    const kind = bits === 0 ? 0 : kindOf(bits, isNear);
    const share = named.get(entity) ?? 0;
    const score =
      nameScore * share +
      (share >= wholeShare ? wholeNameScore : 0) +
      place +
      kind +
      (isNear && kind > 0 ? togetherScore : 0) +
      (last.has(entity.entityId) ? lastScore : 0);
    if (score > 0) ranked.push({ entity, score });
  }
  return ranked.sort((a, b) => b.score - a.score || (a.entity.entityId < b.entity.entityId ? -1 : 1));
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

/** As many as a number has bits to tell them apart; a sentence is about two or three. */
const mostKinds = 30;

function scoresByKind(plain: ReadonlySet<string>, words: SentenceWords['words']): readonly KindFound[] {
  const kinds = kindsSaid(words).flatMap((name): KindFound[] => {
    const kind = deviceClasses[name];
    return kind
      ? [{ holds: (entity) => kind.holds(entity) || kind.nearly?.(entity) === true, score: kindScore }]
      : [];
  });
  const about = topics.flatMap(({ tells, holds, patterns }): KindFound[] => {
    const said = [...words.keys()].filter((word) => patterns.some((pattern) => pattern(word)));
    if (said.length === 0) return [];
    const full = tells === 'kind' ? kindScore : matterScore;
    return [{ holds, score: said.some((word) => plain.has(word)) ? full : full * elsewhere }];
  });
  return [...kinds, ...about].slice(0, mostKinds);
}
