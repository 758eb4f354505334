/** What an action on a device comes to in the end: a group acts on everything that stands behind it. */
import { stateOf } from '../../home/model/home-model.ts';
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import type { Wish } from '../understand/plan.ts';
import { isLeftAlone } from './is-so.ts';

/** As much of a device as its risk depends on; of one that is not exposed only the id is known. */
export type Thing = Pick<Entity, 'entityId' | 'domain' | 'deviceClass' | 'names'>;

/** They list entities too, but set each to a state of its own. */
const routineDomains: ReadonlySet<string> = new Set(['scene', 'script', 'automation']);

/** The device itself, or what a group of devices stands for; groups of groups included. */
export function reachOf(entity: Thing, model: HomeModel): readonly Thing[] {
  const reached = new Map<string, Thing>();
  const visit = (thing: Thing): void => {
    if (reached.has(thing.entityId)) return;
    reached.set(thing.entityId, thing);
    const members = memberIds(thing, model);
    for (const id of members) visit(thingOf(id, model));
  };
  visit(entity);
  return [...reached.values()];
}

/**
 * How many devices are acted on together. A group counts as its members, nothing counts twice, and what is so already
 * is not acted on.
 */
export function countDevices(
  steps: readonly { readonly wish: Wish; readonly entities: readonly Thing[] }[],
  model: HomeModel,
): number {
  const hit = steps.flatMap(({ wish, entities }) =>
    entities
      .flatMap((entity) => reachOf(entity, model))
      .filter((thing) => memberIds(thing, model).length === 0)
      .map(({ entityId }) => entityId)
      .filter((id) => !isLeftAlone(wish, id, model)),
  );
  return new Set(hit).size;
}

/** The devices behind a group; empty for a single device, and for what only sets others. */
export function memberIds({ entityId, domain }: Thing, model: HomeModel): readonly string[] {
  return routineDomains.has(domain) ? [] : listedIds(entityId, model);
}

/** Home Assistant lists the members of a group, and what a scene sets, in the state. */
export function listedIds(entityId: string, model: HomeModel): readonly string[] {
  const listed = stateOf(model, entityId)?.attributes['entity_id'];
  return Array.isArray(listed) ? listed.filter((id) => typeof id === 'string' && id !== entityId) : [];
}

/** Of what is not exposed only the id is known. */
export function thingOf(entityId: string, model: HomeModel): Thing {
  const unknown = { entityId, domain: entityId.split('.')[0] ?? '', deviceClass: null, names: [] };
  return model.entities.get(entityId) ?? unknown;
}
