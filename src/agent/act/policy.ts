/**
 * The one place that says what may be done: the risk of an action on one side, who asks for it where on the other.
 * Every path's actions pass it, at the door.
 */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import type { Speaker } from '../speaker.ts';
import type { Wish } from '../understand/plan.ts';
import type { PolicySettings } from './options.ts';
import type { Origin } from './origin.ts';
import { reachOf } from './reach.ts';
import { riskOf } from './risk.ts';

export type PolicyRequest = {
  readonly wish: Wish;
  readonly entity: Entity;
  readonly model: HomeModel;
  /** How many devices the sentence would change together, groups counted as their members. */
  readonly deviceCount: number;
  readonly speaker: Speaker;
  readonly origin: Origin;
};

/** What a yes has to cover. */
export type ConfirmReason = 'less-safe' | 'many-devices';

/**
 * Why a yes would not count: `connection` names nobody (Wyoming has no password), `satellite` is one that the
 * household let confirm nothing, `conversation` has no way back to the question.
 */
export type NoConfirmation = 'connection' | 'satellite' | 'conversation';

export type Verdict =
  | { readonly kind: 'allowed' }
  /** Only after a yes of this speaker that covers all the reasons. */
  | { readonly kind: 'confirm'; readonly reasons: readonly ConfirmReason[] }
  | {
      readonly kind: 'refused';
      readonly reasons: readonly ConfirmReason[];
      readonly because: NoConfirmation;
    };

export type Policy = (request: PolicyRequest) => Verdict;

/** More devices than this at once are rarely meant. */
const manyDevices = 8;

export function createPolicy(settings: Pick<PolicySettings, 'confirmOn'>): Policy {
  const mayConfirm = confirmationRule(settings);
  return ({ wish, entity, model, deviceCount, speaker }) => {
    const risk = riskOf(wish, reachOf(entity, model));
    const reasons: ConfirmReason[] = [];
    if (risk === 'less-safe') reasons.push('less-safe');
    if (risk !== 'securing' && deviceCount > manyDevices) reasons.push('many-devices');
    if (reasons.length === 0) return { kind: 'allowed' };
    const because = mayConfirm(speaker);
    return because === null ? { kind: 'confirm', reasons } : { kind: 'refused', reasons, because };
  };
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
