/** "clean the kitchen": the room is not where the robot is, but what it should clean. */
import { stateOf, type Entity } from '../../home/model/home-model.ts';
import type { Clause } from './grammar/matcher.ts';
import { linkTarget } from './link-target.ts';
import { byName, findPlace, placeOfArea, standsIn, type LinkContext } from './mention.ts';
import type { Reading } from './read-clause.ts';
import type { Wish } from './plan.ts';
import type { Target } from './target.ts';

const score = 1.1;

export function cleaningStep(
  clause: Clause,
  targets: readonly Target[],
  context: LinkContext,
): Reading | undefined {
  const { model, index, areaId } = context;
  const cleaned = targets.find(({ places, isHere }) => places.length > 0 || isHere);
  if (cleaned === undefined || !isRobot(cleaned, context)) return undefined;
  const [text] = cleaned.places;
  const place = text === undefined ? placeOfArea(model, areaId) : findPlace(context, text);
  const unlinked = (why: Extract<Reading['step'], { kind: 'unlinked' }>['why']): Reading => ({
    clause,
    step: { kind: 'unlinked', why, wish: { do: 'start_cleaning' }, isQuestion: false },
    score: 0,
  });
  if (place === undefined)
    return unlinked(
      text === undefined ? { kind: 'no-place', className: 'vacuum' } : { kind: 'unknown-place', said: text },
    );
  const robots = index.byClass.get('vacuum') ?? [];
  const near = robots.filter((robot) => standsIn(robot, place, model));
  const named = targets.find((target) => target !== cleaned);
  const needs = {
    fits: ({ domain }: { readonly domain: string }) => domain === 'vacuum',
    impliedClass: 'vacuum',
  };
  const linked = named && linkTarget(named, needs, context);
  if (linked && linked.kind !== 'entities') return unlinked(linked);
  const entities = linked?.entities ?? (near.length > 0 ? near : robots);
  const [first] = entities;
  if (first === undefined) return unlinked({ kind: 'none-there', className: 'vacuum', place });
  if (entities.length > 1) return unlinked({ kind: 'ambiguous', entities });
  // A robot that knows no rooms cleans the one it stands in, or the floor.
  const isWhole = place.kind === 'floor' || (!knowsRooms(first, context) && standsIn(first, place, model));
  const wish: Wish = isWhole ? { do: 'start_cleaning' } : { do: 'clean_area', areaId: place.id };
  return { clause, step: { kind: 'act', wish, entities, about: byName }, score };
}

/** "start the vacuum in the kitchen", but not "start the fan in the kitchen". */
function isRobot({ name, className }: Target, { index }: LinkContext): boolean {
  if (className !== null && className !== 'vacuum') return false;
  const robots = new Set((index.byClass.get('vacuum') ?? []).map(({ entityId }) => entityId));
  return name === null || index.entityNames.find(name, false)?.ids.some((id) => robots.has(id)) === true;
}

/** CLEAN_AREA of Home Assistant's vacuum features. */
const cleanAreaBit = 16_384;

function knowsRooms({ entityId }: Entity, { model }: LinkContext): boolean {
  const features = stateOf(model, entityId)?.attributes['supported_features'];
  return typeof features === 'number' && (features & cleanAreaBit) !== 0;
}
