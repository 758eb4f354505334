/**
 * The one place that says what may be done: who asks for it, where and on which way on one side, the risk of the
 * action on the other. Every path's actions pass it, at the door.
 */
import { stateOf } from '../../home/model/home-model.ts';
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import type { Speaker } from '../speaker.ts';
import type { Wish } from '../understand/plan.ts';
import { actionFor } from './actions/action-for.ts';
import { policyOptions, type PolicyInput, type PolicySettings } from './options.ts';
import type { Origin } from './origin.ts';
import { createPermission } from './permission.ts';
import { memberIds, reachOf, type Thing } from './reach.ts';
import { type Risk, riskOf } from './risk.ts';
import type { Subject } from './rule.ts';
import { mayOpen, scenePartsOf } from './scene-risk.ts';
import type { ConfirmReason, NoConfirmation, Verdict } from './verdict.ts';

export type PolicyRequest = {
  readonly wish: Wish;
  readonly entity: Entity;
  /** What it comes to, e.g. `light.turn_on`; absent: what is usual for this device. */
  readonly service?: string;
  readonly model: HomeModel;
  /** How many devices the sentence would change together, groups counted as their members. */
  readonly deviceCount: number;
  readonly speaker: Speaker;
  readonly origin: Origin;
};

export type Policy = (request: PolicyRequest) => Verdict;

/** More devices than this at once are rarely meant. */
const manyDevices = 8;

export function createPolicy(input: PolicyInput = {}): Policy {
  const settings = policyOptions.parse(input);
  const mayConfirm = confirmationRule(settings);
  const permission = createPermission(settings);
  const wantsPin = pinRule(settings);
  return ({ wish, entity, model, deviceCount, speaker, origin, ...known }) => {
    const service = known.service ?? usualService(wish, entity, model);
    const things = reachOf(entity, model);
    const risk = mayOpen(entity, model) ? 'less-safe' : riskOf(wish, things);
    const denial = permission(subjectsOf(things, { service, risk }, model), { speaker, origin }, model);
    if (denial) return { kind: 'denied', denial };
    const reasons: ConfirmReason[] = [];
    if (risk === 'less-safe') reasons.push('less-safe');
    if (risk !== 'securing' && deviceCount > manyDevices) reasons.push('many-devices');
    if (risk !== 'securing' && wantsPin([...things, ...scenePartsOf(entity, model)])) reasons.push('pin');
    if (reasons.length === 0) return { kind: 'allowed' };
    const because = mayConfirm(speaker);
    return because === null ? { kind: 'confirm', reasons } : { kind: 'refused', reasons, because };
  };
}

/** One per device behind a group: a role may reach some of them only. */
function subjectsOf(
  things: readonly Thing[],
  what: { readonly service: string | null; readonly risk: Risk },
  model: HomeModel,
): readonly Subject[] {
  const devices = things.filter((thing) => memberIds(thing, model).length === 0);
  return devices.map(({ entityId, domain }) => {
    const areaId = model.entities.get(entityId)?.areaId ?? null;
    return { ...what, domain, entityId, areaId };
  });
}

function usualService(wish: Wish, entity: Entity, model: HomeModel): string | null {
  const state = stateOf(model, entity.entityId);
  const planned = actionFor(wish, { entity, state, unit: model.temperatureUnit });
  return planned.kind === 'action' ? `${planned.action.domain}.${planned.action.service}` : null;
}

function pinRule({
  pinEntities,
}: Pick<PolicySettings, 'pinEntities'>): (things: readonly Thing[]) => boolean {
  const named = new Set(pinEntities);
  return (things) => things.some(({ entityId, domain }) => named.has(entityId) || named.has(`${domain}.*`));
}

function confirmationRule({
  confirmOn,
}: Pick<PolicySettings, 'confirmOn'>): (speaker: Speaker) => NoConfirmation | null {
  const satellites = new Set(confirmOn);
  return ({ channel, conversationId, satelliteId, userId }) => {
    if (channel === 'wyoming') return 'connection';
    // Where the list is shorter, who names neither a satellite nor a user could be any of those left out.
    const isNamed = satelliteId === null ? userId !== null || channel === 'cli' : satellites.has(satelliteId);
    if (!isNamed && !satellites.has('all')) return 'satellite';
    return conversationId === null ? 'conversation' : null;
  };
}
