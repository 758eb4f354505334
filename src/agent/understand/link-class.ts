/** "the lights in the kitchen", "all blinds upstairs", "the lights": kinds of devices by place. */
import { stateOf } from '../../home/model/home-model.ts';
import type { Entity } from '../../home/model/home-model.ts';
import { deviceClasses } from './device-classes.ts';
import type { TargetNeeds } from './link-target.ts';
import { listsCalled } from './list-names.ts';
import { entitiesIn, placeOfArea, standsIn } from './mention.ts';
import type { Fits, FoundPlace, LinkContext, Linked, Place } from './mention.ts';
import type { Target } from './target.ts';

type KindSaid = Pick<Target, 'noun' | 'isAll' | 'isHere' | 'isEverywhere' | 'isEverything'> & {
  readonly className: string;
  readonly places: readonly FoundPlace[];
  /** The places came by one word: "the bedrooms". */
  readonly isGroup: boolean;
  /** Where those places must be. */
  readonly within: Place | null;
};

const classScore = 1.1;
/** "garage door" says more than "door". */
const nounWordScore = 0.05;
/** A room that was not said counts less than one that was, the only device of the home nearly as much. */
const herePenalty = 0.1;
const onlyPenalty = 0.01;

export function linkClass(said: KindSaid, asked: TargetNeeds, context: LinkContext): Linked {
  const needs = { ...asked, fits: alsoBy(said.noun, asked.fits, context) };
  const { className, places, isEverywhere } = said;
  if (places.length > 0) return inPlaces(said, needs, context);
  if (said.isEverything && !said.isHere && !isEverywhere && needs.everything === undefined)
    return { kind: 'no-place', className };

  const { model, index } = context;
  const linked = (entities: readonly Entity[], place: Place | null, penalty: number): Linked => ({
    kind: 'entities',
    entities,
    about: { by: 'class', className, place, everywhere: isEverywhere },
    score: scoreOf(said) - penalty,
  });
  const here = isEverywhere ? undefined : placeOfArea(model, context.areaId);
  const near = here ? ofClass(className, entitiesIn(here, index, model)).filter(needs.fits) : [];
  if (here && near.length > 0) {
    const there = narrowed(near, said, needs, context);
    return oneOf(there, said, context) ?? linked(there, here, herePenalty);
  }
  const all = narrowed((index.byClass.get(className) ?? []).filter(needs.fits), said, {}, context);
  // A room would not help.
  if (all.length === 0) return { kind: 'unknown-name', said: className };
  if (isEverywhere) return linked(all, null, 0);
  if (said.isHere) {
    return here ? { kind: 'none-there', className, place: here } : { kind: 'no-place', className };
  }
  // Asking about the whole home changes nothing; a command must say so.
  const isMany = needs.manyAreAll === true && said.noun?.endsWith('s') === true;
  const isAllMeant = isMany || (said.isAll && needs.allNeedsPlace !== true);
  if (context.mayWiden || said.isEverything || isAllMeant) return linked(all, null, herePenalty);
  const preferred = preferredOf(all, needs, context);
  return preferred.length === 1 ? linked(preferred, null, onlyPenalty) : { kind: 'no-place', className };
}

const coolingNouns: ReadonlySet<string> = new Set(['ac', 'a c', 'aircon', 'air con']);

/** "the ac" is what cools, where something does, and no thermostat of a radiator. */
function alsoBy(noun: string | null, fits: Fits, { model, index }: LinkContext): Fits {
  if (noun === null || (!coolingNouns.has(noun) && !noun.startsWith('air condition'))) return fits;
  const cools = ({ entityId }: Entity): boolean => {
    const modes = stateOf(model, entityId)?.attributes['hvac_modes'];
    return Array.isArray(modes) && modes.includes('cool');
  };
  const isCooled = (index.byClass.get('climate') ?? []).some(cools);
  return isCooled ? (entity) => fits(entity) && cools(entity) : fits;
}

function scoreOf({ noun }: KindSaid): number {
  return classScore + nounWordScore * ((noun?.split(' ').length ?? 1) - 1);
}

function inPlaces(said: KindSaid, needs: TargetNeeds, context: LinkContext): Linked {
  const { className, places, within } = said;
  const { model, index } = context;
  const isWithin = (entity: Entity) => within === null || standsIn(entity, within, model);
  const thereIn = (place: FoundPlace) => ofClass(className, entitiesIn(place, index, model)).filter(isWithin);
  const found = places.map((place) => thereIn(place).filter(needs.fits));
  const [first] = places;
  const empty = places.find((_, at) => found[at]?.length === 0);
  // Of rooms that were named one by one, each must have it; of a group of rooms, one.
  if (first === undefined) return { kind: 'no-place', className };
  if (empty && (!said.isGroup || found.every((there) => there.length === 0))) {
    const [unable] = thereIn(empty);
    return unable ? { kind: 'unfit', entity: unable } : { kind: 'none-there', className, place: empty };
  }
  const entities = narrowed([...new Set(found.flat())], said, needs, context);
  const asked = oneOf(entities, said, context);
  if (asked) return asked;
  const place = places.length === 1 ? first : null;
  return {
    kind: 'entities',
    entities,
    about: { by: place ? 'class' : 'name', className, place, everywhere: false },
    score: scoreOf(said) * first.score,
  };
}

export function ofClass(className: string, entities: readonly Entity[]): readonly Entity[] {
  const kind = deviceClasses[className];
  if (kind === undefined) return [];
  const exact = entities.filter(kind.holds);
  return exact.length > 0 || kind.nearly === undefined ? exact : entities.filter(kind.nearly);
}

/** "the lamp" in a room with a lamp and a ceiling light; "the music" in one where one player plays. */
function narrowed(
  entities: readonly Entity[],
  { noun, className }: KindSaid,
  needs: Pick<TargetNeeds, 'prefers'>,
  context: LinkContext,
): readonly Entity[] {
  if (entities.length < 2) return entities;
  if (className === 'list') return listsCalled(noun, entities);
  return preferredOf(ofSort(noun, entities), needs, context);
}

/** "The tv" is the one that is called so, before others of that sort; "the tvs" are all of the sort. */
function ofSort(noun: string | null, entities: readonly Entity[]): readonly Entity[] {
  if (noun === null) return entities;
  const isMany = manySorts.has(noun);
  const one = isMany ? noun.slice(0, -1) : noun;
  const nouns = sameNouns.find((same) => same.includes(one));
  if (nouns === undefined) return entities;
  const named = isMany ? [] : entities.filter(({ names }) => isNamed(names, nouns));
  const so = named.length > 0 ? named : entities.filter((entity) => isCalled(entity, nouns));
  return so.length > 0 ? so : entities;
}

/**
 * "the den socket" is one thing: among several switches, or where none is a socket, the one that is meant has to be
 * asked for. The lamps of a room are one light.
 */
function oneOf(
  entities: readonly Entity[],
  { className, noun, isAll }: KindSaid,
  { mayWiden }: LinkContext,
): Linked | undefined {
  if (className !== 'switch' || noun === null || noun.endsWith('s') || isAll || mayWiden) return undefined;
  const isSocket = socketNouns.some((word) => hasWord(noun, word));
  const [only, ...others] = entities;
  const isSure = others.length === 0 && (!isSocket || only === undefined || isCalled(only, socketNouns));
  return isSure ? undefined : { kind: 'ambiguous', entities };
}

const socketNouns = ['plug', 'outlet', 'socket'] as const;

function isCalled({ names, deviceClass }: Entity, nouns: readonly string[]): boolean {
  return isNamed(names, nouns) || (deviceClass !== null && nouns.includes(deviceClass));
}

function isNamed(names: readonly string[], nouns: readonly string[]): boolean {
  return names.some((name) => nouns.some((word) => hasWord(name, word)));
}

const playerSorts: readonly (readonly string[])[] = [
  ['tv', 't v', 'television', 'telly'],
  ['speaker', 'stereo', 'sound system', 'soundbar'],
];

/** "The loft tv" is no speaker that is called "Loft". */
export function isOtherSort(noun: string | null, { deviceClass }: Entity): boolean {
  const sortOf = (word: string | null) => playerSorts.find((words) => word !== null && words.includes(word));
  const said = sortOf(noun);
  const is = sortOf(deviceClass);
  return said !== undefined && is !== undefined && said !== is;
}

/** Nouns for one sort of a kind that has several: a lamp is no ceiling light. */
const sameNouns: readonly (readonly string[])[] = [
  ['lamp'],
  ['bulb', 'light bulb'],
  ...playerSorts,
  ['radio'],
  socketNouns,
  ['radiator', 'heater'],
];

/** Lamps and sockets are rather all of their kind. */
const manySorts: ReadonlySet<string> = new Set(['tvs', 'televisions', 'radios', 'speakers']);

function hasWord(name: string, word: string): boolean {
  return ` ${name.toLowerCase()} `.includes(` ${word} `);
}

/** Those in the state the intent is about, where there are any. */
export function preferredOf(
  entities: readonly Entity[],
  { prefers }: Pick<TargetNeeds, 'prefers'>,
  { model }: LinkContext,
): readonly Entity[] {
  if (prefers === undefined || entities.length < 2) return entities;
  const so = entities.filter(({ entityId }) => {
    const state = stateOf(model, entityId);
    return state !== undefined && prefers(state);
  });
  return so.length > 0 ? so : entities;
}
