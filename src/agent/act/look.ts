/** A device looked at before anything is sent: may it be done, can it, and is it so already. */
import type { Action } from '../../home/call.ts';
import type { FoundMedia } from '../../home/query.ts';
import { type Entity, type HomeModel, isUnavailable, stateOf } from '../../home/model/home-model.ts';
import type { Speaker } from '../speaker.ts';
import type { Wish } from '../understand/plan.ts';
import { actionFor } from './actions/action-for.ts';
import { describeState } from './describe-state.ts';
import { isGrounded } from './grounding.ts';
import { isSo } from './is-so.ts';
import type { Origin } from './origin.ts';
import type { Outcome } from './outcome.ts';
import type { Policy } from './policy.ts';
import type { ConfirmReason } from './verdict.ts';

export type ActRequest = {
  readonly wish: Wish;
  readonly entities: readonly Entity[];
  /** How many devices the sentence means together, this wish's among them. */
  readonly deviceCount: number;
  readonly speaker: Speaker;
  readonly origin: Origin;
  /** What this speaker has said yes to, for exactly these devices. */
  readonly confirmed: readonly ConfirmReason[];
};

export type Look =
  /** `action`: what would have been sent, had it been permitted. */
  | { readonly kind: 'settled'; readonly outcome: Outcome; readonly action?: Action }
  | {
      readonly kind: 'open';
      readonly entity: Entity;
      readonly action: Action;
      readonly cameTo?: Wish;
      /** Its state in short words. */
      readonly here: string;
    };

type Circumstances = Omit<ActRequest, 'wish' | 'entities'> & {
  readonly model: HomeModel;
  readonly policy: Policy;
  /** The home is not connected: what it last said is no longer known to be so. */
  readonly isAway: boolean;
  /** With a wish for something to play: what was found for this player. */
  readonly media?: FoundMedia | null;
};

/** What is known before anything is sent. The device is looked up anew: time may have passed since it was named. */
export function look(
  wish: Wish,
  named: Entity,
  { model, policy, isAway, media = null, confirmed, ...asked }: Circumstances,
): Look {
  const entity = model.entities.get(named.entityId);
  const state = stateOf(model, named.entityId);
  const here = describeState(entity ?? named, state);
  const settle = (
    more: Pick<Outcome, 'proof' | 'why' | 'unable' | 'cameTo' | 'confirmable' | 'because' | 'denial'>,
    kept?: Action,
  ): Look => ({
    kind: 'settled',
    ...(kept && { action: kept }),
    outcome: {
      entityId: named.entityId,
      name: named.name,
      before: here,
      after: here,
      entity: entity ?? named,
      ...more,
    },
  });
  const planned = entity && actionFor(wish, { entity, state, unit: model.temperatureUnit, media });
  const isOwnIdea = asked.origin.path === 'llm' && confirmed.length === 0;
  if (isOwnIdea && !isGrounded(wish, entity ?? named, asked.origin, model))
    return settle(
      { proof: 'refused', why: 'not-asked' },
      planned?.kind === 'action' ? planned.action : undefined,
    );
  if (isAway) return settle({ proof: 'failed', why: 'disconnected' });
  if (planned === undefined || entity === undefined || isUnavailable(state))
    return settle({ proof: 'failed', why: 'unavailable' });
  if (planned.kind === 'unable') return settle({ proof: 'failed', why: 'unable', unable: planned.unable });
  const { action, kind: _, ...told } = planned;
  if (isSo(action, state)) return settle({ proof: 'already', ...told });
  const service = `${action.domain}.${action.service}`;
  const verdict = policy({ wish, entity, service, model, ...asked });
  const open: Look = { kind: 'open', entity, action, here, ...told };
  if (verdict.kind === 'allowed') return open;
  if (verdict.kind === 'denied')
    return settle({ proof: 'refused', why: 'not-permitted', denial: verdict.denial }, action);
  const why = verdict.reasons.includes('many-devices') ? 'many-devices' : 'less-safe';
  if (verdict.kind === 'refused') return settle({ proof: 'refused', why, because: verdict.because }, action);
  if (verdict.reasons.every((reason) => confirmed.includes(reason))) return open;
  return settle({ proof: 'refused', why, confirmable: verdict.reasons }, action);
}
