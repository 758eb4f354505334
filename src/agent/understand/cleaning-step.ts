/** "clean the kitchen and the hall": the rooms are not where the robot is, but what it should clean. */
import { stateOf, type Entity } from '../../home/model/home-model.ts';
import type { Clause } from './grammar/matcher.ts';
import { linkTarget, placesCalled } from './link-target.ts';
import { byName, indoors, placeOfArea, standsIn, type LinkContext, type Place } from './mention.ts';
import type { Reading } from './read-clause.ts';
import type { Step, Wish } from './plan.ts';
import { isPlaceOnly, saidTargets, type Target } from './target.ts';

const score = 1.1;

type Why = Extract<Reading['step'], { kind: 'unlinked' }>['why'];

export function cleaningStep(
  clause: Clause,
  words: readonly string[],
  context: LinkContext,
): Reading | undefined {
  const targets = saidTargets(clause.captures, words);
  const named = targets.filter((target) => !isPlaceOnly(target));
  const [robot] = named;
  if (named.length > 1 || (robot && !isRobot(robot, context))) return undefined;
  // "The vacuum in the kitchen" is to clean the kitchen; "the vacuum upstairs" another room, where one is said.
  const rooms = targets.filter(isPlaceOnly);
  const isPlacedApart = rooms.length > 0;
  const cleaned = isPlacedApart ? rooms : named;
  if (!cleaned.some(({ places, isHere }) => places.length > 0 || isHere)) return undefined;
  const unlinked = (why: Why, wish: Wish = { do: 'start_cleaning' }): Reading => ({
    clause,
    step: { kind: 'unlinked', why, wish, isQuestion: false },
    score: 0,
  });
  const places: Place[] = [];
  for (const target of cleaned) {
    const found = placesOf(target, context);
    if ('kind' in found) return unlinked(found);
    places.push(...found);
  }
  const found = robotsFor(
    isPlacedApart ? robot : robot && { ...robot, places: [], isHere: false },
    places,
    context,
  );
  // "Turn it on in the kitchen", of a lamp.
  if ('kind' in found) return robot?.isIt ? undefined : unlinked(found);
  const wish = wishFor(places, found, context);
  return found.length > 1
    ? unlinked({ kind: 'ambiguous', entities: found }, wish)
    : { clause, step: { kind: 'act', wish, entities: found, about: byName }, score };
}

/** What is to be cleaned, or the place that nobody knows. */
function placesOf(target: Target, context: LinkContext): readonly Place[] | Why {
  const places: Place[] = [];
  for (const said of target.places) {
    const found = placesCalled(said, target, context);
    if (found.length === 0) return { kind: 'unknown-place', said };
    places.push(...found);
  }
  if (!target.isHere) return places;
  const here = placeOfArea(context.model, context.areaId);
  return here === undefined ? { kind: 'no-place', className: 'vacuum' } : [...places, here];
}

/** The robot that was named; else those that stand in one of the rooms, or all. */
function robotsFor(
  robot: Target | undefined,
  places: readonly Place[],
  context: LinkContext,
): readonly Entity[] | Why {
  const { model, index } = context;
  const isAny = robot === undefined || (robot.className !== null && robot.name === null && isUnplaced(robot));
  if (!isAny) {
    const fits = ({ domain }: Entity) => domain === 'vacuum';
    const linked = linkTarget(robot, { fits, impliedClass: 'vacuum' }, context);
    return linked.kind === 'entities' ? linked.entities : linked;
  }
  const robots = index.byClass.get('vacuum') ?? [];
  const near = robots.filter((one) => places.some((place) => standsIn(one, place, model)));
  const [place] = places;
  if (robots.length === 0 && place !== undefined) return { kind: 'none-there', className: 'vacuum', place };
  return near.length > 0 ? near : robots;
}

function isUnplaced({ places, within, isHere, ordinal }: Target): boolean {
  return places.length === 0 && within === null && !isHere && ordinal === null;
}

/** A robot that knows no rooms cleans the one it stands in; a floor alone is all that it can reach. */
function wishFor(places: readonly Place[], robots: readonly Entity[], context: LinkContext): Wish {
  const { model } = context;
  const isOwn = (robot: Entity) =>
    !knowsRooms(robot, context) && places.every((place) => standsIn(robot, place, model));
  const isWhole = (places.length === 1 && places[0]?.kind === 'floor') || robots.every(isOwn);
  if (isWhole) return { do: 'start_cleaning' };
  const areaIds = places.flatMap((place) => (place.kind === 'area' ? [place.id] : roomsOn(place, context)));
  return { do: 'clean_area', areaIds: [...new Set(areaIds)] };
}

function roomsOn(floor: Place, context: LinkContext): readonly string[] {
  const rooms = indoors(context, 'indoors').map(({ id }) => id);
  return rooms.filter((id) => context.model.areas.get(id)?.floorId === floor.id);
}

/** "Vacuum the kitchen and vacuum the hall": one order, or the robot would leave the first room for the second. */
export function joinRooms(steps: readonly Step[]): readonly Step[] {
  const joined: Step[] = [];
  for (const step of steps) {
    const before = joined.at(-1);
    const rooms = before && roomsOf(before, step);
    if (rooms) joined.splice(-1, 1, rooms);
    else joined.push(step);
  }
  return joined;
}

function roomsOf(a: Step, b: Step): Step | undefined {
  if (a.kind !== 'act' || b.kind !== 'act' || a.entities[0] !== b.entities[0]) return undefined;
  if (a.wish.do !== 'clean_area' || b.wish.do !== 'clean_area') return undefined;
  const areaIds = [...new Set([...a.wish.areaIds, ...b.wish.areaIds])];
  return { ...a, wish: { do: 'clean_area', areaIds } };
}

/** "start the vacuum in the kitchen", but not "start the fan in the kitchen". */
function isRobot({ name, className, isEverything }: Target, { index }: LinkContext): boolean {
  if (isEverything || (className !== null && className !== 'vacuum')) return false;
  const robots = new Set((index.byClass.get('vacuum') ?? []).map(({ entityId }) => entityId));
  return name === null || index.entityNames.find(name, false)?.ids.some((id) => robots.has(id)) === true;
}

/** CLEAN_AREA of Home Assistant's vacuum features. */
const cleanAreaBit = 16_384;

function knowsRooms({ entityId }: Entity, { model }: LinkContext): boolean {
  const features = stateOf(model, entityId)?.attributes['supported_features'];
  return typeof features === 'number' && (features & cleanAreaBit) !== 0;
}
