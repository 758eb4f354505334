/** A wish through the door: what was done, what waits for a yes, and what is still on its way. */
import type { Outcome } from '../act/outcome.ts';
import type { ConfirmReason } from '../act/verdict.ts';
import { wasSent } from '../act/was-sent.ts';
import type { Turn } from '../turn.ts';
import { replyToOutcomes } from '../reply/outcome-reply.ts';
import type { Step } from '../understand/plan.ts';
import { type Answer, answered } from './answer.ts';
import type { ActedStep, OpenStep } from './dialogue.ts';
import type { Hands } from './hands.ts';

/** `deviceCount`: of the whole sentence; `confirmed`: what was said yes to. */
export type Asked = { readonly deviceCount: number; readonly confirmed: readonly ConfirmReason[] };

export async function actStep(
  { wish, entities, about }: Extract<Step, { readonly kind: 'act' }>,
  asked: Asked,
  turn: Turn,
  { door, origin, aboutToAct, keep, lateFailures }: Hands,
  options: { readonly signal: AbortSignal },
): Promise<Answer> {
  const { speaker, pack } = turn;
  const begun = aboutToAct();
  // The door waits for it; its failure has an owner also when the door fails first.
  begun.catch(() => undefined);
  const outcomes = await door(
    { wish, entities, speaker, origin, ...asked },
    { ...options, begun, ...(keep && { keep }) },
  );
  const entityIds = entities.map(({ entityId }) => entityId);
  lateFailures?.supersede(outcomes.filter(wasSent).map((outcome) => outcome.entityId));
  lateFailures?.follow(outcomes, wish, turn);
  const waiting = outcomes.filter(({ confirmable }) => confirmable !== undefined);
  // Beside a question, what is so already is no news.
  const told = waiting.length === 0 ? outcomes : outcomes.filter(({ proof }) => proof !== 'already');
  const tried = outcomes.filter(({ proof }) => proof !== 'refused');
  return {
    ...answered,
    outcomes,
    entityIds,
    speech: replyToOutcomes(told, wish, about, pack),
    acted: actedOn(tried, { wish, about }),
    open: waiting.length === 0 ? [] : [confirmation(waiting, { wish, about })],
  };
}

/** Of a list only the items count that were not so already. */
function actedOn(tried: readonly Outcome[], { wish, about }: Pick<ActedStep, 'wish' | 'about'>): ActedStep[] {
  if ('items' in wish)
    return tried
      .filter(wasSent)
      .map(({ entityId, cameTo }) => ({ wish: cameTo ?? wish, entityIds: [entityId], about }));
  return tried.length === 0 ? [] : [{ wish, entityIds: tried.map(({ entityId }) => entityId), about }];
}

function confirmation(waiting: readonly Outcome[], what: Pick<ActedStep, 'wish' | 'about'>): OpenStep {
  const reasons = [...new Set(waiting.flatMap(({ confirmable }) => confirmable ?? []))];
  return { kind: 'confirm', ...what, entityIds: waiting.map(({ entityId }) => entityId), reasons };
}
