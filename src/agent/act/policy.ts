/** The rules in front of every actuator. */
import type { Entity } from '../../home/model/home-model.ts';
import type { Channel } from '../agent.ts';
import type { Wish } from '../understand/plan.ts';

type PolicyRequest = {
  readonly wish: Wish;
  readonly entity: Entity;
  /** How many devices the sentence means together. */
  readonly entityCount: number;
  readonly channel: Channel;
};

type Verdict =
  | { readonly allowed: true }
  /** It would have to be confirmed first. */
  | { readonly allowed: false; readonly why: 'less-safe' | 'many-devices' };

export type Policy = (request: PolicyRequest) => Verdict;

/** More devices than this at once are rarely meant. */
const manyDevices = 8;

/** Cover classes that let people or vehicles in. */
const entrances: ReadonlySet<string | null> = new Set(['garage', 'gate']);

/**
 * Refuses what makes the home less safe (unlocking; opening a garage, gate or valve) and what hits many devices
 * at once, because no confirmation can be asked for. Closing and locking are always allowed.
 */
export const cautiousPolicy: Policy = ({ wish, entity, entityCount }) => {
  if (isLessSafe(wish, entity)) return { allowed: false, why: 'less-safe' };
  if (entityCount > manyDevices && wish.do !== 'lock' && wish.do !== 'close')
    return { allowed: false, why: 'many-devices' };
  return { allowed: true };
};

function isLessSafe(wish: Wish, entity: Entity): boolean {
  if (wish.do === 'unlock') return true;
  if (wish.do !== 'open') return false;
  if (entity.domain !== 'cover') return true;
  // Many garage doors and gates come without a class: then their names tell.
  const calledSo = [...entity.names, entity.entityId].some((name) => /garage|gate\b|gate_/i.test(name));
  return entrances.has(entity.deviceClass) || (entity.deviceClass === null && calledSo);
}
