/** What a sentence mentions and what of the home that is: names and places become entities, or a reason why not. */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import { deviceClasses } from './device-classes.ts';
import { indexOf } from './home-index.ts';
import type { HomeIndex } from './home-index.ts';
import type { Capture } from './grammar/matcher.ts';

export type Place = { readonly kind: 'area' | 'floor'; readonly id: string; readonly name: string };

/** How the entities were spoken of, for the reply. */
export type About = {
  readonly by: 'name' | 'class';
  readonly className: string | null;
  readonly place: Place | null;
  /** The whole home was asked for in so many words. */
  readonly everywhere: boolean;
};

export type Linked =
  | {
      readonly kind: 'entities';
      readonly entities: readonly Entity[];
      readonly about: About;
      readonly score: number;
    }
  | { readonly kind: 'ambiguous'; readonly entities: readonly Entity[] }
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
  /** Where the person is, when known. */
  readonly areaId: string | null;
  /** What "it" and "them" mean. */
  readonly lastEntityIds: readonly string[];
  /** False when the sentence may be no request: then names must be said exactly. */
  readonly allowMisheard: boolean;
  /** True when a kind of device without a room may mean the whole home. */
  readonly mayWiden: boolean;
};

/** True for entities the sentence can be about at all. */
export type Fits = (entity: Entity) => boolean;

/** Scores: a name said exactly comes before a kind of device in a room, and a misheard one after it. */
const exactNameScore = 1.3;
const classScore = 1.1;
const herePenalty = 0.1;

export function linkMention(
  captures: readonly Capture[],
  context: LinkContext,
  fits: Fits,
  impliedClass: string | null,
): Linked {
  const index = indexOf(context.model);
  const said = (slot: string) => captures.find((capture) => capture.slot === slot)?.value;
  if (said('it') !== undefined) return lastMentioned(context, fits);
  const className = said('class') ?? (said('name') === undefined ? impliedClass : null);
  const placeText = said('place');
  const place = placeText === undefined ? null : findPlace(index, context, placeText);
  if (placeText !== undefined && place === null) return { kind: 'unknown-place', said: placeText };
  const name = said('name');
  if (name !== undefined) return byName(name, className, place, index, context, fits);
  if (className === null) return { kind: 'unknown-name', said: placeText ?? '' };
  const everywhere = said('everywhere') !== undefined;
  return byClass({ className, place, everywhere }, index, context, fits);
}

function lastMentioned({ model, lastEntityIds }: LinkContext, fits: Fits): Linked {
  const last = lastEntityIds.flatMap((id) => model.entities.get(id) ?? []);
  const entities = last.filter(fits);
  const [first] = last;
  if (first === undefined) return { kind: 'unknown-name', said: '' };
  if (entities.length === 0) return { kind: 'unfit', entity: first };
  const about: About = { by: 'name', className: null, place: null, everywhere: false };
  return { kind: 'entities', entities, about, score: exactNameScore };
}

export type FoundPlace = Place & { readonly score: number };

export function findPlace(
  index: HomeIndex,
  { model, allowMisheard }: LinkContext,
  text: string,
): FoundPlace | null {
  const hit = index.placeNames.find(text, allowMisheard);
  const [id] = hit?.ids ?? [];
  if (hit === undefined || id === undefined || hit.ids.length > 1) return null;
  const [kind, key] = id.startsWith('area:')
    ? (['area', id.slice(5)] as const)
    : (['floor', id.slice(6)] as const);
  const name = (kind === 'area' ? model.areas.get(key)?.name : model.floors.get(key)?.name) ?? text;
  return { kind, id: key, name, score: hit.score };
}

function byName(
  name: string,
  className: string | null,
  place: FoundPlace | null,
  index: HomeIndex,
  context: LinkContext,
  fits: Fits,
): Linked {
  const find = (text: string) => index.entityNames.find(text, context.allowMisheard);
  const found = find(name) ?? (place && find(`${place.name.toLowerCase()} ${name}`));
  if (!found) return { kind: 'unknown-name', said: name };
  const isRight = (entity: Entity) =>
    (className === null || deviceClasses[className]?.holds(entity) === true) &&
    (place === null || standsIn(entity, place, context.model));
  const named = found.ids.flatMap((id) => context.model.entities.get(id) ?? []).filter(isRight);
  const [first] = named;
  if (first === undefined) return { kind: 'unknown-name', said: name };
  const able = named.filter(fits);
  if (able.length === 0) return { kind: 'unfit', entity: first };
  const near = context.areaId === null ? [] : able.filter((entity) => entity.areaId === context.areaId);
  const chosen = able.length > 1 && near.length === 1 ? near : able;
  if (chosen.length > 1) return { kind: 'ambiguous', entities: chosen };
  const score = (found.tier === 'misheard' ? 1 : exactNameScore) * found.score * (place?.score ?? 1);
  return {
    kind: 'entities',
    entities: chosen,
    about: { by: 'name', className, place, everywhere: false },
    score,
  };
}

function byClass(
  said: { readonly className: string; readonly place: FoundPlace | null; readonly everywhere: boolean },
  index: HomeIndex,
  context: LinkContext,
  fits: Fits,
): Linked {
  const { className, place, everywhere } = said;
  const isRight = (entity: Entity) => deviceClasses[className]?.holds(entity) === true && fits(entity);
  const about = (where: Place | null): About => ({ by: 'class', className, place: where, everywhere });
  if (place !== null) {
    const entities = entitiesIn(place, index, context.model).filter(isRight);
    if (entities.length === 0) return { kind: 'none-there', className, place };
    return { kind: 'entities', entities, about: about(place), score: classScore * place.score };
  }
  const all = (index.byClass.get(className) ?? []).filter(fits);
  if (everywhere) return { kind: 'entities', entities: all, about: about(null), score: classScore };
  const area = context.areaId === null ? undefined : context.model.areas.get(context.areaId);
  const here = area ? all.filter((entity) => entity.areaId === area.areaId) : [];
  if (area && here.length > 0) {
    const where: Place = { kind: 'area', id: area.areaId, name: area.name };
    return { kind: 'entities', entities: here, about: about(where), score: classScore - herePenalty };
  }
  // Asking about the whole home changes nothing; a command must say so.
  if (context.mayWiden && all.length > 0) {
    return { kind: 'entities', entities: all, about: about(null), score: classScore - herePenalty };
  }
  if (all.length === 1)
    return { kind: 'entities', entities: all, about: about(null), score: classScore - herePenalty };
  return { kind: 'no-place', className };
}

function standsIn(entity: Entity, place: Place, model: HomeModel): boolean {
  if (entity.areaId === null) return false;
  if (place.kind === 'area') return entity.areaId === place.id;
  return model.areas.get(entity.areaId)?.floorId === place.id;
}

export function entitiesIn(place: Place, index: HomeIndex, model: HomeModel): readonly Entity[] {
  const areas = [...model.areas.values()].filter(
    (area) => (place.kind === 'area' ? area.areaId : area.floorId) === place.id,
  );
  return areas.flatMap((area) => index.byArea.get(area.areaId) ?? []);
}
